// SPDX-License-Identifier: Apache-2.0
import { PatternError } from '../../pattern_error';
import {
  codePointRange,
  complementOfSet,
  eitherCaseOf,
  isAsciiLetter,
  oneCodePoint,
  unionOfSets,
  type CodePointSet,
} from './code_point_set';
import type { PatternCursor } from './pattern_cursor';

export interface CharacterOptions {
  readonly caseInsensitive: boolean;
}

const rangeOf = (first: string, last: string): CodePointSet =>
  codePointRange(first.charCodeAt(0), last.charCodeAt(0));

const DIGIT = rangeOf('0', '9');
const WORD = unionOfSets([DIGIT, rangeOf('A', 'Z'), rangeOf('_', '_'), rangeOf('a', 'z')]);
const SPACE = unionOfSets([...' \t\n\r'].map((char) => rangeOf(char, char)));

const PREDEFINED: ReadonlyMap<number, CodePointSet> = new Map(
  [
    ['d', DIGIT] as const,
    ['w', WORD] as const,
    ['s', SPACE] as const,
    ['D', complementOfSet(DIGIT)] as const,
    ['W', complementOfSet(WORD)] as const,
    ['S', complementOfSet(SPACE)] as const,
  ].map(([name, set]) => [name.charCodeAt(0), set]),
);

const BACKSLASH = '\\'.charCodeAt(0);

/** The set that one literal code point stands for. */
export const literalSet = (codePoint: number, { caseInsensitive }: CharacterOptions) =>
  caseInsensitive ? eitherCaseOf(codePoint) : oneCodePoint(codePoint);

interface ReadCharacter {
  readonly set: CodePointSet;
  /** Present when a range may start here. */
  readonly codePoint?: number;
}

/**
 * A code point, an escaped code point or a predefined class. After a backslash Lucene 9 accepts
 * \d \D \w \W \s \S and anything that is no ASCII letter.
 */
const readCharacter = (cursor: PatternCursor, options: CharacterOptions): ReadCharacter => {
  const offset = cursor.offset;
  if (cursor.takeIf('\\')) {
    const escaped = cursor.peek();
    const predefined = escaped === undefined ? undefined : PREDEFINED.get(escaped);
    if (predefined) {
      cursor.take();
      return { set: predefined };
    }
    if (escaped === BACKSLASH) {
      // Lucene starts no range at an escaped backslash: [\\-a] is three characters.
      return { set: oneCodePoint(cursor.take()) };
    }
    if (escaped !== undefined && isAsciiLetter(escaped)) {
      const name = `\\${String.fromCodePoint(escaped)}`;
      throw new PatternError({
        message: `invalid character class ${name}`,
        offset,
        remedy: `The classes are \\d, \\D, \\w, \\W, \\s and \\S; for a backslash before a letter write \\${name}.`,
      });
    }
  }
  const codePoint = cursor.take();
  return { set: literalSet(codePoint, options), codePoint };
};

/** What one character of the pattern outside of brackets stands for. */
export const parseCharacter = (cursor: PatternCursor, options: CharacterOptions): CodePointSet =>
  readCharacter(cursor, options).set;

const parseClassMember = (cursor: PatternCursor, options: CharacterOptions): CodePointSet => {
  const offset = cursor.offset;
  const { set, codePoint: from } = readCharacter(cursor, options);
  if (from === undefined || !cursor.takeIf('-')) {
    return set;
  }
  // No class can end a range, so here a backslash escapes letters too.
  cursor.takeIf('\\');
  const to = cursor.take();
  if (from > to) {
    throw new PatternError({
      message: `invalid range: from (${from}) cannot be > to (${to})`,
      offset,
      remedy: 'Swap the ends of the range, or write the hyphen itself as \\-.',
    });
  }
  // Ranges stay as they are when case is ignored: Lucene 9 folds single characters only.
  return codePointRange(from, to);
};

/**
 * What follows a `[`, its `]` included. As in Lucene the first member is taken whatever it is,
 * so `[]]` holds a bracket and `[]` is not closed; no operator but `^ - \ ]` means anything.
 */
export const parseCharacterClass = (
  cursor: PatternCursor,
  options: CharacterOptions,
): CodePointSet => {
  const negated = cursor.takeIf('^');
  const members = [parseClassMember(cursor, options)];
  while (!cursor.atEnd && !cursor.isOneOf(']')) {
    members.push(parseClassMember(cursor, options));
  }
  cursor.expect(']', 'Close the character class with ], or write the opening bracket as \\[.');
  const set = unionOfSets(members);
  return negated ? complementOfSet(set) : set;
};
