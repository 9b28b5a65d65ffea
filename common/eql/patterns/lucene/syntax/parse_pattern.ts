// SPDX-License-Identifier: Apache-2.0
import { PatternError, tooComplex } from '../../pattern_error';
import { ANY_CODE_POINT } from './code_point_set';
import { parseAngleBrackets } from './parse_angle_brackets';
import {
  literalSet,
  parseCharacter,
  parseCharacterClass,
  type CharacterOptions,
} from './parse_character';
import { parseRepeatCount, type RepeatCount } from './parse_repeat_count';
import { PatternCursor } from './pattern_cursor';
import {
  ANY_STRING,
  character,
  EMPTY_LANGUAGE,
  EMPTY_STRING,
  sequence,
  union,
  type PatternNode,
} from './syntax_tree';

/** Reading a group recurses, so this keeps the host's stack whole. */
const MAX_GROUPS_WITHIN_GROUPS = 100;

interface Parsing extends CharacterOptions {
  readonly cursor: PatternCursor;
  readonly depth: number;
}

/**
 * Reads a pattern as Lucene 9 reads it with all its optional operators on. An operator where an
 * operand has to stand is an ordinary character (`*a`, `a|*`, `(?=o)`), except at the end.
 * Throws PatternError. Source: the grammar in the class comment of Lucene's RegExp.
 */
export const parsePattern = (pattern: string, options: CharacterOptions): PatternNode => {
  if (pattern === '') {
    return EMPTY_STRING;
  }
  const cursor = new PatternCursor(pattern);
  const tree = parseUnion({ cursor, depth: 0, caseInsensitive: options.caseInsensitive });
  if (!cursor.atEnd) {
    throw new PatternError({
      message: 'end-of-string expected',
      offset: cursor.offset,
      remedy: 'Open the group that this ) closes, or write the bracket itself as \\).',
    });
  }
  return tree;
};

const parseUnion = (parsing: Parsing): PatternNode => {
  const parts = [parseIntersection(parsing)];
  while (parsing.cursor.takeIf('|')) {
    parts.push(parseIntersection(parsing));
  }
  return union(parts);
};

const parseIntersection = (parsing: Parsing): PatternNode => {
  const { cursor } = parsing;
  const first = parseSequence(parsing);
  const offset = cursor.offset;
  const parts = [first];
  while (cursor.takeIf('&')) {
    parts.push(parseSequence(parsing));
  }
  return parts.length === 1 ? first : { kind: 'intersection', parts, offset };
};

const parseSequence = (parsing: Parsing): PatternNode => {
  const { cursor } = parsing;
  const parts = [parseRepeat(parsing)];
  while (!cursor.atEnd && !cursor.isOneOf(')|&')) {
    parts.push(parseRepeat(parsing));
  }
  return sequence(parts);
};

const parseRepeat = (parsing: Parsing): PatternNode => {
  const { cursor } = parsing;
  let node = parseComplement(parsing);
  for (;;) {
    const offset = cursor.offset;
    const count = takeRepeatCount(cursor);
    if (!count) {
      return node;
    }
    node = { kind: 'repeat', body: node, ...count, offset };
  }
};

/** Undefined when no repeat operator comes next. */
const takeRepeatCount = (cursor: PatternCursor): RepeatCount | undefined => {
  if (cursor.takeIf('?')) {
    return { min: 0, max: 1 };
  }
  if (cursor.takeIf('*')) {
    return { min: 0, max: Infinity };
  }
  if (cursor.takeIf('+')) {
    return { min: 1, max: Infinity };
  }
  return cursor.takeIf('{') ? parseRepeatCount(cursor) : undefined;
};

/** Binds tighter than the repeat operators: `~ab*` is (~a)(b*), `~a*` is (~a)*. */
const parseComplement = (parsing: Parsing): PatternNode => {
  const offset = parsing.cursor.offset;
  const tildes = parsing.cursor.takeWhileOneOf('~').length;
  const body = parseOperand(parsing);
  return tildes % 2 === 0 ? body : { kind: 'complement', body, offset };
};

const parseOperand = (parsing: Parsing): PatternNode => {
  const { cursor } = parsing;
  if (cursor.takeIf('[')) {
    return character(parseCharacterClass(cursor, parsing));
  }
  if (cursor.takeIf('.')) {
    return character(ANY_CODE_POINT);
  }
  if (cursor.takeIf('#')) {
    return EMPTY_LANGUAGE;
  }
  if (cursor.takeIf('@')) {
    return ANY_STRING;
  }
  if (cursor.takeIf('"')) {
    return parseQuoted(parsing);
  }
  if (cursor.takeIf('(')) {
    return parseGroup(parsing);
  }
  if (cursor.takeIf('<')) {
    return parseAngleBrackets(cursor);
  }
  return character(parseCharacter(cursor, parsing));
};

/** No escapes: everything up to the next quote is text. */
const parseQuoted = (parsing: Parsing): PatternNode => {
  const { cursor } = parsing;
  const text = cursor.takeUntil('"');
  if (text === undefined) {
    throw new PatternError({
      message: "expected '\"'",
      offset: cursor.pattern.length,
      remedy: 'Close the quoted text with ", or write the quote itself as \\".',
    });
  }
  return sequence([...text].map((char) => character(literalSet(char.codePointAt(0)!, parsing))));
};

const parseGroup = (parsing: Parsing): PatternNode => {
  const { cursor, depth } = parsing;
  if (cursor.takeIf(')')) {
    return EMPTY_STRING;
  }
  if (depth >= MAX_GROUPS_WITHIN_GROUPS) {
    throw tooComplex(
      cursor.offset - 1,
      `Nest groups at most ${MAX_GROUPS_WITHIN_GROUPS} deep in one another.`,
    );
  }
  const node = parseUnion({ ...parsing, depth: depth + 1 });
  cursor.expect(')', 'Close the group with ), or write the opening bracket as \\(.');
  return node;
};
