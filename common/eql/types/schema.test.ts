// SPDX-License-Identifier: Apache-2.0
import { dataTypeOf, isText, schemaOf, type Field } from './schema';

const field = (name: string, mappedType: string): Field => ({ name, path: name, mappedType });

describe('schemaOf', () => {
  const schema = schemaOf([field('a', 'object'), field('a.b', 'keyword'), field('c', 'geo_point')]);

  it('finds a field by its whole name', () => {
    expect(schema.field('a.b')).toMatchObject({ name: 'a.b', mappedType: 'keyword' });
    expect([schema.field('b'), schema.field('A.B'), schema.field('constructor')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('names all fields but objects', () => {
    expect([...schema.names()]).toEqual(['a.b', 'c']);
  });
});

describe('dataTypeOf', () => {
  it.each([
    ['keyword', 'keyword'],
    ['wildcard', 'keyword'],
    ['constant_keyword', 'keyword'],
    ['text', 'keyword'],
    ['match_only_text', 'keyword'],
    ['byte', 'integer'],
    ['short', 'integer'],
    ['integer', 'integer'],
    ['long', 'long'],
    ['unsigned_long', 'unsigned_long'],
    ['half_float', 'double'],
    ['float', 'double'],
    ['double', 'double'],
    ['scaled_float', 'double'],
    ['boolean', 'boolean'],
    ['date', 'datetime'],
    ['date_nanos', 'datetime'],
    ['ip', 'ip'],
    ['version', 'version'],
    ['geo_point', undefined],
    ['flattened', undefined],
    ['integer_range', undefined],
    ['nested', undefined],
    ['object', undefined],
    ['toString', undefined],
  ])('%s is %s', (mappedType, type) => {
    expect(dataTypeOf(mappedType)).toBe(type);
  });
});

describe('isText', () => {
  it.each([
    ['text', true],
    ['match_only_text', true],
    ['keyword', false],
    ['wildcard', false],
  ])('%s: %s', (mappedType, text) => {
    expect(isText(field('a', mappedType))).toBe(text);
  });
});
