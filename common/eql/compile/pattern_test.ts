// SPDX-License-Identifier: Apache-2.0
import type { PatternOperator } from '../ast';
import { EqlError } from '../errors';
import { compileLuceneRegex, compileWildcard, PatternError } from '../patterns';
import type { Value } from '../types/value';
import type { BoundOf } from '../verify/bound';

type TextTest = (text: string) => boolean;

/** Whether a value matches any of the patterns. Throws a verification `EqlError` for a bad pattern. */
export const patternTest = (bound: BoundOf<'pattern'>): ((value: Value) => boolean) => {
  const tests = bound.patterns.map((pattern) => compilePattern(bound, pattern));
  return (value) => typeof value === 'string' && tests.some((test) => test(value));
};

/** Whether one of the patterns matches any text, so that only the presence of a value counts. */
export const matchesEverything = ({ operator, patterns }: BoundOf<'pattern'>): boolean =>
  isWildcard(operator) && patterns.some((pattern) => /^\*+$/.test(pattern));

const isWildcard = (operator: PatternOperator): boolean =>
  operator === ':' || operator === 'like' || operator === 'like~';

const compilePattern = ({ operator, at }: BoundOf<'pattern'>, pattern: string): TextTest => {
  const caseInsensitive = operator === ':' || operator.endsWith('~');
  if (isWildcard(operator)) {
    return operator === ':' && pattern === ''
      ? () => false
      : compileWildcard(pattern, { caseInsensitive });
  }
  try {
    return compileLuceneRegex(pattern, { caseInsensitive });
  } catch (error) {
    if (!(error instanceof PatternError)) {
      throw error;
    }
    throw new EqlError('verification', {
      message: `The pattern [${pattern}] is wrong at character ${error.offset + 1}: ${error.message}`,
      remedy: error.remedy,
      text: pattern,
      ...(at && { at }),
    });
  }
};
