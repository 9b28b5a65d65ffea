// SPDX-License-Identifier: Apache-2.0
import type { BoundQuery } from '../eql/verify/bind_query';
import { compareJoinKeys, type JoinKey } from '../sequence';
import type { EventDocument } from './event_document';
import { testEvent } from './stage_hits';
import { planStages, type PlanOptions } from './stage_plan';

type BoundSample = Extract<BoundQuery, { kind: 'sample' }>;

export interface Sample {
  readonly key: JoinKey;
  readonly events: readonly EventDocument[];
}

interface Group {
  readonly key: JoinKey;
  /** Per stage, in input order. */
  readonly events: EventDocument[][];
}

/**
 * Sets of distinct events with one key, one event per stage in any order of time; by key, at most
 * `perKey` for each.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/eql-syntax.html#eql-samples
 */
export const searchSamples = (
  query: BoundSample,
  events: readonly EventDocument[],
  perKey: number,
  options: PlanOptions,
): Sample[] => {
  const groups = new Map<string, Group>();
  for (const [i, { matches, keys }] of planStages(query.stages, options).entries()) {
    for (const event of events.filter((candidate) => testEvent(matches, candidate))) {
      for (const key of keys(event._source)) {
        const group = groups.get(key.id) ?? { key, events: query.stages.map(() => []) };
        groups.set(key.id, group);
        group.events[i]?.push(event);
      }
    }
  }
  return [...groups.values()]
    .sort((a, b) => compareJoinKeys(a.key, b.key))
    .flatMap(({ key, events: stages }) =>
      firstChoices(stages, perKey).map((chosen) => ({ key, events: chosen })),
    );
};

/** The first `limit` ways to choose a distinct event for each stage, in stage order. */
const firstChoices = (
  stages: readonly (readonly EventDocument[])[],
  limit: number,
): EventDocument[][] => {
  const found: EventDocument[][] = [];
  const choose = (chosen: readonly EventDocument[]): void => {
    const candidates = stages[chosen.length];
    if (!candidates) {
      found.push([...chosen]);
      return;
    }
    for (const candidate of candidates) {
      if (found.length >= limit) {
        return;
      }
      if (!chosen.includes(candidate)) {
        choose([...chosen, candidate]);
      }
    }
  };
  choose([]);
  return found;
};
