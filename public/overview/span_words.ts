// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time span in its two largest units, as people read it off a chart. @param milliseconds not negative */
export function spanWords(milliseconds: number): string {
  if (milliseconds < SECOND) {
    return i18n.translate('recentlyCompiled.overview.span.milliseconds', {
      defaultMessage: '{count} ms',
      values: { count: Math.round(milliseconds) },
    });
  }
  if (milliseconds < MINUTE) {
    return i18n.translate('recentlyCompiled.overview.span.seconds', {
      defaultMessage: '{count} s',
      values: { count: String(Math.floor(milliseconds / 100) / 10) },
    });
  }
  if (milliseconds < HOUR) {
    return i18n.translate('recentlyCompiled.overview.span.minutes', {
      defaultMessage: '{minutes} min {seconds} s',
      values: {
        minutes: Math.floor(milliseconds / MINUTE),
        seconds: Math.floor((milliseconds % MINUTE) / SECOND),
      },
    });
  }
  if (milliseconds < DAY) {
    return i18n.translate('recentlyCompiled.overview.span.hours', {
      defaultMessage: '{hours} h {minutes} min',
      values: {
        hours: Math.floor(milliseconds / HOUR),
        minutes: Math.floor((milliseconds % HOUR) / MINUTE),
      },
    });
  }
  return i18n.translate('recentlyCompiled.overview.span.days', {
    defaultMessage: '{days, plural, one {# day} other {# days}} {hours} h',
    values: {
      days: Math.floor(milliseconds / DAY),
      hours: Math.floor((milliseconds % DAY) / HOUR),
    },
  });
}
