// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { Value } from '../eql/types/value';
import { combinations, compareJoinKeys, joinKey, NO_KEY } from './join_key';

const value: fc.Arbitrary<Value | null> = fc.oneof(
  fc.constantFrom(null, '', '\u0000', '\u0001', '\u0000\u0001', 'n', 's', 'null', 'true', '1'),
  fc.string({ maxLength: 3 }),
  fc.integer({ min: -2, max: 2 }),
  fc.boolean(),
  fc.constantFrom(9007199254740993n, 9007199254740994n),
);

const same = (a: readonly (Value | null)[], b: readonly (Value | null)[]): boolean =>
  a.length === b.length && a.every((part, i) => part === b[i]);

describe('joinKey', () => {
  it.each<[string, (Value | null)[], (Value | null)[]]>([
    ['case', ['cmd.exe'], ['CMD.exe']],
    ['a number and its text', [1], ['1']],
    ['null and its text', [null], ['null']],
    ['null and nothing', [null], ['']],
    ['a boolean and its text', [true], ['true']],
    ['where one value ends', ['a', 'b'], ['ab', '']],
    ['where one value ends, with the separator', ['a\u0000sb'], ['a', 'b']],
    ['the order of values', ['a', 'b'], ['b', 'a']],
    ['neighbours beyond doubles', [9007199254740993n], [9007199254740992n]],
  ])('tells apart %s', (_, a, b) => {
    expect(joinKey(a).id).not.toBe(joinKey(b).id);
  });

  it('is equal for equal values only', () => {
    const list = fc.array(value, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(joinKey(a).id === joinKey(b).id).toBe(same(a, b));
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps the values', () => {
    expect(joinKey(['a', null, 5]).values).toEqual(['a', null, 5]);
    expect(NO_KEY.values).toEqual([]);
  });
});

describe('compareJoinKeys', () => {
  it('orders value by value, missing ones first', () => {
    const ordered = [
      [null, 'b'],
      ['', 'a'],
      ['-o', 'p'],
      ['evil', null],
      ['evil', 'p'],
      ['evil', 'q'],
      ['evil.c', 'a'],
    ].map(joinKey);
    expect([...ordered].reverse().sort(compareJoinKeys)).toEqual(ordered);
    const [first] = ordered;
    expect(first && compareJoinKeys(first, joinKey([null, 'b']))).toBe(0);
  });

  it('orders numbers by value', () => {
    const ordered = [[-1], [2], [10], [9007199254740993n]].map(joinKey);
    expect([...ordered].reverse().sort(compareJoinKeys)).toEqual(ordered);
  });
});

describe('combinations', () => {
  it.each<[(Value | null)[][], (Value | null)[][]]>([
    [[], [[]]],
    [[['a', 'b']], [['a'], ['b']]],
    [
      [
        ['a', 'b'],
        [1, 2],
      ],
      [
        ['a', 1],
        ['b', 1],
        ['a', 2],
        ['b', 2],
      ],
    ],
    [
      [['a'], [null], ['x', 'y']],
      [
        ['a', null, 'x'],
        ['a', null, 'y'],
      ],
    ],
    [[['a', 'b'], []], []],
  ])('of %j are %j', (lists, all) => {
    expect(combinations(lists)).toEqual(all);
  });

  it('are as many as the product of the lists', () => {
    const lists = fc.array(fc.array(fc.integer(), { maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(lists, (drawn) => {
        const all = combinations(drawn);
        expect(all.length).toBe(drawn.reduce((product, list) => product * list.length, 1));
        expect(all.every((one) => one.every((part, i) => drawn[i]?.includes(Number(part))))).toBe(
          true,
        );
      }),
    );
  });
});
