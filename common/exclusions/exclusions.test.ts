// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EVENT_SCHEMA } from '../ecs';
import { schemaFromMapping } from '../eql/types/mapping';
import { compileQueryDsl, type EventDocument } from '../search';
import { eventFilter, exclusionSchema, isInForce, plainWords, scopeOf, sequencePredicate } from '.';
import type { Exclusion, ExclusionEntry } from '.';

const recorded = exclusionSchema.parse(
  JSON.parse(
    readFileSync(
      path.join(__dirname, '../../test/kibana/recorded/exception_item.created.json'),
      'utf8',
    ),
  ),
);

const exclusion = (...entries: ExclusionEntry[]): Exclusion =>
  exclusionSchema.parse({
    item_id: 'x',
    list_id: 'recently-compiled-exclusions',
    name: 'x',
    description: '',
    entries,
  });

const event = (source: Record<string, unknown>): EventDocument => ({ _id: '1', _source: source });

const context = { schema: EVENT_SCHEMA, now: 0 };

/** Whether the filter lets an event through. */
const passes = (exclusions: readonly Exclusion[], source: Record<string, unknown>): boolean => {
  const { filter } = eventFilter(exclusions, (id) => (id === 'ips' ? ['203.0.113.7'] : undefined));
  return filter === undefined || compileQueryDsl(filter, context)(event(source));
};

const ci = {
  host: { name: 'ci-2', os: { type: 'linux' } },
  process: { executable: '/builds/42/a.out' },
};

describe('an exclusion as a filter on events', () => {
  test('an item that a real Kibana stored hides what meets all its entries on its systems', () => {
    expect(passes([recorded], ci)).toBe(false);
    expect(passes([recorded], { ...ci, host: { name: 'web-1', os: { type: 'linux' } } })).toBe(
      true,
    );
    expect(passes([recorded], { ...ci, process: { executable: '/usr/bin/a' } })).toBe(true);
    expect(passes([recorded], { ...ci, host: { name: 'ci-2', os: { type: 'windows' } } })).toBe(
      true,
    );
  });

  test.each<[string, ExclusionEntry, Record<string, unknown>, boolean]>([
    [
      'match',
      { type: 'match', field: 'user.name', operator: 'included', value: 'ci' },
      { user: { name: 'ci' } },
      false,
    ],
    [
      'match, another value',
      { type: 'match', field: 'user.name', operator: 'included', value: 'ci' },
      { user: { name: 'CI' } },
      true,
    ],
    [
      'match, excluded',
      { type: 'match', field: 'user.name', operator: 'excluded', value: 'ci' },
      { user: { name: 'dev' } },
      false,
    ],
    [
      'match, excluded, the field is missing',
      { type: 'match', field: 'user.name', operator: 'excluded', value: 'ci' },
      {},
      false,
    ],
    [
      'exists',
      { type: 'exists', field: 'file.path', operator: 'included' },
      { file: { path: '/x' } },
      false,
    ],
    [
      'exists, excluded',
      { type: 'exists', field: 'file.path', operator: 'excluded' },
      { file: { path: '/x' } },
      true,
    ],
    [
      'wildcard',
      { type: 'wildcard', field: 'file.path', operator: 'included', value: '/b?ilds/*' },
      { file: { path: '/builds/1' } },
      false,
    ],
    [
      'list',
      {
        type: 'list',
        field: 'destination.ip',
        operator: 'included',
        list: { id: 'ips', type: 'ip' },
      },
      { destination: { ip: '203.0.113.7' } },
      false,
    ],
    [
      'list, excluded',
      {
        type: 'list',
        field: 'destination.ip',
        operator: 'excluded',
        list: { id: 'ips', type: 'ip' },
      },
      { destination: { ip: '203.0.113.7' } },
      true,
    ],
  ])('%s', (_, entry, source, expected) => {
    expect(passes([exclusion(entry)], source)).toBe(expected);
  });

  test('several items hide what meets any of them', () => {
    const items = ['a', 'b'].map((value) =>
      exclusion({ type: 'match', field: 'user.name', operator: 'included', value }),
    );
    expect(['a', 'b', 'c'].map((name) => passes(items, { user: { name } }))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('nested entries must hold for one and the same element', () => {
    const schema = schemaFromMapping({
      properties: {
        signers: {
          type: 'nested',
          properties: { name: { type: 'keyword' }, trusted: { type: 'keyword' } },
        },
      },
    });
    const { filter } = eventFilter([
      exclusion({
        type: 'nested',
        field: 'signers',
        entries: [
          { type: 'match', field: 'name', operator: 'included', value: 'a' },
          { type: 'match', field: 'trusted', operator: 'included', value: 'true' },
        ],
      }),
    ]);
    const lets = compileQueryDsl(filter, { schema, now: 0 });
    expect(lets(event({ signers: [{ name: 'a', trusted: 'true' }] }))).toBe(false);
    expect(
      lets(
        event({
          signers: [
            { name: 'a', trusted: 'false' },
            { name: 'b', trusted: 'true' },
          ],
        }),
      ),
    ).toBe(true);
  });

  test('a list that can not be read is named, and the other items still apply', () => {
    const unreadable = exclusion({
      type: 'list',
      field: 'host.name',
      operator: 'included',
      list: { id: 'gone', type: 'keyword' },
    });
    const { filter, notApplied } = eventFilter([unreadable, recorded]);
    expect(notApplied).toEqual([
      {
        exclusion: unreadable,
        reason: 'The value list [gone] can not be read',
        remedy: expect.stringContaining('may read it') as string,
      },
    ]);
    expect(compileQueryDsl(filter, context)(event(ci))).toBe(false);
  });

  describe('a list of ranges of addresses', () => {
    const inRanges = (...values: string[]) =>
      eventFilter(
        [
          exclusion({
            type: 'list',
            field: 'destination.ip',
            operator: 'included',
            list: { id: 'ranges', type: 'ip_range' },
          }),
        ],
        () => values,
      );
    const hidden = (values: readonly string[], addresses: readonly string[]): string[] => {
      const lets = compileQueryDsl(inRanges(...values).filter, context);
      return addresses.filter((ip) => !lets(event({ destination: { ip } })));
    };

    test('with a dash, both ends included', () => {
      expect(
        hidden(
          ['10.0.0.5-10.0.0.9', '2001:db8::1 - 2001:db8::f'],
          ['10.0.0.4', '10.0.0.5', '10.0.0.9', '10.0.0.10', '2001:db8::a', '2001:db8::10'],
        ),
      ).toEqual(['10.0.0.5', '10.0.0.9', '2001:db8::a']);
    });

    test('in CIDR notation, and single addresses', () => {
      expect(
        hidden(['192.0.2.0/30', '198.51.100.7'], ['192.0.2.3', '192.0.2.4', '198.51.100.7']),
      ).toEqual(['192.0.2.3', '198.51.100.7']);
      expect(
        hidden(['192.0.2.0/30', '10.0.0.5-10.0.0.9'], ['192.0.2.3', '10.0.0.6', '10.0.0.4']),
      ).toEqual(['192.0.2.3', '10.0.0.6']);
    });

    test('an empty one hides nothing', () => {
      expect(hidden([], ['192.0.2.3'])).toEqual([]);
    });

    test('too many with a dash are named', () => {
      const values = Array.from({ length: 201 }, (_, i) => `10.0.${i}.1-10.0.${i}.9`);
      expect(inRanges(...values.slice(1)).notApplied).toEqual([]);
      expect(inRanges(...values).notApplied).toMatchObject([
        {
          reason: 'The value list [ranges] holds 201 ranges with a dash, more than 200',
          remedy: expect.stringContaining('CIDR') as string,
        },
      ]);
    });
  });

  test('a list of texts is refused, without exclusions there is no filter', () => {
    const ranges = exclusion({
      type: 'list',
      field: 'destination.ip',
      operator: 'included',
      list: { id: 'ips', type: 'text' },
    });
    expect(eventFilter([ranges], () => []).notApplied).toHaveLength(1);
    expect(eventFilter([])).toEqual({ filter: undefined, notApplied: [] });
  });
});

describe('an exclusion on a whole sequence', () => {
  const across = exclusion(
    { type: 'match', field: 'file.path', operator: 'included', value: '/opt/agent' },
    { type: 'match', field: 'destination.ip', operator: 'included', value: '10.0.0.5' },
  );
  const sequence = (filePath: string, ip: string): EventDocument[] => [
    event({ process: { name: 'gcc' } }),
    event({ file: { path: filePath } }),
    event({ destination: { ip } }),
  ];

  test('entries on fields of different events concern the sequence, all others single events', () => {
    expect(scopeOf(across)).toBe('sequence');
    expect(scopeOf(recorded)).toBe('event');
    expect(
      scopeOf(
        exclusion(
          { type: 'match', field: 'file.path', operator: 'included', value: '/x' },
          { type: 'exists', field: 'destination.ip', operator: 'excluded' },
        ),
      ),
    ).toBe('event');
  });

  test('each entry must hold for some event', () => {
    const hides = sequencePredicate(across, context);
    expect(hides(sequence('/opt/agent', '10.0.0.5'))).toBe(true);
    expect(hides(sequence('/opt/agent', '10.0.0.6'))).toBe(false);
    expect(hides(sequence('/tmp/x', '10.0.0.5'))).toBe(false);
  });

  test('a named operating system must be that of the sequence', () => {
    const hides = sequencePredicate({ ...across, os_types: ['linux'] }, context);
    const on = (type: string): EventDocument[] =>
      sequence('/opt/agent', '10.0.0.5').map(({ _id, _source }) => ({
        _id,
        _source: { ..._source, host: { os: { type } } },
      }));
    expect([hides(on('linux')), hides(on('windows'))]).toEqual([true, false]);
  });

  test('an excluded entry must hold for every event', () => {
    const hides = sequencePredicate(
      exclusion({ type: 'match', field: 'process.name', operator: 'excluded', value: 'gcc' }),
      context,
    );
    expect(hides(sequence('/x', '10.0.0.5'))).toBe(false);
    expect(hides(sequence('/x', '10.0.0.5').slice(1))).toBe(true);
  });
});

test('an expired exclusion is no longer in force', () => {
  const end = Date.parse(recorded.expire_time ?? '');
  expect(isInForce(recorded, end - 1)).toBe(true);
  expect(isInForce(recorded, end)).toBe(false);
  expect(isInForce({}, end)).toBe(true);
});

test.each([
  [
    recorded,
    'Hides every event where host.name is one of ci-1, ci-2 and process.executable matches /builds/* on linux hosts.',
  ],
  [
    exclusion(
      { type: 'exists', field: 'file.path', operator: 'included' },
      { type: 'match', field: 'destination.port', operator: 'included', value: '443' },
    ),
    'Hides sequences in which some event each meets file.path exists and destination.port is 443.',
  ],
])('an exclusion in plain words', (item, sentence) => {
  expect(plainWords(item)).toBe(sentence);
});

test('an item with an unknown kind of entry is refused', () => {
  expect(
    exclusionSchema.safeParse({ ...recorded, entries: [{ type: 'fuzzy', field: 'x' }] }).success,
  ).toBe(false);
});
