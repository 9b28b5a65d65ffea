// SPDX-License-Identifier: Apache-2.0
import { areTied, compareOrdinals, compareTiebreakers, type Ordinal } from './ordinal';

const at = (timestamp: number, tiebreaker: Ordinal['tiebreaker'], position: number): Ordinal => ({
  timestamp,
  tiebreaker,
  position,
});

describe('compareOrdinals', () => {
  it('orders by time, tiebreaker and input, missing tiebreakers first', () => {
    const ordered = [
      at(1, 9, 8),
      at(2, null, 3),
      at(2, null, 7),
      at(2, 1, 6),
      at(2, 2, 1),
      at(2, 2, 5),
      at(2, 10, 0),
      at(2, 9007199254740993n, 2),
      at(3, null, 4),
    ];
    expect([...ordered].reverse().sort(compareOrdinals)).toEqual(ordered);
  });

  it('is 0 for one and the same', () => {
    expect(compareOrdinals(at(1, 2, 3), at(1, 2, 3))).toBe(0);
  });
});

describe('areTied', () => {
  it.each([
    [at(1, 2, 3), at(1, 2, 4), true],
    [at(1, null, 3), at(1, null, 4), true],
    [at(1, null, 3), at(1, 2, 4), false],
    [at(1, 2, 3), at(1, 3, 4), false],
    [at(1, 2, 3), at(2, 2, 3), false],
  ])('%j and %j: %s', (a, b, tied) => {
    expect(areTied(a, b)).toBe(tied);
    expect(areTied(b, a)).toBe(tied);
  });
});

describe('compareTiebreakers', () => {
  it.each<[Ordinal['tiebreaker'], Ordinal['tiebreaker'], number]>([
    [null, null, 0],
    [null, 0, -1],
    [null, '', -1],
    [1, 2, -1],
    [2, 2, 0],
    ['a', 'b', -1],
    ['\uffff', '😀', -1],
    [false, true, -1],
  ])('%s and %s: %d', (a, b, order) => {
    expect(Math.sign(compareTiebreakers(a, b)) + 0).toBe(order);
    expect(Math.sign(compareTiebreakers(b, a)) + 0).toBe(0 - order);
  });
});
