// SPDX-License-Identifier: Apache-2.0
import { PatternError } from '../../pattern_error';
import { decimalInterval } from './decimal_interval';
import { parseJavaInt } from './java_int';
import type { PatternCursor } from './pattern_cursor';
import type { PatternNode } from './syntax_tree';

const REMEDY = 'Write an interval as <n-m> with whole numbers, or the angle bracket itself as \\<.';

/** What follows a `<`, its `>` included: a numeric interval, or an error. */
export const parseAngleBrackets = (cursor: PatternCursor): PatternNode => {
  const start = cursor.offset;
  const text = cursor.takeUntil('>');
  if (text === undefined) {
    throw new PatternError({
      message: "expected '>'",
      offset: cursor.pattern.length,
      remedy: REMEDY,
    });
  }
  if (!text.includes('-')) {
    // To Lucene this is an automaton known by name, and Elasticsearch defines none.
    throw new PatternError({ message: `'${text}' not found`, offset: start, remedy: REMEDY });
  }
  const [low = '', high = '', ...more] = text.split('-');
  const ends = [parseJavaInt(low), parseJavaInt(high)] as const;
  if (more.length > 0 || ends[0] === undefined || ends[1] === undefined) {
    throw new PatternError({
      message: 'interval syntax error',
      offset: cursor.offset - 1,
      remedy: REMEDY,
    });
  }
  return decimalInterval(
    Math.min(ends[0], ends[1]),
    Math.max(ends[0], ends[1]),
    low.length === high.length ? low.length : undefined,
  );
};
