// SPDX-License-Identifier: Apache-2.0
import type { FileEvents } from '../../common/api';
import { SEQUENCE, alertAbout } from './alert_test_data';
import { fileStory } from './file_story';
import { sequenceEvents, type FileStepEvent } from './sequence_events';

const events = sequenceEvents(alertAbout(SEQUENCE));
const told = (
  changes: Partial<FileEvents['events'][number]> & { at: string },
): FileEvents['events'][number] => ({
  id: changes.at,
  index: 'logs',
  action: 'creation',
  path: '/home/dev/revsh',
  renamedFrom: null,
  processName: 'sh',
  ...changes,
});
const RENAMED: FileStepEvent = {
  step: 'rename',
  path: '/usr/bin/svc',
  id: 'renamed',
  index: 'logs',
  source: { '@timestamp': '2026-11-24T11:55:01.500Z', process: { name: 'mv' } },
  isCopy: false,
  problem: null,
};
const inShort = (...parameters: Parameters<typeof fileStory>): string[] =>
  fileStory(...parameters).map(({ what, path, by }) => `${what} ${path} by ${by ?? '?'}`);

test('begins with the linker and ends with the execution, when nothing else is told', () => {
  expect(inShort(events, [], [])).toEqual([
    'written /home/dev/revsh by ld',
    'run /home/dev/revsh by ?',
  ]);
});

test('what the sensor tells stands where it happened', () => {
  const story = fileStory(
    events,
    [],
    [
      told({ at: '2026-11-24T11:55:01.200Z', action: 'rename', renamedFrom: '/tmp/ccX' }),
      told({ at: '2026-11-24T11:55:05.000Z', action: 'deletion', processName: 'rm' }),
      told({ at: '2026-11-24T11:55:06.000Z', action: 'modification' }),
    ],
  );
  expect(story.map(({ what }) => what)).toEqual(['written', 'rename', 'run', 'deleted', 'other']);
  expect(story[1]).toEqual({
    what: 'rename',
    path: '/home/dev/revsh',
    from: '/tmp/ccX',
    by: 'sh',
    at: '2026-11-24T11:55:01.200Z',
  });
  expect(story[3]).toMatchObject({ by: 'rm', at: '2026-11-24T11:55:05.000Z' });
});

test('an event of the alert, or of a step, is told once', () => {
  const known = [
    told({ at: '2026-11-24T11:55:01.000Z', id: 'e1' }),
    told({ at: '2026-11-24T11:55:01.500Z', id: 'renamed', action: 'rename', path: '/usr/bin/svc' }),
  ];
  expect(inShort(events, [RENAMED], known)).toEqual([
    'written /home/dev/revsh by ld',
    'rename /usr/bin/svc by mv',
    'run /usr/bin/svc by ?',
  ]);
});

test('a stage that was not recorded is not told', () => {
  const recorded = events.filter(({ stage }) => stage !== 'link' && stage !== 'execute');
  expect(inShort(recorded, [], [])).toEqual([]);
});
