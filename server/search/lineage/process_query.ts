// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../../common/exclusions';
import type { LineageParams } from '../../../common/lineage';
import { allOf } from '../time_filter';
import {
  anyOf,
  connected,
  CREATED,
  FAILED,
  missing,
  onHost,
  splitKey,
  STARTED,
  valueIn,
  WRITTEN,
} from './clauses';
import type { HostKey } from './unasked';

/** A process is the one of an event, its parent, or further up. */
type Relation = 'self' | 'parent' | 'ancestor';

/** How processes were started, and as what. */
export const startsOf = (processes: readonly HostKey[]): QueryDsl =>
  allOf(STARTED, related(processes, 'self'));

/** What processes wrote. */
export const filesBy = (processes: readonly HostKey[]): QueryDsl =>
  allOf(WRITTEN, related(processes, 'self'));

/** Of processes that name built files: what they became, whom they started, and what they created. */
export const aboutNaming = (processes: readonly HostKey[]): QueryDsl =>
  anyOf(
    allOf(STARTED, related(processes, 'self', 'parent')),
    allOf(CREATED, related(processes, 'self')),
  );

/** Of processes that promise files: what they became since, and whether they failed. */
export const aboutPromises = (processes: readonly HostKey[]): QueryDsl =>
  allOf(anyOf(STARTED, FAILED), related(processes, 'self'));

/** Of processes to which another folder is `/`: what they became, and who descends from them. */
export const aboutRooted = (processes: readonly HostKey[]): QueryDsl =>
  allOf(STARTED, related(processes, 'self', 'parent', 'ancestor'));

/** Of processes that run built files: what they became, and who descends from them. */
export const aboutRuns = (processes: readonly HostKey[]): QueryDsl =>
  allOf(STARTED, related(processes, 'self', 'parent', 'ancestor'));

/** The connections of processes and of who descends from them. */
export const connectionsOf = (processes: readonly HostKey[], params: LineageParams): QueryDsl =>
  allOf(connected(params), related(processes, 'self', 'parent', 'ancestor'));

const FIELDS: Readonly<Record<Relation, { readonly id: string; readonly pid?: string }>> = {
  self: { id: 'process.entity_id', pid: 'process.pid' },
  parent: { id: 'process.parent.entity_id', pid: 'process.parent.pid' },
  ancestor: { id: 'process.Ext.ancestry' },
};

/** Entity ids tell hosts apart; pids are looked for where an event has no entity id, on their host. */
export const related = (
  processes: readonly HostKey[],
  ...relations: readonly Relation[]
): QueryDsl => {
  const ids: string[] = [];
  const pids = new Map<string, number[]>();
  for (const { host, key } of processes) {
    const [kind, value] = splitKey(key);
    if (kind === 'id') {
      ids.push(value);
    } else {
      pids.set(host, [...(pids.get(host) ?? []), Number(value)]);
    }
  }
  return anyOf(
    ...relations.flatMap((relation) => {
      const { id, pid } = FIELDS[relation];
      const ofHosts = [...pids].map(([host, values]) =>
        allOf(onHost(host), missing(id), ...(pid === undefined ? [] : valueIn(pid, values))),
      );
      return [...valueIn(id, ids), ...(pid === undefined ? [] : ofHosts)];
    }),
  );
};
