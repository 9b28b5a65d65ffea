// SPDX-License-Identifier: Apache-2.0
import { parseDateMillis } from '../../common/eql/types/date';
import { calendarTime } from './calendar_time';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const TIMESTAMP_FIRST = Buffer.from('{"@timestamp":"');
const HOST_ID = Buffer.from('"host":{"id":"');

/**
 * The timestamp of an event whose JSON begins with it, as shippers write it, without parsing the JSON.
 * Milliseconds; undefined when it does not begin so.
 */
export const quickTimestamp = (bytes: Buffer, start: number, end: number): number | undefined => {
  const from = start + TIMESTAMP_FIRST.length;
  if (bytes.compare(TIMESTAMP_FIRST, 0, TIMESTAMP_FIRST.length, start, Math.min(from, end)) !== 0) {
    return undefined;
  }
  const close = bytes.indexOf(QUOTE, from);
  return close < 0 || close > end
    ? undefined
    : calendarTime(parseDateMillis(bytes.toString('latin1', from, close)));
};

/** Where a text stands in some bytes: from the first byte to behind the last. */
export type Span = readonly [from: number, to: number];

/** Where the value of `host.id` stands, for JSON that writes it first in its object; undefined otherwise. */
export const quickHostId = (bytes: Buffer, start: number, end: number): Span | undefined => {
  const at = bytes.subarray(start, end).indexOf(HOST_ID);
  if (at < 0) {
    return undefined;
  }
  const from = start + at + HOST_ID.length;
  const to = bytes.indexOf(QUOTE, from);
  return bytes.subarray(from, to).includes(BACKSLASH) ? undefined : [from, to];
};
