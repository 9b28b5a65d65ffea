// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../common/search';
import { alertFacts } from '../alert_facts';

/** The stages of the rule, in order. */
export const RULE_STAGES = ['compile', 'link', 'execute', 'connect'] as const;

/** An alert of the rule as machines get it: the facts, and each event by the stage that it matched. */
export const alertRecord = (finding: Finding): object => {
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
    events: finding.events.map((event, i) => ({ stage: RULE_STAGES[i], ...event })),
  };
};

/** A finding of any query as machines get it: a null stands for an event that had to be missing. */
export const findingRecord = ({ joinKeys, events }: Finding): object => ({
  ...(joinKeys && { join_keys: joinKeys }),
  events,
});
