// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { TestHost } from '../../common/lineage/lineage_test_helpers';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import type { EventDocument } from '../../common/search';
import type { LineageAnswer, LineageSearchRequest } from '../../server/search/lineage_search';
import { openRecordings } from '../captures/recordings';
import { findLineage, MODES } from '../quality/measure';
import { recordingFolders } from '../quality/places';
import { lineageIds } from './lineage_ids';
import { SUBJECTS, type Subject, type WorldIndex } from './subjects';

const never = new AbortController().signal;
const { bundled, own, all } = recordingFolders(__dirname, 2);
const FOLDERS = [bundled, own, all].filter((folder) => existsSync(folder));
const YEAR = { from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2027-01-01T00:00:00Z') };
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What a stream of the events finds, as `lineageIds` has it. */
const streamed = (events: readonly EventDocument[]): (string | null)[][] =>
  findLineage(events).map(({ events: stages, story }) =>
    [...stages, ...story.map(({ event }) => event)].map((event) => event && event._id),
  );

const worldOf = (events: readonly EventDocument[]): WorldIndex[] => {
  const streams = [...new Set(events.map(({ _index = 'logs-contract' }) => _index))];
  return streams.map((name) => ({
    name,
    events: events.filter(({ _index = 'logs-contract' }) => _index === name),
  }));
};

describe.each(SUBJECTS)('a search for built programs by %s', (_, open) => {
  let subject: Subject;
  afterEach(() => subject.close());

  const openWith = async (events: readonly EventDocument[]): Promise<string[]> => {
    const world = worldOf(events);
    subject = await open(world);
    return world.map(({ name }) => subject.indexName(name));
  };
  const find = (indexPatterns: string[], request: Partial<LineageSearchRequest> = {}) =>
    subject.lineage.search({
      params: DEFAULT_RULE_PARAMS,
      indexPatterns,
      range: YEAR,
      filter: undefined,
      tiebreakerField: 'event.sequence',
      signal: never,
      ...request,
    });
  const findIn = async (host: TestHost, request: Partial<LineageSearchRequest> = {}) => {
    const names = await openWith(host.happenings.map(({ document }) => document));
    return find(names, { tiebreakerField: undefined, ...request });
  };

  describe.each(FOLDERS)('in the recordings of %s', (folder) => {
    const recordings = openRecordings(folder);
    const { labels } = recordings;
    test.each(MODES)(
      'finds with names as %s what a stream finds',
      async (mode) => {
        const flows = labels.map(({ flow }) => recordings.events(flow, mode));
        const answer = await find(await openWith(flows.flat()));
        const expected = flows.flatMap(streamed).sort();
        expect(lineageIds(answer).sort()).toEqual(expected);
        const attacks = labels.filter(
          (flow) => flow.label === 'attack' && flow.should_detect,
        ).length;
        expect(answer.chains.length).toBeGreaterThanOrEqual(attacks);
        expect(answer.isCut).toBe(false);
      },
      120_000,
    );
  });

  const attack = (host: TestHost): TestHost =>
    host.build('/w/p').exec('p', './p', { executable: '/w/p' }).connect('p');
  const stagesOf = ({ chains }: LineageAnswer): string[] =>
    chains.map(({ compile, link, execute, connect }) =>
      [compile && 'compile', link && 'link', execute && 'execute', connect && 'connect'].join(),
    );

  test('answers whole events, with their indices', async () => {
    const { chains } = await findIn(attack(new TestHost()));
    expect(chains).toHaveLength(1);
    const { compile, connect } = chains[0]!;
    expect(compile?._index).toBe(subject.indexName('logs-contract'));
    expect(connect._source).toMatchObject({ destination: { port: 4444 } });
  });

  test('connections oldest first, on several hosts with the same paths', async () => {
    const first = attack(new TestHost({ host: { id: 'h1' } }));
    const second = attack(new TestHost({ agent: { id: 'a2' } }).wait(SECOND));
    const third = attack(new TestHost({ host: { name: 'n3' } }).wait(2 * SECOND));
    const events = [third, first, second].flatMap(({ happenings }) => happenings);
    const names = await openWith(events.map(({ document }) => document));
    const { chains } = await find(names, { tiebreakerField: undefined });
    expect(chains.map(({ connect }) => connect._id)).toEqual(
      [first, second, third].map(({ ids }) => ids.at(-1)),
    );
  });

  test('a step of the story in full', async () => {
    const host = new TestHost()
      .build('/w/a')
      .exec('m', 'mv a b')
      .file('rename', 'm', '/w/b', { before: '/w/a' })
      .exec('b', './b', { executable: '/w/b' })
      .connect('b');
    const { chains } = await findIn(host);
    expect(chains[0]?.story).toEqual([
      { step: 'rename', path: '/w/b', event: expect.objectContaining({ _id: host.ids[4] }) },
    ]);
    expect(chains[0]?.story[0]?.event._source).toMatchObject({ file: { path: '/w/b' } });
  });

  const SELF = { executable: '/w/b' };
  const run = (host: TestHost): TestHost => host.exec('b', './b', SELF).connect('b');
  test.each<[string, TestHost]>([
    [
      'a copy that a shell pours',
      new TestHost()
        .build('/w/a')
        .fork('c', 'sh')
        .file('creation', 'c', '/w/b')
        .exec('c', 'cat a', { parent: 'sh' }),
    ],
    [
      'a copy that came with its folder',
      new TestHost().build('/w/d/b').exec('c', 'cp -r d /w/').file('creation', 'c', '/w/b'),
    ],
    [
      'a copy by a child of who names it',
      new TestHost()
        .build('/w/a')
        .exec('c', ['sh', '-c', 'x < a'])
        .fork('d', 'c')
        .file('creation', 'd', '/w/b'),
    ],
    [
      'a link that only the command line tells of',
      new TestHost().build('/w/a').exec('l', 'ln -s a b'),
    ],
    [
      'a folder that is renamed',
      new TestHost().build('/v/b').file('rename', 'm', '/w', { before: '/v' }),
    ],
    [
      'a linker that only its start names',
      new TestHost()
        .exec('q', 'ld -o b', { executable: '/usr/bin/ld' })
        .file('creation', 'q', '/w/b', { executable: '/opt/odd' }),
    ],
    [
      'what was to be written over and was not, as the command failed',
      new TestHost().build('/w/b').exec('c', 'cp /q/x b').end('c', 'cp /q/x b', 1),
    ],
  ])('finds a program by %s', async (_what, host) => {
    expect(await findIn(run(host))).toMatchObject({ isCut: false, chains: [{}] });
  });

  test.each<[string, TestHost]>([
    ['a copy that failed', new TestHost().build('/w/a').exec('c', 'cp a b').end('c', 'cp a b', 1)],
    ['a program that was written over', new TestHost().build('/w/b').exec('c', 'cp /q/x b')],
    [
      'one that was written over by its folder, from another one',
      new TestHost().build('/w/b').exec('c', 'cp b ../w', { cwd: '/q' }),
    ],
  ])('does not find %s', async (_what, host) => {
    expect(await findIn(run(host))).toMatchObject({ isCut: false, chains: [] });
  });

  test.each<[string, (host: TestHost) => TestHost]>([
    [
      'a loader',
      (h) => h.exec('x', 'ld.so ./a', { executable: '/lib/ld-linux-x86-64.so.2' }).connect('x'),
    ],
    [
      'memory, copied by its parent',
      (h) =>
        h.exec('x', 'cat a').exec('y', 'none', { executable: 'memfd:x', parent: 'x' }).connect('y'),
    ],
    [
      'a descriptor, named by itself',
      (h) => h.exec('x', 'load ./a').exec('x', 'q', { executable: '/proc/self/fd/3' }).connect('x'),
    ],
    [
      'a library in the environment',
      (h) => h.exec('x', 'ls', { env: ['LD_PRELOAD=/q.so:/w/a'] }).connect('x'),
    ],
    [
      'a command that sets the environment',
      (h) => h.exec('x', ['env', 'LD_PRELOAD=./a', 'ls']).connect('x'),
    ],
    [
      'a descendant that the connection names',
      (h) => h.exec('x', './a', { executable: '/w/a' }).connect('z', { ancestry: ['y', 'x'] }),
    ],
    [
      'a descendant that forks tell of',
      (h) => h.exec('x', './a', { executable: '/w/a' }).fork('y', 'x').fork('z', 'y').connect('z'),
    ],
    [
      'a command that makes its folder the root',
      (h) => h.exec('x', 'chroot . /a').exec('x', '/a', { executable: '/a' }).connect('x'),
    ],
    [
      'a descendant of a shell in another root',
      (h) =>
        h
          .exec('x', 'chroot . /sh', { cwd: '/w/' })
          .exec('x', 'sh', { executable: '/sh' })
          .fork('y', 'x')
          .exec('y', './a', { executable: '/a', cwd: '/', parent: 'x' })
          .connect('y'),
    ],
    ['a connection alone', (h) => h.connect('x', { executable: '/w/a' })],
    [
      'a path that is marked as deleted',
      (h) => h.exec('x', './a', { executable: '/w/a (deleted)' }).connect('x'),
    ],
    [
      'a merged event',
      (h) =>
        h.exec('x', './a', { executable: '/w/a', actions: ['fork', 'exec', 'end'] }).connect('x'),
    ],
  ])('finds a program that is run by %s', async (_what, happens) => {
    const { chains } = await findIn(happens(new TestHost().build('/w/a')));
    expect(chains).toHaveLength(1);
  });

  test('upper and lower case are different files', async () => {
    const host = new TestHost().build('/w/B');
    expect((await findIn(run(host))).chains).toEqual([]);
  });

  test('a file that was linked before the range does not count, a compiler does', async () => {
    const host = attack(new TestHost());
    const [, , link] = host.happenings;
    const at = Date.parse('2026-03-01T10:00:00Z') + link!.at;
    expect(stagesOf(await findIn(host, { range: { from: at, to: at + MINUTE } }))).toEqual([
      'compile,link,execute,connect',
    ]);
    await subject.close();
    expect((await findIn(host, { range: { from: at + 1, to: at + MINUTE } })).chains).toEqual([]);
  });

  test('a compiler that started an hour before is remembered, one of two hours before is not', async () => {
    const long = (wait: number) =>
      new TestHost()
        .exec('gcc', 'gcc x.c')
        .wait(wait * MINUTE)
        .exec('ld', 'ld', { parent: 'gcc' })
        .file('creation', 'ld', '/w/b', { executable: '/usr/bin/ld', parent: 'gcc' });
    expect(stagesOf(await findIn(run(long(59))))).toEqual(['compile,link,execute,connect']);
    await subject.close();
    expect(stagesOf(await findIn(run(long(120))))).toEqual([',link,execute,connect']);
  });

  test('events that do not meet the filter are not there', async () => {
    const filter = { bool: { must_not: [{ term: { 'process.entity_id': 'p' } }] } };
    expect((await findIn(attack(new TestHost()), { filter })).chains).toEqual([]);
  });

  test('connections behind the window do not count', async () => {
    const host = new TestHost()
      .build('/w/b')
      .exec('b', './b', SELF)
      .wait(16 * MINUTE)
      .connect('b');
    expect((await findIn(host)).chains).toEqual([]);
    await subject.close();
    const params = { ...DEFAULT_RULE_PARAMS, lineageWindow: '1h' };
    expect((await findIn(host, { params })).chains).toHaveLength(1);
  });

  test('no index', async () => {
    await openWith(attack(new TestHost()).happenings.map(({ document }) => document));
    await expect(find(['logs-nowhere-*'])).rejects.toMatchObject({
      kind: 'missing_index',
      message: 'The search for built programs found no index that matches [logs-nowhere-*]',
    });
  });

  test('being called off before it begins', async () => {
    const controller = new AbortController();
    controller.abort();
    const called = findIn(attack(new TestHost()), { signal: controller.signal });
    await expect(called).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
