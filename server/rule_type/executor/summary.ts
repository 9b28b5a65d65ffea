// SPDX-License-Identifier: Apache-2.0
import { formatDuration } from '../../../common/rule';
import type { Notice } from '../../notice';
import type { TimeRange } from '../../search/time_range';
import type { Progress, Unfinished } from './search_and_write';

/** "1 new alert", "2 new alerts". */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

const SECOND = 1_000;
const MINUTE = 60_000;

/** To the minute, and to the second below one. */
const whole = (milliseconds: number): string => {
  const unit = milliseconds >= MINUTE ? MINUTE : SECOND;
  return formatDuration(Math.max(1, Math.round(milliseconds / unit)) * unit);
};

export const between = ({ from, to }: TimeRange): string =>
  `${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;

export interface Searched {
  readonly regular: TimeRange;
  readonly gap: number;
  readonly lateRanges: number;
  readonly events: number;
}

/** What was searched and found, in one sentence. */
export const summarize = (
  { regular, gap, lateRanges, events }: Searched,
  { sequences, created, alreadyThere, excluded }: Progress,
): string =>
  [
    `Searched ${counted(events, 'event')} from ${between(regular)}`,
    ...(gap >= MINUTE ? [`of it ${whole(gap)} that earlier runs had not searched`] : []),
    ...(lateRanges > 0 ? [`and ${counted(lateRanges, 'earlier time')} with late events`] : []),
  ].join(', ') +
  `: ${counted(sequences, 'sequence')}, ${counted(created.length, 'new alert')}, ${alreadyThere} already there, ${excluded} excluded`;

/** What a person should know about work that is left for the next run; undefined for a failure or for none. */
export const leftWork = (
  unfinished: Unfinished | undefined,
  maxSignals: number,
): Notice | undefined => {
  switch (unfinished?.reason) {
    case 'full': {
      const { waiting, isAll } = unfinished;
      return {
        message: `This run has written as many alerts as it may (${maxSignals}); ${isAll ? '' : 'at least '}${counted(waiting, 'more waits', 'more wait')} for the next run`,
        remedy:
          'None is lost. Add exclusions for what is harmless, or raise the most alerts of a run',
      };
    }
    case 'time':
      return {
        message: `The time for this run was used up with ${whole(unfinished.left)} of events left to search`,
        remedy: 'The next run goes on from there',
      };
    default:
      return undefined;
  }
};

export const cutRanges = (cut: readonly TimeRange[]): Notice | undefined => {
  const [first] = cut;
  return (
    first && {
      message: `More sequences end in ${between(first)} than can be fetched at once${cut.length > 1 ? `, and in ${counted(cut.length - 1, 'other time')}` : ''}; some got no alert`,
      remedy: 'Exclude the host or program that makes so many',
    }
  );
};

export const notSearched = (range: TimeRange | undefined): Notice | undefined =>
  range && {
    message: `The rule had not run for so long that ${between(range)} is not searched any more`,
    remedy: 'Search that time with the scan command, or in Timeline',
  };
