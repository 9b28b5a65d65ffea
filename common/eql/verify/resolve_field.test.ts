// SPDX-License-Identifier: Apache-2.0
import { schemaFromFieldCaps } from '../types/field_caps';
import { schemaFromMapping } from '../types/mapping';
import { exactField, resolveField } from './resolve_field';

const schema = schemaFromMapping({
  properties: {
    process: { properties: { name: { type: 'keyword' }, pid: { type: 'long' } } },
    labels: { type: 'flattened' },
    nest: { type: 'nested', properties: { a: { type: 'keyword' } } },
    geo: { type: 'geo_point' },
    empty: { properties: {} },
    title: { type: 'text', fields: { keyword: { type: 'keyword' } } },
    message: { type: 'match_only_text' },
  },
});

const resolve = (name: string, optional = false) =>
  resolveField({ kind: 'field', name, optional }, schema);

describe('resolveField', () => {
  it.each([
    ['process.name', 'keyword'],
    ['process.pid', 'long'],
    ['title', 'keyword'],
    ['title.keyword', 'keyword'],
  ])('finds %s, a %s', (name, type) => {
    expect(resolve(name)).toMatchObject({ field: { name }, type });
    expect(resolve(name, true)).toMatchObject({ field: { name }, type });
  });

  it('has no field for an optional one that no index has', () => {
    expect(resolve('nowhere', true)).toEqual({ field: undefined, type: 'null' });
    expect(resolve('process.nowhere', true)).toEqual({ field: undefined, type: 'null' });
  });

  it.each([
    ['nowhere', 'There is no field [nowhere]', 'If some events may lack it, write ?nowhere'],
    ['proces.name', 'There is no field [proces.name]', 'Did you mean [process.name]?'],
    ['process.name.x', 'There is no field [process.name.x]', 'Did you mean [process.name]?'],
  ])('says that there is no %s', (name, message, remedy) => {
    expect(resolve(name)).toEqual({ problem: { message, remedy, text: name } });
  });

  it.each([false, true])('refuses what can not be used, optional or not (%s)', (optional) => {
    expect(resolve('geo', optional)).toMatchObject({
      problem: { message: 'EQL can not use [geo] of type [geo_point]', text: 'geo' },
    });
    expect(resolve('labels', optional)).toMatchObject({
      problem: { message: 'EQL can not use [labels] of type [flattened]' },
    });
    expect(resolve('labels.a.b', optional)).toMatchObject({
      problem: { message: 'EQL can not use [labels.a.b] of type [flattened]' },
    });
    expect(resolve('nest', optional)).toMatchObject({
      problem: { message: expect.stringContaining('[nest] is a nested field') },
    });
    expect(resolve('nest.a', optional)).toMatchObject({
      problem: { message: expect.stringContaining('[nest.a] lies in the nested field [nest]') },
    });
  });

  it('names the fields of an object', () => {
    expect(resolve('process')).toEqual({
      problem: {
        message: '[process] is an object; only its fields have values',
        text: 'process',
        remedy: 'Did you mean [process.name] or [process.pid]?',
      },
    });
    expect(resolve('empty')).toMatchObject({ problem: { remedy: 'Name one of its fields' } });
  });

  it('says where a field is mapped otherwise', () => {
    const caps = schemaFromFieldCaps({
      fields: { a: { keyword: { indices: 'x' }, long: { indices: 'y' } } },
    });
    expect(resolveField({ kind: 'field', name: 'a', optional: true }, caps)).toEqual({
      problem: {
        message: '[a] is mapped differently across the indices: [keyword] in [x], [long] in [y]',
        text: 'a',
        remedy: 'Use another field',
      },
    });
  });
});

describe('exactField', () => {
  const fieldOf = (name: string) => {
    const field = schema.field(name);
    if (!field) {
      throw new Error(`There is no ${name}`);
    }
    return field;
  };

  it.each([
    ['process.name', 'process.name'],
    ['title', 'title.keyword'],
    ['message', undefined],
  ])('of %s is %s', (name, exact) => {
    expect(exactField(fieldOf(name))?.name).toBe(exact);
  });
});
