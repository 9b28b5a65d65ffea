// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

export interface QuickRange {
  /** Date math. */
  readonly start: string;
  readonly end: string;
  readonly label: string;
}

/** What Kibana offers at first (its setting `timepicker:quickRanges`). */
export const quickRanges = (): QuickRange[] => [
  {
    start: 'now/d',
    end: 'now/d',
    label: i18n.translate('recentlyCompiled.alerts.time.today', { defaultMessage: 'Today' }),
  },
  {
    start: 'now/w',
    end: 'now/w',
    label: i18n.translate('recentlyCompiled.alerts.time.thisWeek', { defaultMessage: 'This week' }),
  },
  since(
    'now-15m',
    i18n.translate('recentlyCompiled.alerts.time.minutes15', { defaultMessage: 'Last 15 minutes' }),
  ),
  since(
    'now-30m',
    i18n.translate('recentlyCompiled.alerts.time.minutes30', { defaultMessage: 'Last 30 minutes' }),
  ),
  since(
    'now-1h',
    i18n.translate('recentlyCompiled.alerts.time.hour', { defaultMessage: 'Last 1 hour' }),
  ),
  since(
    'now-24h',
    i18n.translate('recentlyCompiled.alerts.time.hours24', { defaultMessage: 'Last 24 hours' }),
  ),
  since(
    'now-7d',
    i18n.translate('recentlyCompiled.alerts.time.days7', { defaultMessage: 'Last 7 days' }),
  ),
  since(
    'now-30d',
    i18n.translate('recentlyCompiled.alerts.time.days30', { defaultMessage: 'Last 30 days' }),
  ),
  since(
    'now-90d',
    i18n.translate('recentlyCompiled.alerts.time.days90', { defaultMessage: 'Last 90 days' }),
  ),
  since(
    'now-1y',
    i18n.translate('recentlyCompiled.alerts.time.year', { defaultMessage: 'Last 1 year' }),
  ),
];

const since = (start: string, label: string): QuickRange => ({ start, end: 'now', label });
