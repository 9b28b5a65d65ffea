// SPDX-License-Identifier: Apache-2.0
import { BEGIN, TestHost } from '../../../common/lineage/lineage_test_helpers';
import { DEFAULT_RULE_PARAMS } from '../../../common/rule';
import { followFiles } from './follow_files';
import { OpenQuestions } from './open_questions';
import { TimedEvent } from './timed_event';
import { Unasked } from './unasked';

test('each thing is asked once, in groups', () => {
  const unasked = new Unasked();
  ['a', 'b', 'a', 'c'].forEach((key) => unasked.add('h', key));
  unasked.add('i', 'a');
  expect(unasked.take(3).map((group) => group.map(({ host, key }) => host + key))).toEqual([
    ['ha', 'hb', 'hc'],
    ['ia'],
  ]);
  unasked.add('h', 'b');
  expect([unasked.size, unasked.take(3)]).toEqual([0, []]);
});

test('what weighs more comes in smaller groups', () => {
  const unasked = new Unasked();
  [...'abXcY'].forEach((key) => unasked.add('h', key));
  const groups = unasked.take(3, ({ key }) => (key < 'a' ? 5 : 1));
  expect(groups.map((group) => group.map(({ key }) => key).join(''))).toEqual([
    'ab',
    'X',
    'c',
    'Y',
  ]);
});

const questionsOf = (host: TestHost): OpenQuestions => {
  const events = host.happenings.map(
    ({ at, document }, position) =>
      new TimedEvent(
        { ...document, _index: 'i' },
        { timestamp: BEGIN + at, tiebreaker: null, position },
      ),
  );
  const questions = new OpenQuestions(DEFAULT_RULE_PARAMS);
  questions.note(events);
  const range = { from: BEGIN, to: BEGIN + 3_600_000 };
  followFiles(events, { params: DEFAULT_RULE_PARAMS, range, watch: questions });
  return questions;
};
const keysOf = (unasked: Unasked): string[] =>
  unasked
    .take(100)
    .flat()
    .map(({ key }) => key);

test('what there is to ask about a file that is copied and run', () => {
  const questions = questionsOf(
    new TestHost()
      .exec('gcc', 'gcc x.c', { parent: 'make' })
      .exec('ld', 'ld', { parent: 'gcc' })
      .file('creation', 'ld', '/w/a', { executable: '/usr/bin/ld', parent: 'gcc' })
      .exec('c', 'cp a b')
      .file('creation', 'c', '/w/b')
      .exec('b', './b', { executable: '/w/b' })
      .fork('child', 'b'),
  );
  // The command line does not tell whether `b` is a folder.
  expect(keysOf(questions.files)).toEqual(['/w/a', '/w/b', '/w/b/a']);
  expect(keysOf(questions.starts)).toEqual(['id:ld', 'id:c', 'id:gcc', 'id:make']);
  expect(keysOf(questions.naming)).toEqual(['id:c']);
  expect(keysOf(questions.running)).toEqual(['id:b', 'id:child']);
  expect(keysOf(questions.connectingRuns)).toEqual(['id:b', 'id:child']);
  expect(keysOf(questions.connectingFiles)).toEqual(['/w/a', '/w/b', '/w/b/a']);
  expect(keysOf(questions.writers)).toEqual([]);
});

test('what there is to ask where copies may fail, and below another root', () => {
  const questions = questionsOf(
    new TestHost()
      .build('/w/in/a')
      .exec('c', 'cp in/a b')
      .exec('o', 'cp /q/x b')
      .exec('n', 'cp /q/x /q/y')
      .exec('r', 'chroot in /sh')
      .fork('s', 'r')
      .exec('q', 'chroot /q /sh'),
  );
  expect(keysOf(questions.promising)).toEqual(['id:c', 'id:o']);
  expect(keysOf(questions.rooted)).toEqual(['id:r', 'id:s']);
  expect(keysOf(questions.hosts)).toHaveLength(1);
});

test('a linker of which no file is known may have written one under another name', () => {
  const host = new TestHost()
    .exec('ld', 'ld')
    .exec('x', 'cc', { executable: '/opt/odd', name: 'cc' });
  expect(keysOf(questionsOf(host).writers)).toEqual(['id:ld', 'id:x']);
});
