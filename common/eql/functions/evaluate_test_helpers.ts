// SPDX-License-Identifier: Apache-2.0
import { compileEvaluator } from '../compile/evaluate';
import { simplify } from '../compile/simplify';
import { EqlError, type EqlProblem } from '../errors';
import { parseQuery } from '../parser';
import { schemaFromMapping } from '../types/mapping';
import type { Value } from '../types/value';
import { bindExpression } from '../verify/bind';
import { mentionedFields } from '../verify/bound';

/** The fields that examples name. */
const schema = schemaFromMapping({
  properties: {
    text: { type: 'keyword' },
    other: { type: 'keyword' },
    count: { type: 'long' },
    total: { type: 'long' },
    ratio: { type: 'double' },
    flag: { type: 'boolean' },
    address: { type: 'ip' },
    time: { type: 'date' },
    nanos: { type: 'date_nanos' },
    huge: { type: 'unsigned_long' },
  },
});

/**
 * What an expression comes to, for one value of each field (missing where none is given). Throws an
 * `EqlError` when it is wrong.
 */
export const evaluate = (
  text: string,
  values: Readonly<Record<string, Value>> = {},
): Value | null => {
  const query = parseQuery(`any where ${text}`);
  if (query.kind !== 'event') {
    throw new TypeError('An expression was expected');
  }
  const problems: EqlProblem[] = [];
  const bound = simplify(bindExpression(query.filter.where, schema, problems));
  if (problems.length > 0) {
    throw new EqlError('verification', problems);
  }
  const mentions = mentionedFields(bound);
  return compileEvaluator(bound, mentions)(mentions.map(({ field }) => values[field.name] ?? null));
};

/** The error of a wrong expression: "kind: message". */
export const evaluationError = (
  text: string,
  values: Readonly<Record<string, Value>> = {},
): string => {
  try {
    return `no error, but ${String(evaluate(text, values))}`;
  } catch (error) {
    if (error instanceof EqlError) {
      return `${error.kind}: ${error.message}`;
    }
    throw error;
  }
};
