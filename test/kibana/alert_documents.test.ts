// SPDX-License-Identifier: Apache-2.0
import { buildAlerts, readLineageRecord, type LineageFacts } from '../../common/alerts';
import {
  recordedBlocks,
  recordedContext,
  recordedRule,
  recordedShell,
  sourceEventOf,
  type Fields,
} from './recorded_alerts';

/** Security reads the clock several times while it writes; we once. */
const TIMES_OF_WRITING = ['@timestamp', 'kibana.alert.start', 'kibana.alert.last_detected'];

/** Where our shell says more than Security's. */
const DELIBERATE = [
  'process',
  'file',
  'destination',
  'source',
  'network',
  'event.category',
  'event.url',
  'kibana.alert.original_time',
  'kibana.alert.reason',
];

const events = recordedBlocks.map(sourceEventOf);
const { blocks, shell } = buildAlerts(events, recordedRule(), recordedContext);

type Event = (typeof events)[number];

const withProcess = (event: Event, more: Fields): Event => ({
  ...event,
  _source: { ...event._source, process: { ...(event._source['process'] as Fields), ...more } },
});

const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

test('the ids are those that a real Kibana gave', () => {
  expect([...blocks, shell].map(({ _id }) => _id)).toEqual(
    [...recordedBlocks, recordedShell].map(({ _id }) => _id),
  );
});

test.each([0, 1, 2, 3])('building block %i has the fields that a real Kibana wrote', (i) => {
  expect(without(blocks[i]?._source ?? {}, TIMES_OF_WRITING)).toEqual(
    without(recordedBlocks[i]?._source ?? {}, TIMES_OF_WRITING),
  );
});

test('the shell differs from that of a real Kibana in the listed fields only', () => {
  const names = [...TIMES_OF_WRITING, ...DELIBERATE];
  expect(without(shell._source, names)).toEqual(without(recordedShell._source, names));
});

test('the shell says who compiled what and where it connected', () => {
  expect(shell._source).toMatchObject({
    'kibana.alert.reason':
      'revsh (/home/dev/revsh), compiled by dev with gcc 5 s earlier, connected from lab1 to 203.0.113.7:4444',
    'kibana.alert.original_time': '2026-11-24T11:33:31.427Z',
    'event.category': ['process', 'file', 'network'],
    process: { name: 'revsh', executable: '/home/dev/revsh', entity_id: 'e3revsh' },
    file: { path: '/home/dev/revsh' },
    destination: { ip: '203.0.113.7', port: 4444 },
    network: { transport: 'tcp' },
    user: { name: 'dev' },
  });
});

test('the shell has what only the execution tells of the connecting process', () => {
  const [compile, link, execute, connect] = events as [Event, Event, Event, Event];
  const told = { hash: { sha256: 'ab'.repeat(32) }, entry_leader: { entity_id: 'leader' } };
  const chain = [compile, link, withProcess(execute, told), connect];
  const built = buildAlerts(chain, recordedRule(), recordedContext);
  expect(built.shell._source['process']).toMatchObject({ ...told, entity_id: 'e3revsh' });
  const others = withProcess(execute, { ...told, entity_id: 'another' });
  const mixed = buildAlerts([compile, link, others, connect], recordedRule(), recordedContext);
  expect(mixed.shell._source['process']).not.toHaveProperty('hash');
});

test('the shell says which rule of ours found it and links to its page', () => {
  const context = {
    ...recordedContext,
    spaceId: 'soc',
    finder: { uuid: 'ours', name: 'Recently compiled' },
    address: { basePath: '/kibana', publicBaseUrl: 'https://example.org/kibana' },
  };
  const built = buildAlerts(events, recordedRule(), context);
  const id = built.shell._id;
  const page = `/s/soc/app/recentlyCompiled/alerts/${id}`;
  expect(built.shell._source).toMatchObject({
    'event.url': `https://example.org/kibana${page}`,
    'kibana.alert.url': `https://example.org/kibana/s/soc/app/security/alerts/redirect/${id}?index=.alerts-security.alerts-soc&timestamp=${new Date(context.now).toISOString()}`,
    rule: { uuid: 'ours', name: 'Recently compiled', ruleset: 'recently-compiled' },
  });
  const inside = { ...context, address: { basePath: '/kibana', publicBaseUrl: undefined } };
  const unknown = buildAlerts(events, recordedRule(), inside).shell._source;
  expect(unknown['event.url']).toBe(`/kibana${page}`);
  expect(unknown).not.toHaveProperty(['kibana.alert.url']);
});

test('times of writing are ISO text', () => {
  for (const { _source } of [...blocks, shell]) {
    for (const name of TIMES_OF_WRITING) {
      expect(_source[name]).toBe(recordedShell._source['@timestamp']);
    }
  }
});

test('values that the index would refuse are left out, and nothing else', () => {
  const [first, ...rest] = events;
  const hostile = {
    process: { pid: 'not a number', name: 'gcc', parent: 'text where an object belongs' },
    destination: { ip: ['203.0.113.7', 'no address'] },
    file: { size: { nested: 1 } },
    '': 'no name',
    'a..b': 1,
    labels: { note: 'x'.repeat(100_000) },
  };
  const broken = { ...first, _source: { ...first?._source, ...hostile } };
  const built = buildAlerts(
    [broken as (typeof events)[number], ...rest],
    recordedRule(),
    recordedContext,
  );
  const source = built.blocks[0]?._source ?? {};
  expect(source).toMatchObject({
    process: { name: 'gcc' },
    destination: { ip: ['203.0.113.7'] },
    file: {},
    labels: hostile.labels,
  });
  expect(source['process']).not.toHaveProperty('pid');
  expect(source['process']).not.toHaveProperty('parent');
  expect(Object.keys(source)).not.toEqual(expect.arrayContaining(['']));
  expect(Object.keys(source)).not.toEqual(expect.arrayContaining(['a..b']));
});

describe('what lineage found', () => {
  const [compile, link, execute, connect] = events as [Event, Event, Event, Event];
  const context = { ...recordedContext, finder: { uuid: 'ours', name: 'Recently compiled' } };
  const renamed = {
    ...link,
    _id: 'renamed',
    _source: { ...link._source, '@timestamp': '2026-11-24T11:33:34.000Z' },
  };
  const build = (
    chain: Parameters<typeof buildAlerts>[0],
    story: LineageFacts['story'] = [],
  ): ReturnType<typeof buildAlerts> => buildAlerts(chain, recordedRule(), context, { story });

  test('has the ids of the published sequence of the same events, and says who found it', () => {
    const built = build([compile, link, execute, connect]);
    expect([...built.blocks, built.shell].map(({ _id }) => _id)).toEqual(
      [...recordedBlocks, recordedShell].map(({ _id }) => _id),
    );
    expect(built.shell._source['rule']).toMatchObject({ category: 'lineage' });
    const byNames = buildAlerts(events, recordedRule(), context);
    expect(byNames.shell._source['rule']).toMatchObject({ category: 'published' });
    expect(built.blocks).toEqual(byNames.blocks);
  });

  test('keeps the story of the file among the parameters, which are searchable', () => {
    const { shell: built } = build(
      [compile, link, execute, connect],
      [{ step: 'rename', path: '/usr/bin/svc', event: renamed }],
    );
    expect(built._source['kibana.alert.rule.parameters']).toEqual({
      ...(recordedShell._source['kibana.alert.rule.parameters'] as Fields),
      recently_compiled: {
        stages: ['compile', 'link', 'execute', 'connect'],
        story: [
          {
            step: 'rename',
            path: '/usr/bin/svc',
            at: '2026-11-24T11:33:34.000Z',
            id: 'renamed',
            index: link._index,
          },
        ],
      },
    });
    expect(readLineageRecord(built._source)?.story).toMatchObject([{ path: '/usr/bin/svc' }]);
    expect(built._source['kibana.alert.reason']).toBe(
      'svc (/usr/bin/svc, built as /home/dev/revsh), compiled by dev with gcc 5 s earlier, connected from lab1 to 203.0.113.7:4444',
    );
  });

  test('without a compiler begins with the linker', () => {
    const built = build([null, link, execute, connect]);
    expect(built.blocks.map(({ _source }) => _source['kibana.alert.group.index'])).toEqual([
      1, 2, 3,
    ]);
    expect(built.shell._source).toMatchObject({
      'kibana.alert.reason':
        'revsh (/home/dev/revsh), linked by dev with ld 3 s earlier, connected from lab1 to 203.0.113.7:4444',
      'kibana.alert.original_time': '2026-11-24T11:33:33.427Z',
      'event.category': ['file', 'process', 'network'],
      file: { path: '/home/dev/revsh' },
      process: { name: 'revsh' },
    });
    expect(readLineageRecord(built.shell._source)?.stages).toEqual(['link', 'execute', 'connect']);
    const events = (built.shell._source['kibana.alert.ancestors'] as { type: string }[]).filter(
      ({ type }) => type === 'event',
    );
    expect(events).toHaveLength(3);
  });

  test('without an execution has all that the connection tells', () => {
    const built = build([compile, link, null, connect]);
    expect(built.blocks.map(({ _source }) => _source['kibana.alert.group.index'])).toEqual([
      0, 1, 3,
    ]);
    expect(built.shell._source).toMatchObject({
      process: { name: 'revsh', executable: '/home/dev/revsh', entity_id: 'e3revsh' },
      file: { path: '/home/dev/revsh' },
      destination: { ip: '203.0.113.7' },
    });
  });

  test('says which child connects', () => {
    const child = withProcess(connect, { entity_id: 'child', name: 'bash', pid: 9 });
    expect(build([compile, link, execute, child]).shell._source['kibana.alert.reason']).toBe(
      'revsh (/home/dev/revsh), compiled by dev with gcc 5 s earlier, connected through bash from lab1 to 203.0.113.7:4444',
    );
  });
});
