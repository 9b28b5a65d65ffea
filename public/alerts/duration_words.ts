// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

const SECOND = 1_000;
const MINUTE = 60_000;

/** A span of milliseconds, as exact as people read it. */
export function durationWords(milliseconds: number): string {
  const size = Math.abs(milliseconds);
  const sign = milliseconds < 0 ? '\u2212' : '';
  if (size < SECOND) {
    return i18n.translate('recentlyCompiled.alerts.duration.milliseconds', {
      defaultMessage: '{sign}{count} ms',
      values: { sign, count: Math.round(size) },
    });
  }
  if (size < MINUTE) {
    return i18n.translate('recentlyCompiled.alerts.duration.seconds', {
      defaultMessage: '{sign}{count} s',
      values: { sign, count: String(Number((size / SECOND).toFixed(3))) },
    });
  }
  const minutes = String(Math.floor(size / MINUTE));
  const seconds = Math.floor((size % MINUTE) / SECOND);
  return seconds === 0
    ? i18n.translate('recentlyCompiled.alerts.duration.wholeMinutes', {
        defaultMessage: '{sign}{minutes} min',
        values: { sign, minutes },
      })
    : i18n.translate('recentlyCompiled.alerts.duration.minutes', {
        defaultMessage: '{sign}{minutes} min {seconds} s',
        values: { sign, minutes, seconds },
      });
}
