// SPDX-License-Identifier: Apache-2.0

/** All nanoseconds since 1970 that a date text stands for, both ends included. */
export interface DateInterval {
  readonly from: bigint;
  readonly to: bigint;
}

const NANOS_PER_MS = 1_000_000n;
const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(?:(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const FAST_ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\d*Z$/;

export const toMillis = (nanos: bigint): number => {
  const millis = nanos / NANOS_PER_MS;
  return Number(nanos < 0n && millis * NANOS_PER_MS !== nanos ? millis - 1n : millis);
};

/**
 * Reads the date of an event: a number of milliseconds, or text in the formats
 * `strict_date_optional_time` and `epoch_millis`. Undefined when it is neither.
 */
export const parseDateMillis = (value: unknown): number | undefined => {
  if (typeof value === 'number') {
    return Math.trunc(value);
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  if (FAST_ISO.test(value)) {
    const time = Date.parse(value);
    // Beyond the end of a month or a day the host's reader goes on counting.
    const isReal = new Date(time).getUTCDate() === Number(value.slice(8, 10));
    return isReal && value.slice(11, 13) !== '24' ? time : undefined;
  }
  const interval = parseDate(value);
  return interval && toMillis(interval.from);
};

/** As `parseDateMillis`, to the nanosecond. */
export const parseDateNanos = (value: unknown): bigint | undefined =>
  typeof value === 'number'
    ? BigInt(Math.trunc(value)) * NANOS_PER_MS
    : typeof value === 'string'
      ? parseDate(value)?.from
      : undefined;

/**
 * Reads a date without date math. What the text leaves out is open: "2023-11" is the whole month,
 * "2023-11-01T10:00:00Z" the whole second; with a fraction it is one instant (observed on 8.10).
 */
export const parseDate = (text: string): DateInterval | undefined => {
  if (/^-?\d+$/.test(text)) {
    const instant = BigInt(text) * NANOS_PER_MS;
    return { from: instant, to: instant };
  }
  const match = ISO.exec(text);
  if (!match) {
    return undefined;
  }
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const parts = [year, month, day, hour, minute, second].map((part) => part ?? '');
  const start = utc(parts);
  if (start === undefined) {
    return undefined;
  }
  const offset = zoneNanos(zone);
  if (fraction !== undefined) {
    const instant = start + BigInt(fraction.padEnd(9, '0')) - offset;
    return { from: instant, to: instant };
  }
  const unit = UNITS_BY_LENGTH[parts.filter((part) => part !== '').length - 1] ?? 's';
  return { from: start - offset, to: shift(start, 1, unit) - 1n - offset };
};

type Unit = 'y' | 'M' | 'w' | 'd' | 'h' | 'm' | 's';
const UNITS_BY_LENGTH: readonly Unit[] = ['y', 'M', 'd', 'h', 'm', 's'];

const utc = ([year, month, day, hour, minute, second]: readonly string[]): bigint | undefined => {
  const numbers = [
    Number(year),
    Number(month || 1),
    Number(day || 1),
    Number(hour || 0),
    Number(minute || 0),
    Number(second || 0),
  ] as const;
  const date = new Date(0);
  date.setUTCFullYear(numbers[0], numbers[1] - 1, numbers[2]);
  date.setUTCHours(numbers[3], numbers[4], numbers[5]);
  const exists =
    date.getUTCMonth() === numbers[1] - 1 &&
    date.getUTCDate() === numbers[2] &&
    date.getUTCHours() === numbers[3] &&
    date.getUTCMinutes() === numbers[4] &&
    date.getUTCSeconds() === numbers[5];
  return exists ? BigInt(date.getTime()) * NANOS_PER_MS : undefined;
};

const zoneNanos = (zone: string | undefined): bigint => {
  if (zone === undefined || zone === 'Z') {
    return 0n;
  }
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return BigInt(zone.startsWith('-') ? -minutes : minutes) * 60_000n * NANOS_PER_MS;
};

const FIXED_MILLIS: Partial<Record<Unit, bigint>> = {
  w: 604_800_000n,
  d: 86_400_000n,
  h: 3_600_000n,
  m: 60_000n,
  s: 1_000n,
};

const shift = (nanos: bigint, count: number, unit: Unit): bigint => {
  const fixed = FIXED_MILLIS[unit];
  if (fixed !== undefined) {
    return nanos + BigInt(count) * fixed * NANOS_PER_MS;
  }
  const millis = toMillis(nanos);
  const date = new Date(millis);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count * (unit === 'y' ? 12 : 1));
  date.setUTCDate(Math.min(day, daysInMonth(date)));
  return BigInt(date.getTime()) * NANOS_PER_MS + (nanos - BigInt(millis) * NANOS_PER_MS);
};

const daysInMonth = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

const startOf = (nanos: bigint, unit: Unit): bigint => {
  const date = new Date(toMillis(nanos));
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const hour = date.getUTCHours();
  const minute = date.getUTCMinutes();
  const starts: Record<Unit, () => number> = {
    y: () => Date.UTC(year, 0, 1),
    M: () => Date.UTC(year, month, 1),
    w: () => Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7)),
    d: () => Date.UTC(year, month, day),
    h: () => Date.UTC(year, month, day, hour),
    m: () => Date.UTC(year, month, day, hour, minute),
    s: () => Date.UTC(year, month, day, hour, minute, date.getUTCSeconds()),
  };
  return BigInt(starts[unit]()) * NANOS_PER_MS;
};

const MATH_STEP = /^(?:([+-])(\d*)|\/)([yMwdhHms])/;

/**
 * Reads a date of a query: a date, `now`, or either with date math (`now-1d/d`, `2023-11-01||+1M/M`).
 * `now` is in milliseconds. Undefined when it is none.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/common-options.html#date-math
 */
export const parseDateMath = (text: string, now: number): DateInterval | undefined => {
  const anchored = /^(now|(.*?)\|\|)(.*)$/s.exec(text);
  if (!anchored) {
    return parseDate(text);
  }
  const instant = BigInt(now) * NANOS_PER_MS;
  const anchor =
    anchored[1] === 'now' ? { from: instant, to: instant } : parseDate(anchored[2] ?? '');
  return anchor && applyMath(anchor, anchored[3] ?? '');
};

const applyMath = (anchor: DateInterval, math: string): DateInterval | undefined => {
  let interval = anchor;
  let rest = math;
  while (rest !== '') {
    const step = MATH_STEP.exec(rest);
    if (!step) {
      return undefined;
    }
    const unit = (step[3] === 'H' ? 'h' : step[3]) as Unit;
    if (step[1] === undefined) {
      interval = {
        from: startOf(interval.from, unit),
        to: shift(startOf(interval.to, unit), 1, unit) - 1n,
      };
    } else {
      const count = Number(step[2] || 1) * (step[1] === '-' ? -1 : 1);
      interval = { from: shift(interval.from, count, unit), to: shift(interval.to, count, unit) };
    }
    rest = rest.slice(step[0].length);
  }
  return interval;
};

/** As Elasticsearch's scripts print a date: seconds and fractions only where they are not zero. */
export const formatJavaDate = (millis: number): string => {
  const iso = new Date(millis).toISOString();
  return iso.replace(/:00\.000Z$/, 'Z').replace(/\.000Z$/, 'Z');
};
