// SPDX-License-Identifier: Apache-2.0

type Unit = 's' | 'm' | 'h' | 'd' | 'w' | 'M' | 'y';

const STEP = /^(?:([+-])(\d{1,6})([smhdwMy])|\/([smhdwMy]))/;

/**
 * The time that Kibana's date math stands for: `now`, steps such as `-7d`, and rounding such as `/d` in the
 * viewer's zone, down or up to the last millisecond; or an ISO time.
 * @param now in milliseconds since 1970
 * @returns undefined for any other text
 */
export function timeOf(text: string, now: number, roundsUp = false): Date | undefined {
  if (!text.startsWith('now')) {
    return /^\d{4}-\d\d-\d\d/.test(text) ? valid(new Date(text)) : undefined;
  }
  const time = new Date(now);
  let rest = text.slice('now'.length);
  while (rest !== '') {
    const [step, sign, count, unit, rounding] = STEP.exec(rest) ?? [];
    if (step === undefined) {
      return undefined;
    }
    if (rounding === undefined) {
      move(time, unit as Unit, Number(`${sign}${count}`));
    } else {
      round(time, rounding as Unit, roundsUp);
    }
    rest = rest.slice(step.length);
  }
  return valid(time);
}

const valid = (time: Date): Date | undefined => (Number.isNaN(time.getTime()) ? undefined : time);

function move(time: Date, unit: Unit, count: number): void {
  switch (unit) {
    case 'y':
      time.setFullYear(time.getFullYear() + count);
      return;
    case 'M':
      time.setMonth(time.getMonth() + count);
      return;
    case 'w':
    case 'd':
      time.setDate(time.getDate() + (unit === 'w' ? 7 * count : count));
      return;
    case 'h':
      time.setTime(time.getTime() + count * 3_600_000);
      return;
    case 'm':
      time.setTime(time.getTime() + count * 60_000);
      return;
    case 's':
      time.setTime(time.getTime() + count * 1_000);
  }
}

function round(time: Date, unit: Unit, up: boolean): void {
  toBeginning(time, unit);
  if (up) {
    move(time, unit, 1);
    time.setTime(time.getTime() - 1);
  }
}

function toBeginning(time: Date, unit: Unit): void {
  switch (unit) {
    case 'y':
      time.setMonth(0, 1);
      break;
    case 'M':
      time.setDate(1);
      break;
    case 'w':
      time.setDate(time.getDate() - time.getDay());
      break;
    case 'd':
      break;
    case 'h':
      time.setMinutes(0, 0, 0);
      return;
    case 'm':
      time.setSeconds(0, 0);
      return;
    case 's':
      time.setMilliseconds(0);
      return;
  }
  time.setHours(0, 0, 0, 0);
}
