// SPDX-License-Identifier: Apache-2.0
import { ancestorOf, buildingBlockIds, shellId, type Ancestor } from './alert_ids';
import type { LineageFacts, SourceEvent } from './build_alerts';
import { STAGES } from './stages';

/** Where an event is. */
export interface EventPlace {
  readonly id: string;
  readonly index: string;
}

/** By what an alert is known, before any of its documents is built. */
export interface AlertIdentity {
  /** The `_id` of the shell. */
  readonly id: string;
  readonly ruleUuid: string;
  /** Undefined where it was not recorded; then the connection alone counts. */
  readonly execution: EventPlace | undefined;
  /** Undefined for an alert of fewer than two events. */
  readonly connection: EventPlace | undefined;
}

/** The ids of an alert's documents, and what its shell descends from. */
export interface AlertIds {
  readonly blocks: readonly string[];
  readonly shell: string;
  readonly ancestors: readonly Ancestor[];
}

/** Of the events that were recorded, in their order. */
export const alertIds = (events: readonly SourceEvent[], ruleUuid: string): AlertIds => {
  const parents = events.map(ancestorOf);
  const blocks = buildingBlockIds(parents, ruleUuid);
  const ancestors = parents.flatMap((parent, i) => [
    parent,
    { id: blocks[i] ?? '', type: 'signal' as const, index: '', depth: 1, rule: ruleUuid },
  ]);
  return { blocks, shell: shellId(ancestors, ruleUuid), ancestors };
};

/** What `buildAlerts` would make of the same, without the work: `events` and `lineage` are as there. */
export const identifyAlert = (
  events: readonly (SourceEvent | null)[],
  ruleUuid: string,
  lineage?: LineageFacts,
): AlertIdentity => {
  const present = events.filter((event) => event !== null);
  const [execution, connection] = present.slice(-2);
  const isWithoutExecution = lineage !== undefined && !events[STAGES.indexOf('execute')];
  return {
    id: alertIds(present, ruleUuid).shell,
    ruleUuid,
    execution: execution && connection && !isWithoutExecution ? placeOf(execution) : undefined,
    connection: connection && placeOf(connection),
  };
};

const placeOf = ({ _id: id, _index: index }: SourceEvent): EventPlace => ({ id, index });
