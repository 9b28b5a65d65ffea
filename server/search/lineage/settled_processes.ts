// SPDX-License-Identifier: Apache-2.0
import type { LineageEvent } from '../../../common/lineage';
import type { TimedEvent } from './timed_event';
import { hostKeyText } from './unasked';

/**
 * Processes whose further connections can tell nothing new: one connection was seen since the last time that
 * they, or a process above them, became another program. Of one execution the first connection counts. So a
 * program that scans a network is no more to fetch than one that connects once.
 */
export const settledProcesses = (
  connections: readonly TimedEvent[],
  known: readonly TimedEvent[],
): { readonly host: string; readonly key: string }[] => {
  const lastStart = new Map<string, number>();
  for (const { read, key } of readAll(known)) {
    if (read.forks || read.execs) {
      lastStart.set(key, Math.max(read.time, lastStart.get(key) ?? -Infinity));
    }
  }
  const settled = readAll(connections).filter(({ read, process }) =>
    [process, ...read.ancestors].every(
      (other) => (lastStart.get(hostKeyText(read.host, other)) ?? -Infinity) < read.time,
    ),
  );
  const once = new Map(
    settled.map(({ read, process, key }) => [key, { host: read.host, key: process }]),
  );
  return [...once.values()];
};

const readAll = (
  events: readonly TimedEvent[],
): { readonly read: LineageEvent; readonly process: string; readonly key: string }[] =>
  events.flatMap(({ read }) =>
    read?.process === undefined
      ? []
      : [{ read, process: read.process, key: hostKeyText(read.host, read.process) }],
  );
