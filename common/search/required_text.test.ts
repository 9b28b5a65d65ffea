// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { compileFilter } from '../eql/compile/compile_filter';
import { simplify } from '../eql/compile/simplify';
import type { EqlProblem } from '../eql/errors';
import { parseQuery } from '../eql/parser';
import { schemaFromMapping } from '../eql/types/mapping';
import { bindExpression } from '../eql/verify/bind';
import type { Bound } from '../eql/verify/bound';
import { requiredText, type RequiredText } from './required_text';

const schema = schemaFromMapping({
  properties: {
    a: { type: 'keyword' },
    b: { type: 'wildcard' },
    title: { type: 'text', fields: { keyword: { type: 'keyword' } } },
    lower: { type: 'keyword', normalizer: 'lowercase' },
    constant: { type: 'constant_keyword', value: 'x' },
    ver: { type: 'version' },
    n: { type: 'long' },
    flag: { type: 'boolean' },
    ip: { type: 'ip' },
  },
});

const condition = (text: string): Bound => {
  const query = parseQuery(`any where ${text}`);
  if (query.kind !== 'event') {
    throw new TypeError('An event query was expected');
  }
  const problems: EqlProblem[] = [];
  const bound = simplify(bindExpression(query.filter.where, schema, problems));
  expect(problems).toEqual([]);
  return bound;
};

describe('requiredText', () => {
  it.each<[string, RequiredText]>([
    ['a == "linux"', [['linux"']]],
    ['b == "linux"', [['linux"']]],
    ['title == "Hello World"', [['Hello World"']]],
    ['a == "linux" and b == "exec"', [['linux"'], ['exec"']]],
    ['a in ("gcc", "cc")', [['gcc"', 'cc"']]],
    ['a in ("gcc", null)', [['gcc"']]],
    ['a like "*.exe"', [['.exe']]],
    ['a like ("ab*cdef", "x?yz")', [['cdef', 'yz']]],
    ['a == "linux" or b == "exec"', [['linux"', 'exec"']]],
    ['(a == "xy" and b == "linux") or a == "exec"', [['linux"', 'exec"']]],
    ['a == "usr/bin/gcc"', [['usr']]],
    ['a == "say \\"hello\\""', [['hello']]],
    ['a == "größe"', [['gr']]],
  ])('%s requires %j', (text, required) => {
    expect(requiredText(condition(text))).toEqual(required);
  });

  it.each([
    'a != "linux"',
    'not a == "linux"',
    'a : "linux"',
    'a like~ "linux"',
    'a in~ ("linux")',
    'a regex "linux"',
    'a > "linux"',
    'a == null',
    'a == ""',
    'a == "5"',
    'a == 5',
    'a == true',
    'a == "1e5"',
    'a == "/"',
    'a == "é"',
    'a like "*"',
    'a like ("linux", "5*")',
    'a in ("linux", "5")',
    'a not in ("linux")',
    'a == "linux" or b : "exec"',
    'lower == "linux"',
    'constant == "x"',
    'ver == "1.2.x"',
    'n == 5',
    'flag == true',
    'ip == "10.0.0.1"',
    'startsWith(a, "linux")',
    'concat(a, "x") == "linuxx"',
    'true',
  ])('%s requires nothing', (text) => {
    expect(requiredText(condition(text))).toEqual([]);
  });

  it('true and false may be written bare', () => {
    expect(requiredText(condition('a == "true"'))).toEqual([['true']]);
    expect(requiredText(condition('a in ("false", "x")'))).toEqual([['false', 'x"']]);
  });

  const piece = fc.constantFrom(
    'gcc',
    'ld',
    'linux',
    'a/b',
    '"',
    '\\',
    'é',
    '5',
    '1e5',
    'true',
    'e',
    '-',
    ' ',
    '*',
    '?',
    '',
  );
  const text = fc.array(piece, { maxLength: 2 }).map((pieces) => pieces.join(''));
  const literal = text.map((value) => JSON.stringify(value));

  const simple = fc.oneof(
    fc
      .tuple(fc.constantFrom('a', 'b', 'title', 'lower'), literal)
      .map(([field, value]) => `${field} == ${value}`),
    fc
      .tuple(
        fc.constantFrom('a', 'b', 'lower'),
        fc.constantFrom('in', 'in~', 'like', 'like~', ':'),
        fc.array(literal, { minLength: 1, maxLength: 3 }),
      )
      .map(([field, operator, values]) => `${field} ${operator} (${values.join(', ')})`),
    fc.constantFrom('flag == true', 'n == 5', 'a == null'),
  );
  const conditionText = fc
    .tuple(
      simple,
      fc.array(fc.tuple(fc.constantFrom('and', 'or', 'and not', 'or not'), simple), {
        maxLength: 3,
      }),
    )
    .map(([first, rest]) =>
      rest.reduce((left, [operator, right]) => `(${left}) ${operator} (${right})`, first),
    );

  const value = fc.oneof(
    text,
    fc.array(text, { maxLength: 2 }),
    fc.constantFrom(5, true, false, null, 100000, 1.5),
  );
  const event = fc.record(
    { a: value, b: value, title: value, lower: value, flag: fc.boolean(), n: fc.constant(5) },
    { requiredKeys: [] },
  );

  it('lets no event out that meets the condition', () => {
    let met = 0;
    fc.assert(
      fc.property(conditionText, event, (wanted, source) => {
        const bound = condition(wanted);
        if (compileFilter(bound, { now: 0 })(source)) {
          met += 1;
          const json = JSON.stringify(source);
          const missing = requiredText(bound).filter(
            (group) => !group.some((one) => json.includes(one)),
          );
          expect(missing).toEqual([]);
        }
      }),
      { numRuns: 5000 },
    );
    expect(met).toBeGreaterThan(500);
  });
});
