// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { fieldReader } from '../eql/types/field_reader';
import { schemaFromMapping } from '../eql/types/mapping';
import { inferSchema } from './inferred_schema';

const KNOWN = schemaFromMapping({
  properties: {
    host: { properties: { name: { type: 'keyword' }, ip: { type: 'ip' } } },
    port: { type: 'long' },
    labels: {},
    signatures: { type: 'nested', properties: { id: { type: 'keyword' } } },
    flags: { type: 'flattened' },
  },
});

type Events = readonly Record<string, unknown>[];

const typesOf = (...samples: Events): Record<string, string | undefined> => {
  const schema = inferSchema(KNOWN, samples);
  const known = new Set(KNOWN.names());
  const added = [...schema.names()].filter((name) => !known.has(name));
  return Object.fromEntries(added.map((name) => [name, schema.field(name)?.mappedType]));
};

describe('inferSchema', () => {
  it.each<[string, Events, Record<string, string>]>([
    ['text', [{ a: 'x' }], { a: 'keyword' }],
    ['text that looks like a date', [{ a: '2026-01-01' }], { a: 'keyword' }],
    ['text that looks like a number', [{ a: '7' }], { a: 'keyword' }],
    ['whole numbers', [{ a: 7 }, { a: -7 }], { a: 'long' }],
    ['large whole numbers', [{ a: 2n ** 60n }], { a: 'long' }],
    ['fractions', [{ a: 7.5 }], { a: 'double' }],
    ['true and false', [{ a: false }], { a: 'boolean' }],
    ['nested objects', [{ a: { b: { c: 1 } } }], { 'a.b.c': 'long' }],
    ['dotted names', [{ 'a.b.c': 1 }], { 'a.b.c': 'long' }],
    ['both mixed', [{ a: { 'b.c': 1 } }, { 'a.b': { c: 2 } }], { 'a.b.c': 'long' }],
    [
      'arrays',
      [{ a: [1, [2]] }, { b: [{ c: 'x' }, { d: true }] }],
      { a: 'long', 'b.c': 'keyword', 'b.d': 'boolean' },
    ],
    [
      'new fields of known objects',
      [{ host: { boot: 'x' }, labels: { env: 'x' } }],
      { 'host.boot': 'keyword', 'labels.env': 'keyword' },
    ],
    [
      'names of JavaScript',
      [{ constructor: 'x', a: { toString: 1 } }],
      { constructor: 'keyword', 'a.toString': 'long' },
    ],
  ])('types %s', (_, samples, types) => {
    expect(typesOf(...samples)).toEqual(types);
  });

  it.each<[string, unknown[], string]>([
    ['whole numbers and fractions', [1, 1.5], 'double'],
    ['text and numbers', ['x', 1], 'keyword'],
    ['numbers and text', [1.5, 1, 'x', 1], 'keyword'],
    ['numbers and true', [1, true], 'keyword'],
    ['null and numbers', [null, 1], 'long'],
    ['arrays of both', [[1, 'x']], 'keyword'],
  ])('settles %s', (_, values, type) => {
    expect(typesOf(...values.map((a) => ({ a })))).toEqual({ a: type });
  });

  it.each<[string, Record<string, unknown>]>([
    ['null', { a: null, b: [null], c: { d: undefined } }],
    ['nothing', { a: [], b: {}, c: [{}, [[]]] }],
    ['what is known', { host: { name: 7 }, 'host.ip': 'x', port: 'x' }],
    ['what lies in a value', { host: { name: { short: 'x' } }, 'port.name': 'x' }],
    ['what lies in nested and flattened fields', { signatures: [{ by: 'x' }], flags: { a: 1 } }],
  ])('adds nothing for %s', (_, sample) => {
    expect(inferSchema(KNOWN, [sample])).toBe(KNOWN);
  });

  it('keeps what is known', () => {
    const schema = inferSchema(KNOWN, [{ port: 'x', extra: 1 }]);
    expect(schema.field('port')).toBe(KNOWN.field('port'));
    expect([...schema.names()]).toEqual([...KNOWN.names(), 'extra']);
  });

  it('goes 20 levels deep and no deeper', () => {
    const nest = (depth: number): Record<string, unknown> =>
      depth === 1 ? { a: 1 } : { a: nest(depth - 1) };
    const dotted = Array.from({ length: 21 }, () => 'b').join('.');
    expect(typesOf(nest(20), nest(21), { [dotted]: 1 })).toEqual({
      [Array.from({ length: 20 }, () => 'a').join('.')]: 'long',
    });
  });

  it('adds a limited number of fields', () => {
    const names = Array.from({ length: 10_050 }, (_, i) => [`field${i}`, i]);
    expect(Object.keys(typesOf(Object.fromEntries(names)))).toHaveLength(10_000);
  });

  it('makes every value of an event readable', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true }), fc.boolean());
    const key = fc.constantFrom('a', 'b', 'c.d', 'e');
    const { event } = fc.letrec<{ event: Record<string, unknown>; node: unknown }>((tie) => ({
      event: fc.dictionary(key, tie('node'), { minKeys: 1, maxKeys: 3 }),
      node: fc.oneof({ maxDepth: 4 }, leaf, fc.array(leaf, { maxLength: 3 }), tie('event')),
    }));
    fc.assert(
      fc.property(event, (sample) => {
        const schema = inferSchema(KNOWN, [sample]);
        for (const name of new Set(leafNames(sample, ''))) {
          const field = schema.field(name);
          expect(field && fieldReader(field).values(sample).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

const leafNames = (node: unknown, name: string): string[] => {
  if (Array.isArray(node)) {
    return node.length > 0 ? [name] : [];
  }
  return typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, child]) =>
        leafNames(child, name === '' ? key : `${name}.${key}`),
      )
    : [name];
};
