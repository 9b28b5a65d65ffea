// SPDX-License-Identifier: Apache-2.0
import { parseQuery } from '../../common/eql/parser';
import { attackEvents, toNdjson, type TestEvent } from '../attack_test_helpers';
import { memorySource } from '../input/source_test_helpers';
import { RULE_QUERY, scanSources } from '../scan/scan_test_helpers';
import { explanationText } from './explain';
import { formatTime } from './format_values';
import { NearestMisses } from './nearest_misses';
import { RULE_STAGES } from './records';

const explain = async (
  events: readonly TestEvent[],
  query = RULE_QUERY,
  stageNames: readonly string[] = RULE_STAGES,
): Promise<string> => {
  const misses = new NearestMisses();
  const { result } = await scanSources([memorySource(toNdjson(events))], {
    query,
    countAll: true,
    onMiss: (miss) => misses.add(miss),
  });
  const { matched } = result.stats;
  return explanationText({ query: parseQuery(query), matched, misses: misses.nearest, stageNames });
};

const at = (time: string): string => formatTime(Date.parse(time));
const [compile = {}, link = {}, execute = {}, connect = {}] = attackEvents();

describe('explanationText', () => {
  it('counts the events that matched each stage, and shows its condition', async () => {
    const text = await explain([compile, compile, link, execute, connect]);
    // By hand: gcc twice, and the program once, begin as processes.
    expect(text).toMatch(/stage 1 \(compile\): 2 events\n {4}\[process where .*"gcc"/);
    expect(text).toMatch(/stage 2 \(link\): 1 event\n {4}\[file where .*"ld"/);
    expect(text).toMatch(/stage 3 \(execute\): 3 events\n {4}\[process where /);
    expect(text).toMatch(/stage 4 \(connect\): 1 event\n {4}\[network where .*cidrmatch/i);
  });

  it.each([
    ['link', [compile], 'lacks stage 2 (link)'],
    ['execute', [compile, link], 'lacks stage 3 (execute)'],
    ['connect', [compile, link, execute], 'lacks stage 4 (connect)'],
  ])('says that the nearest miss lacked stage %s', async (_, events, lacks) => {
    const nearest = (await explain(events)).split('Nearest misses:\n')[1]?.split('\n')[0];
    expect(nearest).toContain(lacks);
    expect(nearest).toContain(`${at('2026-03-01T10:00:00Z')} gcc -o implant code.c`);
    expect(nearest).toContain('there were no more events');
  });

  it.each([
    ['the time was over', [compile, link, { ...execute, '@timestamp': '2026-03-01T10:02:00Z' }]],
    ['there were no more events', [compile, link]],
  ])('says why the nearest miss came to nothing: %s', async (reason, events) => {
    const nearest = (await explain(events)).split('Nearest misses:\n')[1]?.split('\n')[0];
    expect(nearest).toContain('under [id-of-web-1, implant]');
    expect(nearest).toContain(`then ${at('2026-03-01T10:00:01Z')} /tmp/implant; ${reason}`);
  });

  it.each([
    [
      'until',
      'sequence by host.id [process where true] [network where true] until [file where true]',
      'until ended it',
    ],
    [
      'a missing event',
      'sequence by host.id with maxspan=1m [process where true] ![file where true] [network where true]',
      'an event came that had to be missing',
    ],
  ])('says that %s stood against it', async (_, query, reason) => {
    expect(await explain([compile, link, connect], query, [])).toContain(reason);
  });

  it('has no misses to show where there are none', async () => {
    expect(await explain([connect])).not.toContain('Nearest');
  });

  it.each([
    ['an event query', 'process where true', ['stage 1: 2 events\n    process where true']],
    [
      'runs, each as a stage',
      'sequence [process where true] with runs=2 [file where true]',
      ['stage 1: ', 'stage 2: ', 'stage 3: 1 event'],
    ],
    [
      'missing events',
      'sequence with maxspan=1m [process where true] ![file where true]',
      ['stage 2: 1 event\n    ![file where true]'],
    ],
    [
      'a sample',
      'sample by host.id [process where true] [network where true]',
      ['stage 1: 2 events', 'stage 2: 1 event'],
    ],
  ])('explains %s', async (_, query, parts) => {
    const text = await explain(attackEvents(), query, []);
    parts.forEach((part) => expect(text).toContain(part));
  });

  it('shows what a terminal would act on as its code, and no more than a line of it', async () => {
    const nasty = {
      ...compile,
      process: {
        ...(compile['process'] as object),
        command_line: `\u001b[2J\n${'x'.repeat(5000)}`,
      },
    };
    const text = await explain([nasty]);
    expect(text).toContain('\\x1b[2J\\x0a');
    expect(text).not.toContain('\u001b');
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(500);
  });
});
