// SPDX-License-Identifier: Apache-2.0
import { parseDateMillis } from '../../common/eql/types/date';
import { calendarTime } from './calendar_time';
import type { Span } from './line_blocks';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const TIMESTAMP_FIRST = Buffer.from('{"@timestamp":"');
/** What stands before the value of `host.id` in JSON that writes it first in its object, without blanks. */
export const HOST_ID = Buffer.from('"host":{"id":"');

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

/** Where the value of `host.id` stands, for JSON that has `HOST_ID` before it; undefined otherwise. */
export const quickHostId = (bytes: Buffer, start: number, end: number): Span | undefined => {
  const at = bytes.subarray(start, end).indexOf(HOST_ID);
  return at < 0 ? undefined : hostIdAt(bytes, start + at);
};

/** The same where `HOST_ID` stands at a known place. */
export const hostIdAt = (bytes: Buffer, at: number): Span | undefined => {
  const from = at + HOST_ID.length;
  const to = bytes.indexOf(QUOTE, from);
  return bytes.subarray(from, to).includes(BACKSLASH) ? undefined : [from, to];
};
