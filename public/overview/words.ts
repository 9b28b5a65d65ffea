// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Run } from '../../common/api';
import { isSpan, type RunFigure } from './run_series';
import { spanWords } from './span_words';

export const outcomeWords = (outcome: Run['outcome']): string =>
  ({
    succeeded: i18n.translate('recentlyCompiled.overview.outcome.succeeded', {
      defaultMessage: 'Succeeded',
    }),
    warning: i18n.translate('recentlyCompiled.overview.outcome.warning', {
      defaultMessage: 'Succeeded with warnings',
    }),
    failed: i18n.translate('recentlyCompiled.overview.outcome.failed', {
      defaultMessage: 'Failed',
    }),
  })[outcome];

export const OUTCOME_COLORS = {
  succeeded: 'success',
  warning: 'warning',
  failed: 'danger',
} as const satisfies Record<Run['outcome'], string>;

export const figureWords = (): Record<RunFigure, string> => ({
  durationMs: i18n.translate('recentlyCompiled.overview.figure.duration', {
    defaultMessage: 'Duration',
  }),
  events: i18n.translate('recentlyCompiled.overview.figure.events', {
    defaultMessage: 'Events searched',
  }),
  sequences: i18n.translate('recentlyCompiled.overview.figure.sequences', {
    defaultMessage: 'Sequences',
  }),
  created: i18n.translate('recentlyCompiled.overview.figure.created', {
    defaultMessage: 'New alerts',
  }),
  latenessMs: i18n.translate('recentlyCompiled.overview.figure.lateness', {
    defaultMessage: 'Lateness of events',
  }),
  gapMs: i18n.translate('recentlyCompiled.overview.figure.gap', {
    defaultMessage: 'Gap before the run',
  }),
});

/** The value of a figure with its unit. */
export function valueWords(figure: RunFigure, value: number | null): string {
  if (value === null) {
    return i18n.translate('recentlyCompiled.overview.figure.unknown', {
      defaultMessage: 'Unknown',
    });
  }
  if (!isSpan(figure)) {
    return countWords(value);
  }
  return value === 0 && figure !== 'durationMs'
    ? i18n.translate('recentlyCompiled.overview.figure.none', { defaultMessage: 'None' })
    : spanWords(value);
}

/** A number as the viewer's language groups it. */
export const countWords = (count: number): string =>
  i18n.translate('recentlyCompiled.overview.count', {
    defaultMessage: '{count, number}',
    values: { count },
  });
