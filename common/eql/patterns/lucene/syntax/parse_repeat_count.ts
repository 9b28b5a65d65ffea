// SPDX-License-Identifier: Apache-2.0
import { PatternError } from '../../pattern_error';
import { parseJavaInt } from './java_int';
import type { PatternCursor } from './pattern_cursor';

export interface RepeatCount {
  readonly min: number;
  /** Infinity when there is no upper bound. */
  readonly max: number;
}

const REMEDY = 'Write {n}, {n,} or {n,m} with whole numbers, or the brace itself as \\{.';

const DIGITS = '0123456789';

/** What follows a `{`, its `}` included. `{,m}` is an error, as in Lucene. */
export const parseRepeatCount = (cursor: PatternCursor): RepeatCount => {
  const min = parseCount(cursor);
  if (min === undefined) {
    throw new PatternError({ message: 'integer expected', offset: cursor.offset, remedy: REMEDY });
  }
  const max = cursor.takeIf(',') ? (parseCount(cursor) ?? Infinity) : min;
  cursor.expect('}', REMEDY);
  return { min, max };
};

/** Undefined when no digit comes next. */
const parseCount = (cursor: PatternCursor): number | undefined => {
  const offset = cursor.offset;
  const digits = cursor.takeWhileOneOf(DIGITS);
  if (digits === '') {
    return undefined;
  }
  const count = parseJavaInt(digits);
  if (count === undefined) {
    throw new PatternError({
      message: `integer out of range: ${digits}`,
      offset,
      remedy: 'Use a count of at most a few thousand.',
    });
  }
  return count;
};
