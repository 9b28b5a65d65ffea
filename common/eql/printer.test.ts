// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { arbitraryQuery } from './arbitrary_query_test_helpers';
import type { Expression } from './ast';
import { parseQuery } from './parser';
import { printExpression, printQuery } from './printer';

/** A tree without the places it was parsed from. */
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(bare);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([key]) => key !== 'at');
  return Object.fromEntries(entries.map(([key, inner]) => [key, bare(inner)]));
};

const condition = (text: string): Expression => {
  const query = parseQuery(`any where ${text}`);
  if (query.kind !== 'event') {
    throw new TypeError('An event query was expected');
  }
  return query.filter.where;
};

describe('printExpression', () => {
  it.each([
    ['a == "x\\ny"', 'a == "x\\ny"'],
    ['"""C:\\a"""', '"C:\\\\a"'],
    ['  a   and(b)', 'a and b'],
    ['((a))', 'a'],
    ['(a or b) and c', '(a or b) and c'],
    ['(a and b) or c', 'a and b or c'],
    ['a or (b or c)', 'a or (b or c)'],
    ['(a or b) or c', 'a or b or c'],
    ['not(a)', 'not a'],
    ['a and (not b) or (not c)', 'a and not b or not c'],
    ['not (a and b)', 'not (a and b)'],
    ['(not a) == true', '(not a) == true'],
    ['(1 + 2) * 3 - (4 - 5)', '(1 + 2) * 3 - (4 - 5)'],
    ['1 + (2 * 3)', '1 + 2 * 3'],
    ['-(a + 1)', '-(a + 1)'],
    ['(-a) * 2', '-a * 2'],
    ['(-a) in (1)', '(-a) in (1)'],
    ['(-5) in (1)', '(-5) in (1)'],
    ['-(5)', '-5'],
    ['a - -5', 'a - -5'],
    ['a not in~ ("x",1)', 'a not in~ ("x", 1)'],
    ['a like~("x","y")', 'a like~ ("x", "y")'],
    ['a : ("x")', 'a : "x"'],
    ['length~( a,1 )', 'length~(a, 1)'],
    ['concat()', 'concat()'],
    ['?`a b`.c', '?`a b`.c'],
    ['`process.name`', 'process.name'],
    ['`in`', '`in`'],
    ['1.0', '1.0'],
    ['1e3', '1000.0'],
    ['.5', '0.5'],
    ['1e300', '1e+300'],
    ['9223372036854775807', '9223372036854775807'],
    ['null == true', 'null == true'],
  ])('writes %s as %s', (text, expected) => {
    expect(printExpression(condition(text))).toBe(expected);
  });
});

describe('printQuery', () => {
  it.each([
    ['process   where true', 'process where true'],
    ['any where true|head 1+1|tail 1', 'any where true | head 2 | tail 1'],
    ['"any" where true', '"any" where true'],
    ['"process" where true', 'process where true'],
    ['"a b" where true', '"a b" where true'],
    [
      'sequence by ?a,b with maxspan=1 m [x where true] by c with runs=3 ![y where true] by d until [z where true] by e | head 5',
      'sequence by ?a, b with maxspan=1m\n  [x where true] by c with runs=3\n  ![y where true] by d\nuntil [z where true] by e\n| head 5',
    ],
    [
      'sample by a [x where true] [y where true]',
      'sample by a\n  [x where true]\n  [y where true]',
    ],
  ])('writes %s', (text, expected) => {
    expect(printQuery(parseQuery(text))).toBe(expected);
  });

  it('writes text that means the same query, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryQuery, (query) => {
        expect(bare(parseQuery(printQuery(query)))).toEqual(query);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['0.0', '-0.0', '1.0 / -0.0'])('keeps the sign of zero: %s', (text) => {
    const query = parseQuery(`any where ${text} == 1`);
    expect(bare(parseQuery(printQuery(query)))).toEqual(bare(query));
  });
});
