// SPDX-License-Identifier: Apache-2.0
import { schemaFromFieldCaps, type FieldCapabilities } from './field_caps';
import type { Field } from './schema';

type Caps = FieldCapabilities['fields'];

const field = (caps: Caps, name: string): Field | undefined =>
  schemaFromFieldCaps({ fields: caps }).field(name);

const searchable = { searchable: true, aggregatable: true };

describe('schemaFromFieldCaps', () => {
  it('reads the type of each field', () => {
    const caps: Caps = {
      'process.name': { keyword: searchable },
      'process.pid': { long: searchable },
      process: { object: { searchable: false, aggregatable: false } },
    };
    expect(field(caps, 'process.name')).toEqual({
      name: 'process.name',
      path: 'process.name',
      mappedType: 'keyword',
    });
    expect(field(caps, 'process.pid')?.mappedType).toBe('long');
    expect([...schemaFromFieldCaps({ fields: caps }).names()]).toEqual([
      'process.name',
      'process.pid',
    ]);
    expect(field(caps, 'user.name')).toBeUndefined();
  });

  it('takes a field that some indices lack', () => {
    const caps: Caps = {
      a: { keyword: { ...searchable, indices: ['x'] }, unmapped: { indices: ['y'] } },
    };
    expect(field(caps, 'a')).toEqual({ name: 'a', path: 'a', mappedType: 'keyword' });
    expect(field({ a: { unmapped: { indices: ['y'] }, ip: searchable } }, 'a')?.mappedType).toBe(
      'ip',
    );
  });

  it.each([
    [['keyword', 'wildcard']],
    [['constant_keyword', 'keyword']],
    [['wildcard', 'constant_keyword']],
  ])('takes %j as one', (types) => {
    const caps: Caps = { a: Object.fromEntries(types.map((type) => [type, searchable])) };
    expect(field(caps, 'a')?.unusable).toBeUndefined();
    expect(field(caps, 'a')?.conflicting).toBeUndefined();
    expect(field(caps, 'a')?.mappedType).toBe(types[0]);
  });

  it('says where a field has which type', () => {
    const caps: Caps = {
      a: {
        keyword: { ...searchable, indices: ['logs-1', 'logs-2'] },
        long: { ...searchable, indices: 'logs-3' },
        text: { searchable: true, aggregatable: false },
      },
    };
    expect(field(caps, 'a')?.unusable).toBe(
      '[a] is mapped differently across the indices: [keyword] in [logs-1, logs-2], [long] in [logs-3], [text] in the others',
    );
  });

  it.each([
    [['long', 'integer']],
    [['keyword', 'text']],
    [['date', 'date_nanos']],
    [['keyword', 'ip']],
  ])('a field can not be %j at once', (types) => {
    const caps: Caps = { a: Object.fromEntries(types.map((type) => [type, searchable])) };
    expect(field(caps, 'a')?.unusable).toContain('mapped differently');
    expect(field(caps, 'a')?.conflicting).toBe(true);
  });

  it('finds the keyword beside a text, and where its values stand', () => {
    const caps: Caps = {
      message: { text: { searchable: true, aggregatable: false } },
      'message.keyword': { keyword: searchable },
      other: { text: { searchable: true, aggregatable: false } },
    };
    const keyword = { name: 'message.keyword', path: 'message', mappedType: 'keyword' };
    expect(field(caps, 'message.keyword')).toEqual(keyword);
    expect(field(caps, 'message')?.exact).toEqual(keyword);
    expect(field(caps, 'other')?.exact).toBeUndefined();
  });

  it.each(['object', 'nested'])('a field in an %s stands there by itself', (type) => {
    const caps: Caps = { a: { [type]: {} }, 'a.b': { keyword: searchable } };
    expect(field(caps, 'a.b')?.path).toBe('a.b');
  });

  it('knows what is not searchable at all', () => {
    const capability = { searchable: false, aggregatable: false };
    expect(field({ a: { keyword: capability } }, 'a')?.unsearchable).toBe(true);
    const sortable = { searchable: false, aggregatable: true };
    expect(field({ a: { keyword: sortable } }, 'a')?.unsearchable).toBeUndefined();
  });

  it('says that fields in a nested field can not be used', () => {
    const caps: Caps = {
      nest: { nested: { searchable: false, aggregatable: false } },
      'nest.a': { keyword: searchable },
    };
    expect(field(caps, 'nest')?.unusable).toMatch(/nested/);
    expect(field(caps, 'nest.a')?.unusable).toMatch(/nested/);
  });
});
