// SPDX-License-Identifier: Apache-2.0
import { alertsAlias } from '../../common/alerts';
import { ElasticsearchLineageSearch } from '../../server/search/elasticsearch_lineage_search';
import type { LineageAnswer, LineageSearchRequest } from '../../server/search/lineage_search';
import { chainEvents } from './chains';
import { addExceptions, is } from './exceptions';
import { few, HOUR, MINUTE, names, NOW, SECOND, useScenario, type Scenario } from './scenario';

const start = useScenario({ detection: 'lineage' });
const searchWhole: (
  this: ElasticsearchLineageSearch,
  request: LineageSearchRequest,
) => Promise<LineageAnswer> = Reflect.get(ElasticsearchLineageSearch.prototype, 'search');

type Fields = Readonly<Record<string, unknown>>;

const theShell = (scenario: Scenario): Fields => {
  const shells = scenario.shells();
  expect(shells).toHaveLength(1);
  return shells[0]!._source;
};

/** The events of a chain, changed; ready to be indexed. */
const events = (
  name: string,
  at: number,
): Record<
  'compile' | 'link' | 'execute' | 'connect',
  (changes?: { readonly after?: number; readonly fields?: Fields }) => readonly [string, Document]
> => {
  const [compile, link, execute, connect] = chainEvents({ name, at }).map(
    ([stream, { _id, _source }]) =>
      ({ after, fields = {} }: { readonly after?: number; readonly fields?: Fields } = {}) =>
        [
          stream,
          {
            _id: `${_id}`,
            _source: {
              ..._source,
              ...(after !== undefined && { '@timestamp': new Date(at + after).toISOString() }),
              ...fields,
            },
          },
        ] as const,
  );
  return { compile: compile!, link: link!, execute: execute!, connect: connect! };
};

type Document = { readonly _id: string; readonly _source: Fields };

const happen = ({ es }: Scenario, all: readonly (readonly [string, Document])[]): void => {
  for (const [stream, document] of all) {
    es.index(stream, [document]);
  }
};

test('finds the chains that the published rule finds, and says that lineage did', async () => {
  const scenario = await start();
  scenario.add(...few);
  const { outcome, messages } = await scenario.run(NOW);
  expect(outcome).toBe('succeeded');
  expect(messages.join()).toMatch(/3 sequences, 3 new alerts/);
  expect(scenario.programs()).toEqual(names(few));
  expect(scenario.blocks()).toHaveLength(12);
  for (const { _source } of scenario.shells()) {
    expect(_source).toMatchObject({ rule: { category: 'lineage' } });
  }
  // What is written is searchable.
  const { hits } = await scenario.es.client().search({
    index: alertsAlias('default'),
    query: { term: { 'kibana.alert.rule.parameters.recently_compiled.stages': 'link' } },
  });
  expect(hits.hits).toHaveLength(3);
  expect((await scenario.run(NOW + 5 * MINUTE)).messages.join()).toMatch(/0 new alerts/);
});

test('follows a file that is renamed and waits ten minutes, which the published rule can not see', async () => {
  const at = NOW - 12 * MINUTE;
  const { compile, link, execute, connect } = events('a.out', at);
  const service = { name: 'svc', executable: '/usr/bin/svc', pid: 30, entity_id: 'svc-1' };
  const renamed = link({
    after: 2 * SECOND,
    fields: {
      event: { kind: 'event', category: ['file'], type: ['change'], action: 'rename', sequence: 9 },
      process: { name: 'mv', pid: 21, entity_id: 'mv-1' },
      file: {
        name: 'svc',
        path: '/usr/bin/svc',
        Ext: { original: { path: '/home/dev/a.out' } },
      },
    },
  });
  const all = [
    compile(),
    link(),
    [renamed[0], { ...renamed[1], _id: 'renamed' }] as const,
    execute({ after: 3 * SECOND, fields: { process: { ...service, args: ['svc'] } } }),
    connect({ after: 10 * MINUTE, fields: { process: service } }),
  ];
  const published = await start({ detection: 'published' });
  happen(published, all);
  await published.run(NOW);
  expect(published.shells()).toEqual([]);
  await published.stop();

  const scenario = await start();
  happen(scenario, all);
  await scenario.run(NOW);
  expect(theShell(scenario)).toMatchObject({
    'kibana.alert.reason':
      'svc (/usr/bin/svc, built as /home/dev/a.out), compiled by dev with gcc 600 s earlier, connected from lab1 to 203.0.113.7:4444',
    'kibana.alert.rule.parameters': {
      recently_compiled: {
        stages: ['compile', 'link', 'execute', 'connect'],
        story: [{ step: 'rename', path: '/usr/bin/svc', id: 'renamed' }],
      },
    },
  });
});

test('a chain without its compiler or its execution is alerted, and once', async () => {
  const scenario = await start();
  const { link, connect } = events('tool', NOW - 2 * MINUTE);
  happen(scenario, [link(), connect()]);
  const { scheduledActions } = await scenario.run(NOW);
  expect(scheduledActions).toHaveLength(1);
  expect(scenario.blocks().map(({ _source }) => _source['kibana.alert.group.index'])).toEqual([
    1, 3,
  ]);
  const { compile, execute } = events('tool', NOW - 2 * MINUTE);
  happen(scenario, [compile(), execute()]);
  const again = await scenario.run(NOW + MINUTE);
  expect(again.messages.join()).toMatch(/1 sequence, 0 new alerts, 1 already there/);
  expect(scenario.shells()).toHaveLength(1);
});

describe('time', () => {
  const slow = (name: string, at: number) => {
    const { compile, link, execute, connect } = events(name, at);
    return [compile(), link(), execute(), connect({ after: 14 * MINUTE })];
  };

  test('a chain that is longer than the look-back is found, and not beyond its window', async () => {
    const scenario = await start({ params: { lineageWindow: '13m' } });
    happen(scenario, slow('tool', NOW - 15 * MINUTE));
    await scenario.run(NOW);
    expect(scenario.shells()).toEqual([]);
    const longer = await start({ params: { lineageWindow: '14m' } });
    happen(longer, slow('tool', NOW - 15 * MINUTE));
    await longer.run(NOW);
    expect(longer.programs()).toEqual(['tool']);
    await scenario.stop();
  });

  test('what comes late is searched for again, as far as the window reaches', async () => {
    const scenario = await start();
    await scenario.run(NOW);
    const [, [stream, link], ...others] = slow('tool', NOW - 2 * HOUR) as [
      readonly [string, Document],
      readonly [string, Document],
    ];
    happen(scenario, others);
    expect((await scenario.run(NOW + 2 * MINUTE)).messages.join()).toMatch(/0 sequences/);
    // Only the link is late; the connection is 14 minutes younger.
    const event = link._source['event'] as Fields;
    const ingested = new Date(NOW + 3 * MINUTE).toISOString();
    happen(scenario, [
      [stream, { ...link, _source: { ...link._source, event: { ...event, ingested } } }],
    ]);
    await scenario.run(NOW + 5 * MINUTE);
    expect(scenario.programs()).toEqual(['tool']);
  });
});

describe('exclusions', () => {
  const exclude = (scenario: Scenario, name: string, ...entries: object[]) =>
    addExceptions(scenario.kibana, 'recently-compiled-exclusions', [{ name, entries }]);

  test('hide single events', async () => {
    const scenario = await start();
    await exclude(scenario, 'a build server', is('host.name', 'build'));
    scenario.add({ name: 'built', at: NOW - MINUTE, host: 'build' }, few[0]!);
    await scenario.run(NOW);
    expect(scenario.programs()).toEqual([few[0]!.name]);
  });

  test('hide sequences as a whole, also those with an event missing', async () => {
    const scenario = await start();
    const entries = [is('file.name', 'tool'), is('destination.ip', '203.0.113.7')];
    await exclude(scenario, 'a tool', ...entries);
    const { link, connect } = events('tool', NOW - 2 * MINUTE);
    happen(scenario, [link(), connect()]);
    scenario.add(few[0]!);
    const { messages } = await scenario.run(NOW);
    expect(messages.join()).toMatch(/2 sequences, 1 new alert, 0 already there, 1 excluded/);
    expect(scenario.programs()).toEqual([few[0]!.name]);
  });
});

test('more than one run may write take several runs', async () => {
  const scenario = await start({ params: { maxSignals: 2 } });
  scenario.add(...few);
  const { warnings } = await scenario.run(NOW);
  expect(warnings.join()).toMatch(/1 more waits/);
  await scenario.run(NOW + 5 * MINUTE);
  expect(scenario.programs()).toEqual(names(few));
});

test('what a search had to leave out is told, and the rest is alerted', async () => {
  const scenario = await start({ params: { lineageWindow: '1h' } });
  scenario.add(...few);
  const cut = jest
    .spyOn(ElasticsearchLineageSearch.prototype, 'search')
    .mockImplementation(async function (this: ElasticsearchLineageSearch, request) {
      const { chains } = await searchWhole.call(this, request);
      return { chains, isCut: true };
    });
  const { outcome, warnings } = await scenario.run(NOW);
  cut.mockRestore();
  expect(outcome).toBe('warning');
  expect(warnings.join()).toMatch(/More sequences end in .* than can be fetched at once.*Exclude/);
  expect(scenario.programs()).toEqual(names(few));
});

test('no index has a field that lineage needs', async () => {
  const scenario = await start({ mapping: { dynamic: false, properties: {} } });
  const { outcome, messages } = await scenario.run(NOW);
  expect(outcome).toBe('warning');
  expect(messages.join()).toMatch(/no index maps \[@timestamp, destination\.ip, .*file\.path/);
});
