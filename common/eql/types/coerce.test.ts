// SPDX-License-Identifier: Apache-2.0
import { coercionFor } from './coerce';
import type { Field } from './schema';

type Leaf = string | number | bigint | boolean;

const read = (mappedType: string, leaf: Leaf, options: Partial<Field> = {}) =>
  coercionFor({ name: 'f', path: 'f', mappedType, ...options })(leaf);

describe.each(['byte', 'short', 'integer', 'long', 'unsigned_long'])('%s', (type) => {
  it.each<[Leaf, number | bigint | undefined]>([
    [5, 5],
    [-5, -5],
    [5.9, 5],
    [-5.9, -5],
    ['5', 5],
    ['+5', 5],
    ['-7', -7],
    ['5.9', 5],
    ['1e3', 1000],
    [9007199254740993n, 9007199254740993n],
    ['9007199254740993', 9007199254740993n],
    ['x', undefined],
    ['', undefined],
    ['5 apples', undefined],
    [true, undefined],
  ])('reads %s as %s', (leaf, value) => {
    expect(read(type, leaf)).toBe(value);
  });
});

describe('decimals', () => {
  it.each<[string, Leaf, number | undefined]>([
    ['double', 0.1, 0.1],
    ['double', '0.1', 0.1],
    ['double', '-1e-300', -1e-300],
    ['double', 5, 5],
    ['double', 'x', undefined],
    ['double', '', undefined],
    ['double', false, undefined],
    ['float', 0.1, 0.10000000149011612],
    ['float', '0.1', 0.10000000149011612],
    ['float', 2.5, 2.5],
    ['float', 'x', undefined],
    ['half_float', 0.333, 0.3330078125],
    ['half_float', 2.5, 2.5],
    ['half_float', 0, 0],
    ['half_float', 2049, 2048],
    ['half_float', 2051, 2052],
    ['half_float', 65504, 65504],
    ['half_float', 1 + 2 ** -11, 1],
    ['half_float', 1 + 3 * 2 ** -11, 1 + 2 ** -9],
    ['half_float', -1 - 2 ** -11, -1],
    ['half_float', 2 ** -24, 2 ** -24],
    ['half_float', 1.4 * 2 ** -24, 2 ** -24],
    ['half_float', 'x', undefined],
  ])('%s reads %j as %d', (type, leaf, value) => {
    expect(read(type, leaf)).toBe(value);
  });

  it.each<[Leaf, number | undefined]>([
    [1.239, 1.24],
    [1.234, 1.23],
    ['2.5', 2.5],
    [-0.125, -0.12],
    [7, 7],
    ['x', undefined],
  ])('scaled_float of 100 reads %j as %d', (leaf, value) => {
    expect(read('scaled_float', leaf, { scalingFactor: 100 })).toBe(value);
  });

  it('a long is exact to a double as far as it can be', () => {
    expect(read('double', 9007199254740993n)).toBe(9007199254740992);
  });
});

describe('others', () => {
  it.each<[string, Leaf, string | number | bigint | boolean | undefined]>([
    ['boolean', true, true],
    ['boolean', false, false],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['boolean', '', false],
    ['boolean', 'True', undefined],
    ['boolean', 1, undefined],
    ['date', '2023-11-01T10:00:00.000Z', 1698832800000],
    ['date', '2023-11-01T12:00:00+02:00', 1698832800000],
    ['date', 1698832800000, 1698832800000],
    ['date', 'yesterday', undefined],
    ['date', true, undefined],
    ['date_nanos', '2023-11-01T10:00:00.000000001Z', 1698832800000000001n],
    ['date_nanos', 1698832800000, 1698832800000000000n],
    ['date_nanos', 'yesterday', undefined],
    ['ip', '2001:DB8:0::1', '2001:db8::1'],
    ['ip', '::ffff:10.1.2.3', '10.1.2.3'],
    ['ip', 'localhost', undefined],
    ['ip', 167838211, undefined],
    ['keyword', 'Foo', 'Foo'],
    ['keyword', '', ''],
    ['keyword', 5, '5'],
    ['keyword', 1.5, '1.5'],
    ['keyword', true, 'true'],
    ['keyword', 9007199254740993n, '9007199254740993'],
    ['wildcard', 'Foo', 'Foo'],
    ['constant_keyword', 'Foo', 'Foo'],
    ['text', 'Foo Bar', 'Foo Bar'],
    ['version', '1.2.3', '1.2.3'],
  ])('%s reads %s as %s', (type, leaf, value) => {
    expect(read(type, leaf)).toBe(value);
  });

  it.each<[Leaf, string | undefined]>([
    ['abcde', 'abcde'],
    ['abcdef', undefined],
    ['😀😀', '😀😀'],
    ['😀😀😀', undefined],
    [12345, '12345'],
    [123456, undefined],
  ])('a keyword with ignore_above 5 reads %s as %s', (leaf, value) => {
    expect(read('keyword', leaf, { ignoreAbove: 5 })).toBe(value);
  });

  it('a keyword with a lowercase normalizer is in lower case', () => {
    expect(read('keyword', 'CMD.exe', { lowercase: true })).toBe('cmd.exe');
    expect(read('keyword', 'ÜBER', { lowercase: true, ignoreAbove: 4 })).toBe('über');
    expect(read('keyword', 'CMD.exe', { lowercase: true, ignoreAbove: 6 })).toBeUndefined();
    expect(read('keyword', 'CMD.exe', { lowercase: false })).toBe('CMD.exe');
  });
});
