// SPDX-License-Identifier: Apache-2.0
import type { EqlProblem } from '../errors';
import { parseQuery } from '../parser';
import { schemaFromMapping } from '../types/mapping';
import { bindExpression } from './bind';
import { mentionedFields, operandsOf, type Bound } from './bound';

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
  it.each<[string, string[]]>([
    ['true', []],
    ['a == "x"', ['a']],
    ['"x" == a', ['a']],
    ['concat(a, b, a) == "x"', ['a', 'b', 'a']],
    ['not a in ("x")', ['a']],
    ['a : "x" or b : "y" and n + n > 1', ['a', 'b', 'n', 'n']],
    ['-n == 1', ['n']],
  ])('%s mentions %j', (text, mentioned) => {
    expect(mentionedFields(bind(text)).map(({ field }) => field.name)).toEqual(mentioned);
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
