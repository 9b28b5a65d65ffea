// SPDX-License-Identifier: Apache-2.0
import type { Value } from '../eql/types/value';
import type { Bound, BoundOf } from '../eql/verify/bound';

/**
 * What the JSON text of an event must hold for a condition to be true: of each group at least one text.
 * Texts are of ASCII letters, digits and signs that JSON writes in one way only, except that it may write
 * any character as \uXXXX. So a JSON text without `\u` that lacks a whole group can not match; how it is
 * spaced and ordered does not matter.
 */
export type RequiredText = readonly (readonly string[])[];

/** Derives the required text of a simplified condition; no groups when nothing can be said. */
export const requiredText = (condition: Bound): RequiredText => {
  switch (condition.kind) {
    case 'and':
      return [...requiredText(condition.left), ...requiredText(condition.right)];
    case 'or':
      return either(requiredText(condition.left), requiredText(condition.right));
    case 'comparison':
      return ofComparison(condition);
    case 'in':
      return ofList(condition);
    case 'pattern':
      return ofPatterns(condition);
    default:
      return [];
  }
};

/** One group of each side, the one with the longest texts, since that excludes the most. */
const either = (left: RequiredText, right: RequiredText): RequiredText => {
  const [x, y] = [mostSpecific(left), mostSpecific(right)];
  return x && y ? [[...x, ...y]] : [];
};

const mostSpecific = (groups: RequiredText): readonly string[] | undefined =>
  [...groups].sort((a, b) => shortest(b) - shortest(a))[0];

const shortest = (group: readonly string[]): number =>
  Math.min(...group.map((text) => text.length));

const ofComparison = ({ operator, left, right }: BoundOf<'comparison'>): RequiredText =>
  operator === '==' && isPlainText(left) && right.kind === 'constant'
    ? group([textOfValue(right.value)])
    : [];

const ofList = ({ value, list, caseInsensitive }: BoundOf<'in'>): RequiredText =>
  isPlainText(value) && !caseInsensitive
    ? group(list.filter((item) => item !== null).map(textOfValue))
    : [];

const ofPatterns = ({ operator, value, patterns }: BoundOf<'pattern'>): RequiredText =>
  isPlainText(value) && operator === 'like'
    ? group(patterns.map((pattern) => longestPiece(pattern.split(/[*?]/))))
    : [];

/** A field whose values are the very strings of the event. */
const isPlainText = (bound: Bound): boolean =>
  bound.kind === 'field' &&
  bound.type === 'keyword' &&
  bound.field.constant === undefined &&
  bound.field.lowercase !== true;

const group = (texts: readonly (string | undefined)[]): RequiredText => {
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length && known.length > 0 ? [known] : [];
};

/** The whole value up to its closing quote, where JSON can write it in one way only. */
const textOfValue = (value: Value | null): string | undefined => {
  if (typeof value !== 'string') {
    return undefined;
  }
  const piece = longestPiece([value]);
  return piece === value && !isWrittenBare(value) ? `${value}"` : piece;
};

const isWrittenBare = (value: string): boolean => value === 'true' || value === 'false';

/** `/` may be written as `\/`, quotes, backslashes and control characters must be escaped. */
const SAFE = /[ !#-.0-[\]-~]+/g;

/** Numbers have many spellings; only what no number holds is the same in each. */
const IN_NUMBERS = /^[0-9eE+.-]*$/;

const longestPiece = (texts: readonly string[]): string | undefined =>
  texts
    .flatMap((text) => text.match(SAFE) ?? [])
    .filter((piece) => !IN_NUMBERS.test(piece))
    .sort((a, b) => b.length - a.length)[0];
