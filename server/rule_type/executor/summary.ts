// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { formatDuration } from '../../../common/rule';
import type { Notice } from '../../notice';
import type { TimeRange } from '../../search/time_range';
import type { LastRun } from './run_state';
import type { Unfinished } from './search_and_write';

const SECOND = 1_000;
const MINUTE = 60_000;

/** To the minute, and to the second below one. */
const whole = (milliseconds: number): string => {
  const unit = milliseconds >= MINUTE ? MINUTE : SECOND;
  return formatDuration(Math.max(1, Math.round(milliseconds / unit)) * unit);
};

const iso = (time: number): string => new Date(time).toISOString();

/** The figures of a run that people are told of. */
export type Figures = Pick<
  LastRun,
  'events' | 'sequences' | 'created' | 'alreadyThere' | 'excluded' | 'lateRanges' | 'gapMs'
>;

/** What was searched and found, in one sentence; `regular` is the range without late events. */
export const summarize = (
  regular: { readonly from: string; readonly to: string },
  { events, sequences, created, alreadyThere, excluded, lateRanges, gapMs }: Figures,
): string =>
  i18n.translate('recentlyCompiled.run.summary', {
    defaultMessage:
      'Searched {events, plural, one {{events} event} other {{events} events}} from {from} to {to}{hasGap, select, yes {, of it {gap} that earlier runs had not searched} other {}}{late, plural, =0 {} one {, and {late} earlier time with late events} other {, and {late} earlier times with late events}}: {sequences, plural, one {{sequences} sequence} other {{sequences} sequences}}, {created, plural, one {{created} new alert} other {{created} new alerts}}, {alreadyThere} already there, {excluded} excluded',
    values: {
      events,
      from: regular.from,
      to: regular.to,
      hasGap: gapMs >= MINUTE ? 'yes' : 'no',
      gap: whole(gapMs),
      late: lateRanges,
      sequences,
      created,
      alreadyThere,
      excluded,
    },
  });

/** What a person should know about work that is left for the next run; undefined for a failure or for none. */
export const leftWork = (
  unfinished: Unfinished | undefined,
  maxSignals: number,
): Notice | undefined => {
  switch (unfinished?.reason) {
    case 'full': {
      const { waiting, isAll } = unfinished;
      return {
        message: i18n.translate('recentlyCompiled.run.full', {
          defaultMessage:
            'This run has written as many alerts as it may ({most}); {isAll, select, yes {} other {at least }}{waiting, plural, one {{waiting} more waits} other {{waiting} more wait}} for the next run',
          values: { most: maxSignals, isAll: isAll ? 'yes' : 'no', waiting },
        }),
        remedy: i18n.translate('recentlyCompiled.run.fullRemedy', {
          defaultMessage:
            'None is lost. Add exclusions for what is harmless, or raise the most alerts of a run',
        }),
      };
    }
    case 'time':
      return {
        message: i18n.translate('recentlyCompiled.run.outOfTime', {
          defaultMessage: 'The time for this run was used up with {left} of events left to search',
          values: { left: whole(unfinished.left) },
        }),
        remedy: i18n.translate('recentlyCompiled.run.outOfTimeRemedy', {
          defaultMessage: 'The next run goes on from there',
        }),
      };
    default:
      return undefined;
  }
};

export const cutRanges = (cut: readonly TimeRange[]): Notice | undefined => {
  const [first] = cut;
  return (
    first && {
      message: i18n.translate('recentlyCompiled.run.cut', {
        defaultMessage:
          'More sequences end in {from} to {to} than can be fetched at once{others, plural, =0 {} one {, and in {others} other time} other {, and in {others} other times}}; some got no alert',
        values: { from: iso(first.from), to: iso(first.to), others: cut.length - 1 },
      }),
      remedy: i18n.translate('recentlyCompiled.run.cutRemedy', {
        defaultMessage: 'Exclude the host or program that makes so many',
      }),
    }
  );
};

export const notSearched = (range: TimeRange | undefined): Notice | undefined =>
  range && {
    message: i18n.translate('recentlyCompiled.run.notSearched', {
      defaultMessage:
        'The rule had not run for so long that {from} to {to} is not searched any more',
      values: { from: iso(range.from), to: iso(range.to) },
    }),
    remedy: i18n.translate('recentlyCompiled.run.notSearchedRemedy', {
      defaultMessage: 'Search that time with the scan command, or in Timeline',
    }),
  };
