// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { compareStrings, compareValues, isNumber, normalizeInteger, type Value } from './value';

const sign = (order: number): number => Math.sign(order) + 0;

describe('compareStrings', () => {
  it.each([
    ['', 'a', -1],
    ['a', 'a', 0],
    ['a', 'ab', -1],
    ['B', 'a', -1],
    ['a10', 'a9', -1],
    ['z', 'é', -1],
    ['\uffff', '😀', -1],
    ['\ue000', '😀', -1],
    ['\ud7ff', '😀', -1],
    ['😀', '😁', -1],
    ['😀a', '😀\uffff', -1],
    ['\u{10000}', '\u{10ffff}', -1],
  ])('%j and %j: %d', (a, b, order) => {
    expect(sign(compareStrings(a, b))).toBe(order);
    expect(sign(compareStrings(b, a))).toBe(-order + 0);
  });

  it('orders as the UTF-8 bytes do', () => {
    const text = fc.fullUnicodeString({ maxLength: 4 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
        expect(sign(compareStrings(a, b))).toBe(bytes + 0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('compareValues', () => {
  it.each<[Value, Value, number]>([
    [1, 2, -1],
    [2, 1, 1],
    [1, 1, 0],
    [1.5, 2, -1],
    [1, 1n, 0],
    [9007199254740992, 9007199254740993n, -1],
    [9007199254740993n, 9007199254740994n, -1],
    [-5n, 3, -1],
    [false, true, -1],
    [true, true, 0],
    ['\uffff', '😀', -1],
    ['10', '9', -1],
  ])('%s and %s: %d', (a, b, order) => {
    expect(sign(compareValues(a, b))).toBe(order);
  });
});

describe('normalizeInteger', () => {
  it.each<[bigint, number | bigint]>([
    [5n, 5],
    [-5n, -5],
    [9007199254740991n, 9007199254740991],
    [9007199254740992n, 9007199254740992n],
    [-9007199254740993n, -9007199254740993n],
    [18446744073709551615n, 18446744073709551615n],
  ])('%s', (value, normal) => {
    expect(normalizeInteger(value)).toBe(normal);
  });
});

describe('isNumber', () => {
  it.each<[unknown, boolean]>([
    [1, true],
    [1n, true],
    ['1', false],
    [true, false],
    [null, false],
    [undefined, false],
  ])('%s: %s', (value, result) => {
    expect(isNumber(value)).toBe(result);
  });
});
