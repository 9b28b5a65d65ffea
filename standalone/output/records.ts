// SPDX-License-Identifier: Apache-2.0
import type { ScanFinding } from '../scan/scan_finding';
import { alertFacts } from '../alert_facts';

/** The stages of the rule, in order. */
export const RULE_STAGES = ['compile', 'link', 'execute', 'connect'] as const;

/**
 * An alert of the rule as machines get it: the facts, who found it, each event by its stage, and what became
 * of the file in between. A stage that was not seen, as of a linker without compiler, has no event.
 */
export const alertRecord = (finding: ScanFinding): object => {
  const { timestamp, host, user, compiler, compileCommand, binary, delay, destination } =
    alertFacts(finding);
  return {
    '@timestamp': timestamp === undefined ? null : new Date(timestamp).toISOString(),
    host: host ?? null,
    user: user ?? null,
    compiler: compiler ?? null,
    compile_command: compileCommand ?? null,
    binary: binary ?? null,
    compile_to_connect_ms: delay ?? null,
    destination: destination ?? null,
    join_keys: finding.joinKeys ?? [],
    found_by: finding.foundBy ?? ['published'],
    events: finding.events.flatMap((event, i) =>
      event ? [{ stage: RULE_STAGES[i], ...event }] : [],
    ),
    ...(finding.story && {
      story: finding.story.map(({ step, path, event }) => ({ step, path, ...event })),
    }),
  };
};

/** A finding of any query as machines get it: a null stands for an event that had to be missing. */
export const findingRecord = ({ joinKeys, events }: ScanFinding): object => ({
  ...(joinKeys && { join_keys: joinKeys }),
  events,
});
