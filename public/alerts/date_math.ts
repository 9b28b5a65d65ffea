// SPDX-License-Identifier: Apache-2.0

import moment from 'moment-timezone';
import { viewerZone } from '../time_in_words';

type Unit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'y';

const STEP = /^(?:([+-])(\d{1,6})([smhdwMy])|\/([smhdwMy]))/;

/**
 * The time that Kibana's date math stands for: `now`, steps such as `-7d`, and rounding such as `/d` in the
 * viewer's zone, down or up to the last millisecond; or an ISO time. Weeks begin on the day that Moment has for it,
 * which Kibana takes from its setting `dateFormat:dow`.
 * @param now in milliseconds since 1970
 * @returns undefined for any other text
 */
export function timeOf(text: string, now: number, roundsUp = false): Date | undefined {
  if (!text.startsWith('now')) {
    return /^\d{4}-\d\d-\d\d/.test(text) ? valid(new Date(text)) : undefined;
  }
  const time = moment.tz(now, viewerZone());
  let rest = text.slice('now'.length);
  while (rest !== '') {
    const [step, sign, count, unit, rounding] = STEP.exec(rest) ?? [];
    if (step === undefined) {
      return undefined;
    }
    if (rounding === undefined) {
      time.add(Number(`${sign}${count}`), unit as Unit);
    } else if (roundsUp) {
      time.endOf(rounding as Unit);
    } else {
      time.startOf(rounding as Unit);
    }
    rest = rest.slice(step.length);
  }
  return valid(time.toDate());
}

const valid = (time: Date): Date | undefined => (Number.isNaN(time.getTime()) ? undefined : time);
