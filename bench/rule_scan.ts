// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA, inferSchema } from '../common/ecs';
import { buildRuleQuery, DEFAULT_RULE_PARAMS } from '../common/rule';
import type { ByteSource } from '../standalone/input/byte_source';
import { probe } from '../standalone/input/probe';
import { scan } from '../standalone/scan/scan';
import type { Detection } from '../standalone/scan/scan_finding';
import { parseScanArguments } from '../standalone/scan/scan_arguments';

export interface RuleScan {
  readonly milliseconds: number;
  readonly events: number;
  readonly alerts: number;
}

const MAX_IN_FLIGHT = 100_000;

/** What the command line takes when nothing is said, in milliseconds. */
export const defaultSlack = (): number => {
  const words = parseScanArguments(['-']);
  return words === 'help' ? 0 : words.slack;
};

/**
 * Does what `recently-compiled scan FILE` does with a detection, from opening the input to the last alert, but prints
 * nothing. Throws when the input is not what a bench needs: whole lines, in order of time.
 */
export const scanRule = async (
  open: () => Promise<ByteSource>,
  slack: number = defaultSlack(),
  detection: Detection | 'both' = 'published',
): Promise<RuleScan> => {
  const begin = performance.now();
  const input = await probe(await open());
  const { tally, findings, stats } = await scan({
    ...(detection !== 'lineage' && { query: buildRuleQuery(DEFAULT_RULE_PARAMS) }),
    ...(detection !== 'published' && { lineage: DEFAULT_RULE_PARAMS }),
    schema: inferSchema(
      EVENT_SCHEMA,
      input.sample.map(({ _source }) => _source),
    ),
    inputs: [input],
    tiebreaker: DEFAULT_RULE_PARAMS.tiebreakerField ?? undefined,
    slack,
    maxInFlight: MAX_IN_FLIGHT,
    strict: false,
    countAll: false,
    now: Date.now(),
    onFinding: () => undefined,
    onBadLine: ({ line, reason }) => {
      throw new Error(`Line ${line} of ${input.source.name} is no event: ${reason}`);
    },
  });
  const milliseconds = performance.now() - begin;
  if (stats.late > 0) {
    throw new Error(`${stats.late} events of ${input.source.name} are out of order`);
  }
  return { milliseconds, events: tally.events, alerts: findings };
};
