// SPDX-License-Identifier: Apache-2.0
import { EqlError, type EqlProblem } from '../errors';
import { parseQuery } from '../parser';
import type { EventSource } from '../types/field_reader';
import { schemaFromMapping } from '../types/mapping';
import { bindExpression } from '../verify/bind';
import type { Bound } from '../verify/bound';
import { compileFilter, type EventPredicate } from './compile_filter';
import { simplify } from './simplify';

const schema = schemaFromMapping({
  properties: {
    text: { type: 'keyword', fields: { caseless: { type: 'keyword', normalizer: 'lowercase' } } },
    other: { type: 'keyword' },
    wild: { type: 'wildcard' },
    title: { type: 'text', fields: { keyword: { type: 'keyword' } } },
    byte: { type: 'byte' },
    short: { type: 'short' },
    int: { type: 'integer' },
    long: { type: 'long' },
    ulong: { type: 'unsigned_long' },
    float: { type: 'float' },
    dbl: { type: 'double' },
    flag: { type: 'boolean' },
    time: { type: 'date' },
    nanos: { type: 'date_nanos' },
    ip: { type: 'ip' },
    ver: { type: 'version' },
    hidden: { type: 'keyword', index: false, doc_values: false },
  },
});

export const NOW = Date.UTC(2024, 1, 29, 12);

/** A condition, bound and simplified. Throws what is wrong with it. */
export const simplified = (text: string): Bound => {
  const query = parseQuery(`any where ${text}`);
  if (query.kind !== 'event') {
    throw new TypeError('An event query was expected');
  }
  const problems: EqlProblem[] = [];
  const bound = bindExpression(query.filter.where, schema, problems);
  if (problems.length > 0) {
    throw new EqlError('verification', problems);
  }
  return simplify(bound);
};

export const predicate = (text: string): EventPredicate =>
  compileFilter(simplified(text), { now: NOW });

export const holds = (text: string, event: EventSource): boolean => predicate(text)(event);

/** The error that an action gives; fails when there is none. */
export const errorOf = (action: () => unknown): EqlError => {
  try {
    action();
  } catch (error) {
    if (error instanceof EqlError) {
      return error;
    }
    throw error;
  }
  throw new Error('No error came');
};
