// SPDX-License-Identifier: Apache-2.0
import {
  LineageMatcher,
  type Chain,
  type LineageEvent,
  type LineageParams,
  type LineageWatch,
} from '../../../common/lineage';
import { compareOrdinals } from '../../../common/sequence';
import type { TimeRange } from '../time_range';
import { SEARCH_LIMITS } from './caps';
import type { TimedEvent } from './timed_event';

export interface FollowOptions {
  readonly params: LineageParams;
  readonly range: TimeRange;
  readonly watch?: LineageWatch;
}

export interface Followed {
  /** Their events are those that were given. */
  readonly chains: readonly Chain[];
  /** Whether something was forgotten because a limit was reached. */
  readonly isCut: boolean;
}

/**
 * What the matcher of `common/lineage` finds in events, which may come in any order. Both searches end here, so
 * that lineage means the same in both. Events before the range count only as processes that were started, so
 * that a compiler of then is known and a file that was built then is not.
 */
export const followFiles = (
  events: readonly TimedEvent[],
  { params, range, watch }: FollowOptions,
): Followed => {
  const matcher = new LineageMatcher(params, SEARCH_LIMITS, watch);
  const found = [...events].sort(compareOrdinals).flatMap(({ read, timestamp }) => {
    matcher.advance(timestamp);
    const counts = timestamp <= range.to && (timestamp >= range.from || isOfProcess(read));
    return read && counts ? matcher.take(read) : [];
  });
  return { chains: [...found, ...matcher.finish()], isCut: matcher.stats.dropped > 0 };
};

const isOfProcess = (event: LineageEvent | undefined): boolean =>
  event?.categories.every((category) => category === 'process') ?? false;
