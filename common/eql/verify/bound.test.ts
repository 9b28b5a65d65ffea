// SPDX-License-Identifier: Apache-2.0
import type { EqlProblem } from '../errors';
import { parseQuery } from '../parser';
import { schemaFromMapping } from '../types/mapping';
import { bindExpression } from './bind';
import { fieldsOf, mentionedFields, operandsOf, type Bound } from './bound';

const schema = schemaFromMapping({
  properties: { a: { type: 'keyword' }, b: { type: 'keyword' }, n: { type: 'long' } },
});

const bind = (text: string): Bound => {
  const query = parseQuery(`any where ${text}`);
  if (query.kind !== 'event') {
    throw new TypeError('An event query was expected');
  }
  const problems: EqlProblem[] = [];
  const bound = bindExpression(query.filter.where, schema, problems);
  expect(problems).toEqual([]);
  return bound;
};

describe('bound expressions', () => {
  it.each<[string, string[], string[]]>([
    ['true', [], []],
    ['a == "x"', ['a'], ['a']],
    ['"x" == a', ['a'], ['a']],
    ['concat(a, b, a) == "x"', ['a', 'b', 'a'], ['a', 'b']],
    ['not a in ("x")', ['a'], ['a']],
    ['a : "x" or b : "y" and n + n > 1', ['a', 'b', 'n', 'n'], ['a', 'b', 'n']],
    ['-n == 1', ['n'], ['n']],
  ])('%s mentions %j', (text, mentioned, distinct) => {
    const names = (fields: readonly { name: string }[]): string[] => fields.map(({ name }) => name);
    expect(names(mentionedFields(bind(text)))).toEqual(mentioned);
    expect(names(fieldsOf(bind(text)))).toEqual(distinct);
  });

  it.each([
    ['true', 0],
    ['a', 0],
    ['concat(a, b, "x")', 3],
    ['concat()', 0],
    ['not true', 1],
    ['-n', 1],
    ['a in ("x", "y")', 1],
    ['a : ("x", "y")', 1],
    ['a == "x"', 2],
    ['n + 1', 2],
    ['true and false', 2],
  ])('%s has %d operands', (text, count) => {
    expect(operandsOf(bind(text)).length).toBe(count);
  });
});
