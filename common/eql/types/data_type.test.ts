// SPDX-License-Identifier: Apache-2.0
import { areCompatible, isNumeric, isWhole, widerNumeric, type DataType } from './data_type';

describe('data types', () => {
  it.each<[DataType, boolean, boolean]>([
    ['integer', true, true],
    ['long', true, true],
    ['unsigned_long', true, true],
    ['double', false, true],
    ['keyword', false, false],
    ['boolean', false, false],
    ['datetime', false, false],
    ['ip', false, false],
    ['version', false, false],
    ['null', false, false],
  ])('%s: whole %s, numeric %s', (type, whole, numeric) => {
    expect([isWhole(type), isNumeric(type)]).toEqual([whole, numeric]);
  });

  it.each<[DataType, DataType, DataType]>([
    ['integer', 'integer', 'integer'],
    ['integer', 'long', 'long'],
    ['long', 'unsigned_long', 'unsigned_long'],
    ['unsigned_long', 'double', 'double'],
    ['integer', 'double', 'double'],
    ['null', 'long', 'long'],
    ['null', 'null', 'null'],
  ])('the wider of %s and %s is %s', (left, right, wider) => {
    expect(widerNumeric(left, right)).toBe(wider);
    expect(widerNumeric(right, left)).toBe(wider);
  });

  it.each<[DataType, DataType, boolean]>([
    ['keyword', 'keyword', true],
    ['integer', 'long', true],
    ['long', 'double', true],
    ['null', 'ip', true],
    ['keyword', 'ip', false],
    ['keyword', 'datetime', false],
    ['keyword', 'version', false],
    ['long', 'datetime', false],
    ['boolean', 'keyword', false],
    ['boolean', 'integer', false],
  ])('%s and %s are compatible: %s', (left, right, compatible) => {
    expect(areCompatible(left, right)).toBe(compatible);
    expect(areCompatible(right, left)).toBe(compatible);
  });
});
