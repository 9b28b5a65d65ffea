// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../eql/errors';
import type { BoundQuery } from '../eql/verify/bind_query';
import {
  areTied,
  compareJoinKeys,
  compareOrdinals,
  SequenceMatcher,
  TooManyInFlightError,
  type JoinKey,
  type Sequence,
  type StageHits,
} from '../sequence';
import type { EventDocument } from './event_document';
import { inOrder, toOrdinal, type OrderedEvent } from './ordered_events';
import { hitsOf } from './stage_hits';
import { isFalse, planStages, planUntil, type PlanOptions } from './stage_plan';

type BoundSequence = Extract<BoundQuery, { kind: 'sequence' }>;
type Hits = StageHits<EventDocument>;

/** How Elasticsearch fetches; it matters only for events that timestamp and tiebreaker leave tied. */
export interface FetchOrder {
  readonly from: 'head' | 'tail';
  /** Whether the request names a tiebreaker field. */
  readonly tiebroken: boolean;
}

/**
 * All sequences among the events, in the order in which they complete. Throws an evaluation `EqlError` when
 * more than `maxInFlight` wait at a time.
 */
export const searchSequences = (
  query: BoundSequence,
  events: readonly OrderedEvent[],
  fetch: FetchOrder,
  options: PlanOptions & { readonly maxInFlight: number },
): Sequence<EventDocument>[] => {
  const stages = planStages(query.stages, options);
  const until = query.until && planUntil(query.until, options);
  // Observed on 8.10: a stage that can match nothing ends the search before it begins.
  if (stages.some(({ condition }) => isFalse(condition))) {
    return [];
  }
  const hits = inOrder(events, 'head').flatMap((event) => {
    const ordinal = toOrdinal(event);
    return (ordinal && hitsOf(event.document, ordinal, stages, until)) ?? [];
  });
  const matcher = new SequenceMatcher<EventDocument>(query, { maxInFlight: options.maxInFlight });
  const found = asFetched(hits, query, fetch).flatMap((hit) => push(matcher, hit));
  found.push(...matcher.finish());
  return found.sort((a, b) => compareOrdinals(a.last, b.last));
};

/** Callers of a search expect no other errors than `EqlError`s. */
const push = (matcher: SequenceMatcher<EventDocument>, hit: Hits): Sequence<EventDocument>[] => {
  try {
    return matcher.push(hit);
  } catch (error) {
    if (!(error instanceof TooManyInFlightError)) {
      throw error;
    }
    throw new EqlError('evaluation', { message: error.message, remedy: error.remedy });
  }
};

/** The order of an answer: by the last event, and by key where one event completes several. */
export const byLastEventAndKey = (a: Sequence<unknown>, b: Sequence<unknown>): number =>
  compareOrdinals(a.last, b.last) || compareJoinKeys(a.key, b.key);

/**
 * The hits as Elasticsearch comes to see them (observed on 8.10). It fetches the first stage first, for
 * `tail` backwards, and looks for the other stages behind the oldest first event. So of the events that
 * timestamp and tiebreaker leave tied with that one, some are never seen (none is, where it lacks the
 * tiebreaker), and `tail` continues the first of several tied first events, only with events behind the
 * last of them.
 */
const asFetched = (
  hits: readonly Hits[],
  { stages }: BoundSequence,
  { from, tiebroken }: FetchOrder,
): Hits[] => {
  const firstStage = stages.findIndex(({ missing }) => !missing);
  const begins = hits.filter((hit) => hit.stages.has(firstStage));
  const oldest = begins[0]?.ordinal;
  const last = from === 'tail' ? lastOfTies(begins)?.ordinal : oldest;
  if (!oldest || !last) {
    return [...hits];
  }
  const isSeen = ({ ordinal }: Hits): boolean =>
    tiebroken && oldest.tiebreaker === null
      ? ordinal.timestamp > oldest.timestamp
      : compareOrdinals(ordinal, last) > 0;
  const isNeeded = (stage: number): boolean =>
    stage === firstStage || stages[stage]?.missing === true;
  const seen = hits.flatMap((hit) => (isSeen(hit) ? [hit] : keepStages(hit, isNeeded)));
  return from === 'tail' ? seenBackwards(seen, firstStage) : seen;
};

const keepStages = (hit: Hits, keep: (stage: number) => boolean): Hits[] => {
  const stages = new Map([...hit.stages].filter(([stage]) => keep(stage)));
  return stages.size > 0 || hit.until ? [{ ...hit, stages }] : [];
};

const seenBackwards = (hits: readonly Hits[], firstStage: number): Hits[] => {
  const out: Hits[] = [];
  for (let start = 0; start < hits.length;) {
    const end = endOfTies(hits, start);
    out.push(...reverseStarts(hits.slice(start, end), firstStage));
    start = end;
  }
  return out;
};

const lastOfTies = (hits: readonly Hits[]): Hits | undefined => hits[endOfTies(hits, 0) - 1];

const endOfTies = (hits: readonly Hits[], start: number): number => {
  const first = hits[start];
  let end = start + 1;
  for (
    let next = hits[end];
    first && next && areTied(first.ordinal, next.ordinal);
    next = hits[end]
  ) {
    end += 1;
  }
  return end;
};

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
    const begun = [...starts.values()]
      .filter(({ last }) => last === hit)
      .map(({ key, first }): Hits => ({ ...first, stages: new Map([[firstStage, [key]]]) }));
    return [...keepStages(hit, (stage) => stage !== firstStage), ...begun];
  });
};
