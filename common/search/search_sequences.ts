// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../eql/errors';
import type { BoundQuery } from '../eql/verify/bind_query';
import {
  areTied,
  compareJoinKeys,
  compareOrdinals,
  SequenceMatcher,
  type JoinKey,
  type Ordinal,
  type Sequence,
  type StageHits,
} from '../sequence';
import type { EventDocument } from './event_document';
import { inOrder, toOrdinal, type OrderedEvent } from './ordered_events';
import { planStage, type PlanOptions, type StagePlan } from './stage_plan';

type BoundSequence = Extract<BoundQuery, { kind: 'sequence' }>;
type Hits = StageHits<EventDocument>;

const MAX_IN_FLIGHT = 1_000_000;

/**
 * All sequences among the events, by their last event. `from` tells from which end Elasticsearch would
 * fetch; it matters only for events that timestamp and tiebreaker leave tied.
 */
export const searchSequences = (
  query: BoundSequence,
  events: readonly OrderedEvent[],
  from: 'head' | 'tail',
  options: PlanOptions,
): Sequence<EventDocument>[] => {
  const stages = query.stages.map((stage) => planStage(stage, options));
  // Observed on 8.10: a stage that can match nothing ends the search before it begins.
  if (stages.some(({ condition }) => condition.kind === 'constant' && condition.value !== true)) {
    return [];
  }
  const until = query.until && planStage(query.until, options);
  const hits = inOrder(events, 'head').flatMap((event) => hitsOf(event, stages, until) ?? []);
  const matcher = new SequenceMatcher<EventDocument>(query, { maxInFlight: MAX_IN_FLIGHT });
  const ordered = from === 'tail' ? asFetchedFromTail(hits, query.stages.findIndex(({ missing }) => !missing)) : hits;
  const found = ordered.flatMap((hit) => matcher.push(hit));
  found.push(...matcher.finish());
  return found.sort((a, b) => compareOrdinals(a.last, b.last) || compareJoinKeys(a.key, b.key));
};

/** Undefined for an event that no stage wants. */
export const hitsOf = (
  event: OrderedEvent,
  plans: readonly StagePlan[],
  until: StagePlan | undefined,
): Hits | undefined => {
  const { document } = event;
  const stages = new Map<number, readonly JoinKey[]>();
  for (const [stage, plan] of plans.entries()) {
    const keys = keysOf(plan, document);
    if (keys.length > 0) {
      stages.set(stage, keys);
    }
  }
  const ends = until ? keysOf(until, document) : [];
  if (stages.size === 0 && ends.length === 0) {
    return undefined;
  }
  const ordinal = toOrdinal(event);
  return ordinal && { event: document, ordinal, stages, ...(ends.length > 0 && { until: ends }) };
};

const keysOf = ({ matches, keys }: StagePlan, document: EventDocument): readonly JoinKey[] => {
  try {
    return matches(document._source) ? keys(document._source) : [];
  } catch (error) {
    throw error instanceof EqlError ? inEvent(error, document) : error;
  }
};

/** Says in which event a function failed. */
export const inEvent = (error: EqlError, { _id }: EventDocument): EqlError =>
  new EqlError(
    error.kind,
    error.problems.map((problem) => ({ ...problem, message: `${problem.message} (event [${_id}])` })),
  );

/**
 * Elasticsearch fetches the first stage backwards for `tail`. Where several first events are tied, it then
 * continues the one that came in first, and only with events behind the last of them; and what is tied
 * with the oldest first event but came in before it is not seen at all (observed on 8.10).
 */
const asFetchedFromTail = (hits: readonly Hits[], firstStage: number): Hits[] => {
  const begin = lastOfTies(hits, hits.findIndex(({ stages }) => stages.has(firstStage)), firstStage);
  const out: Hits[] = [];
  for (let start = 0; start < hits.length; ) {
    const end = endOfTies(hits, start);
    out.push(...reverseStarts(hits.slice(start, end), firstStage));
    start = end;
  }
  return begin
    ? out.filter(({ ordinal, stages }) => stages.has(firstStage) || compareOrdinals(ordinal, begin) > 0)
    : out;
};

const endOfTies = (hits: readonly Hits[], start: number): number => {
  const first = hits[start];
  let end = start + 1;
  for (let next = hits[end]; first && next && areTied(first.ordinal, next.ordinal); next = hits[end]) {
    end += 1;
  }
  return end;
};

const lastOfTies = (hits: readonly Hits[], start: number, firstStage: number): Ordinal | undefined =>
  start < 0
    ? undefined
    : hits.slice(start, endOfTies(hits, start)).filter(({ stages }) => stages.has(firstStage)).at(-1)?.ordinal;

/** Per key: only the first of the tied starts counts, from the place of the last one on. */
const reverseStarts = (ties: readonly Hits[], firstStage: number): Hits[] => {
  if (ties.length === 1) {
    return [...ties];
  }
  const starts = new Map<string, { key: JoinKey; first: Hits; last: Hits }>();
  for (const hit of ties) {
    for (const key of hit.stages.get(firstStage) ?? []) {
      starts.set(key.id, { key, first: starts.get(key.id)?.first ?? hit, last: hit });
    }
  }
  return ties.flatMap((hit) => {
    const others = new Map([...hit.stages].filter(([stage]) => stage !== firstStage));
    const begun = [...starts.values()]
      .filter(({ last }) => last === hit)
      .map(({ key, first }): Hits => ({ ...first, stages: new Map([[firstStage, [key]]]) }));
    const rest: Hits[] = others.size > 0 || hit.until ? [{ ...hit, stages: others }] : [];
    return [...rest, ...begun];
  });
};
