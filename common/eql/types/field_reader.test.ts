// SPDX-License-Identifier: Apache-2.0
import { fieldReader, type EventSource } from './field_reader';
import type { Field } from './schema';

const reader = (name: string, options: Partial<Field> = {}) =>
  fieldReader({ name, path: name, mappedType: 'keyword', ...options });

describe('fieldReader', () => {
  it.each<[string, EventSource, unknown[]]>([
    ['an object', { a: { b: { c: 'x' } } }, ['x']],
    ['a dotted name', { 'a.b.c': 'x' }, ['x']],
    ['a name that is partly dotted', { 'a.b': { c: 'x' } }, ['x']],
    ['a name that is partly dotted, inside', { a: { 'b.c': 'x' } }, ['x']],
    ['both', { a: { b: { c: 'x' }, 'b.c': 'y' }, 'a.b.c': 'z' }, ['x', 'y', 'z']],
    ['an array', { a: { b: { c: ['y', 'x'] } } }, ['y', 'x']],
    ['arrays within arrays', { a: { b: { c: [['y'], ['x', ['z']]] } } }, ['y', 'x', 'z']],
    [
      'an array of objects',
      { a: [{ b: { c: 'x' } }, { b: [{ c: 'y' }, { d: 'z' }] }] },
      ['x', 'y'],
    ],
    ['a value twice', { a: { b: { c: ['x', 'y', 'x'] } } }, ['x', 'y']],
    ['nulls', { a: { b: { c: [null, 'x', null] } } }, ['x']],
    ['null', { a: { b: { c: null } } }, []],
    ['null above', { a: { b: null } }, []],
    ['no value', { a: { b: {} } }, []],
    ['an empty array', { a: { b: { c: [] } } }, []],
    ['nothing', {}, []],
    ['a value above', { a: { b: 'x' } }, []],
    ['an object in its place', { a: { b: { c: { d: 'x' } } } }, []],
    ['an empty text', { a: { b: { c: '' } } }, ['']],
    ['other types', { a: { b: { c: [1, true, 1.5] } } }, ['1', 'true', '1.5']],
  ])('reads %s', (_, event, values) => {
    expect(reader('a.b.c').distinct(event)).toEqual(values);
    expect(reader('a.b.c').some(event, () => true)).toBe(values.length > 0);
  });

  it('has the values in ascending order, each once', () => {
    const { values } = reader('a', { mappedType: 'long' });
    expect(values({ a: [10, 9, '8', 10] })).toEqual([8, 9, 10]);
    expect(reader('a').values({ a: ['gcc', '-o', '\uffff', '😀'] })).toEqual([
      '-o',
      'gcc',
      '\uffff',
      '😀',
    ]);
    expect(reader('a', { mappedType: 'boolean' }).values({ a: [true, 'false'] })).toEqual([
      false,
      true,
    ]);
  });

  it('leaves out what the mapping can not read', () => {
    const { distinct } = reader('a', { mappedType: 'long' });
    expect(distinct({ a: ['x', 5, true, '6'] })).toEqual([5, 6]);
  });

  it('reads values that are one to the mapping once', () => {
    expect(reader('a', { mappedType: 'long' }).distinct({ a: [5, '5', 5.5] })).toEqual([5]);
    expect(reader('a', { mappedType: 'ip' }).distinct({ a: ['::1', '0::1'] })).toEqual(['::1']);
  });

  it('stops at the first value that passes', () => {
    const seen: unknown[] = [];
    const found = reader('a').some({ a: ['x', 'y', 'z'] }, (value) => {
      seen.push(value);
      return value === 'y';
    });
    expect([found, seen]).toEqual([true, ['x', 'y']]);
  });

  it('does not follow lists without end', () => {
    const deep = (depth: number): unknown =>
      Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 'x');
    const { distinct } = reader('a');
    expect([1, 50, 100].map((depth) => distinct({ a: deep(depth) }))).toEqual([
      ['x'],
      ['x'],
      ['x'],
    ]);
    expect([101, 100_000].map((depth) => distinct({ a: deep(depth) }))).toEqual([[], []]);
  });

  it('is made quickly for a name of many parts', () => {
    const name = Array.from({ length: 60 }, (_, i) => `p${i}`).join('.');
    expect(reader(name).distinct({ [name]: 'x' })).toEqual(['x']);
  });

  it('reads an alias or a multi-field where its values stand', () => {
    const event = { a: { b: 'CMD.exe' } };
    expect(reader('alias', { path: 'a.b' }).distinct(event)).toEqual(['CMD.exe']);
    const caseless = reader('a.b.caseless', { path: 'a.b', lowercase: true });
    expect(caseless.distinct(event)).toEqual(['cmd.exe']);
  });

  it('gives every event the value of a constant_keyword', () => {
    const constant = reader('a', { mappedType: 'constant_keyword', constant: 'x' });
    expect([constant.distinct({}), constant.values({ a: 'y' })]).toEqual([['x'], ['x']]);
    expect(constant.some({}, (value) => value === 'x')).toBe(true);
    expect(constant.some({ a: 'y' }, (value) => value === 'y')).toBe(false);
  });

  it.each(['constructor', 'toString', '__proto__', 'constructor.name', 'length'])(
    'takes nothing from the language itself: %s',
    (name) => {
      expect(reader(name).distinct({ a: 1 })).toEqual([]);
      expect(reader(`a.${name}`).distinct({ a: ['x'] })).toEqual([]);
      expect(reader(`a.${name}`).distinct({ a: 'x' })).toEqual([]);
    },
  );
});
