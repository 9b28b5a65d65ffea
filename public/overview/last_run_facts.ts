// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Rule, RunMetrics } from '../../common/api';
import { spanWords } from './span_words';
import { countWords } from './words';

export interface LastRun {
  status: 'succeeded' | 'warning' | 'failed';
  /** ISO; null when Kibana does not tell. */
  at: string | null;
  /** Why it failed, or what it warns of. */
  remarks: string[];
}

/**
 * How the last run ended. A run that failed before its end leaves its reason with Kibana only; of all others
 * our own record tells the warnings one by one.
 */
export function lastRunOf({ outcome, lastRun }: Rule): LastRun | null {
  if (outcome === null) {
    return null;
  }
  const { status, messages, at } = outcome;
  if (status === 'succeeded') {
    return { status, at, remarks: [] };
  }
  const warnings = status === 'warning' ? (lastRun?.warnings ?? []) : [];
  return { status, at, remarks: warnings.length > 0 ? warnings : messages };
}

export interface Figure {
  title: string;
  description: string;
}

/** The counts of the newest run that came to its end, each with what it counts. */
export const runFigures = (run: RunMetrics): Figure[] => [
  {
    title: countWords(run.created),
    description: i18n.translate('recentlyCompiled.overview.lastRun.created', {
      defaultMessage: '{count, plural, one {new alert} other {new alerts}}',
      values: { count: run.created },
    }),
  },
  {
    title: countWords(run.alreadyThere),
    description: i18n.translate('recentlyCompiled.overview.lastRun.alreadyThere', {
      defaultMessage: 'already there',
    }),
  },
  {
    title: countWords(run.excluded),
    description: i18n.translate('recentlyCompiled.overview.lastRun.excluded', {
      defaultMessage: 'excluded',
    }),
  },
  {
    title: countWords(run.waiting),
    description: i18n.translate('recentlyCompiled.overview.lastRun.waiting', {
      defaultMessage: 'left to the next run',
    }),
  },
  {
    title: countWords(run.events),
    description: i18n.translate('recentlyCompiled.overview.lastRun.events', {
      defaultMessage: 'events searched',
    }),
  },
  {
    title: spanWords(run.durationMs),
    description: i18n.translate('recentlyCompiled.overview.lastRun.taken', {
      defaultMessage: 'taken',
    }),
  },
];
