// SPDX-License-Identifier: Apache-2.0
import { schemaFromMapping, type MappingProperty } from './mapping';
import type { Field } from './schema';

const fields = (properties: Record<string, MappingProperty>): Record<string, Field> => {
  const schema = schemaFromMapping({ properties });
  return Object.fromEntries([...schema.names()].map((name) => [name, schema.field(name) as Field]));
};

describe('schemaFromMapping', () => {
  it('reads fields in objects', () => {
    const schema = schemaFromMapping({
      mappings: {
        properties: { a: { properties: { b: { properties: { c: { type: 'long' } } } } } },
      },
    });
    expect(schema.field('a.b.c')).toEqual({ name: 'a.b.c', path: 'a.b.c', mappedType: 'long' });
    expect(schema.field('a.b')?.mappedType).toBe('object');
    expect([...schema.names()]).toEqual(['a.b.c']);
  });

  it('reads the mappings alone as well', () => {
    expect(Object.keys(fields({ a: { type: 'ip' } }))).toEqual(['a']);
    expect([...schemaFromMapping({}).names()]).toEqual([]);
  });

  it('reads multi-fields, whose values stand where those of the field do', () => {
    const { name, 'name.caseless': caseless } = fields({
      name: { type: 'keyword', fields: { caseless: { type: 'keyword', normalizer: 'lowercase' } } },
    });
    expect(name).toEqual({ name: 'name', path: 'name', mappedType: 'keyword' });
    expect(caseless).toEqual({
      name: 'name.caseless',
      path: 'name',
      mappedType: 'keyword',
      lowercase: true,
    });
  });

  it.each(['text', 'match_only_text'])('knows the keyword beside a %s', (type) => {
    const { a } = fields({ a: { type, fields: { raw: { type: 'keyword', ignore_above: 256 } } } });
    expect(a?.exact).toEqual({ name: 'a.raw', path: 'a', mappedType: 'keyword', ignoreAbove: 256 });
  });

  it.each<[string, MappingProperty]>([
    ['a text alone', { type: 'text' }],
    ['a text with another text beside it', { type: 'text', fields: { en: { type: 'text' } } }],
    ['a keyword', { type: 'keyword', fields: { raw: { type: 'keyword' } } }],
  ])('%s has no keyword for its whole', (_, property) => {
    expect(fields({ a: property })['a']?.exact).toBeUndefined();
  });

  it('reads aliases as the field they name', () => {
    const { alias } = fields({
      alias: { type: 'alias', path: 'a.b' },
      a: { properties: { b: { type: 'keyword', ignore_above: 5 } } },
    });
    expect(alias).toEqual({ name: 'alias', path: 'a.b', mappedType: 'keyword', ignoreAbove: 5 });
  });

  it('reads what else decides on values', () => {
    const { scaled, constant, hidden, searchable } = fields({
      scaled: { type: 'scaled_float', scaling_factor: 100 },
      constant: { type: 'constant_keyword', value: 'x' },
      hidden: { type: 'keyword', index: false, doc_values: false },
      searchable: { type: 'keyword', index: false },
    });
    expect(scaled?.scalingFactor).toBe(100);
    expect(constant?.constant).toBe('x');
    expect(hidden?.unsearchable).toBe(true);
    expect(searchable?.unsearchable).toBeUndefined();
  });

  it.each([
    [{ filter: ['lowercase'] }, true],
    [{ filter: ['asciifolding', 'lowercase'] }, true],
    [{ filter: 'lowercase' }, true],
    [{ filter: ['uppercase'] }, false],
    [{}, false],
  ])('knows which normalizers lowercase: %j', (normalizer, lowercase) => {
    const schema = schemaFromMapping({
      settings: { analysis: { normalizer: { mine: normalizer } } },
      mappings: { properties: { a: { type: 'keyword', normalizer: 'mine' } } },
    });
    expect(schema.field('a')?.lowercase).toBe(lowercase);
  });

  it('says why nested fields can not be used', () => {
    const {
      nest,
      'nest.a': inside,
      'nest.o.b': deep,
      other,
    } = fields({
      nest: {
        type: 'nested',
        properties: { a: { type: 'keyword' }, o: { properties: { b: { type: 'long' } } } },
      },
      other: { type: 'keyword' },
    });
    expect(nest?.unusable).toMatch(/\[nest\] is a nested field/);
    expect(inside?.unusable).toMatch(/\[nest\.a\] lies in the nested field \[nest\]/);
    expect(deep?.unusable).toMatch(/\[nest\.o\.b\] lies in the nested field \[nest\]/);
    expect(other?.unusable).toBeUndefined();
  });
});
