// SPDX-License-Identifier: Apache-2.0
import { BEGIN, TestHost } from '../../../common/lineage/lineage_test_helpers';
import { settledProcesses } from './settled_processes';
import { TimedEvent } from './timed_event';

const timed = (host: TestHost): TimedEvent[] =>
  host.happenings.map(
    ({ at, document }, position) =>
      new TimedEvent(
        { ...document, _index: 'i' },
        { timestamp: BEGIN + at, tiebreaker: null, position },
      ),
  );

test('a process that connected since it, and who is above it, was started last', () => {
  const events = timed(
    new TestHost()
      .exec('a', './a')
      .exec('b', './b')
      .connect('a')
      .connect('c', { ancestry: ['b'] })
      .connect('unknown')
      .connect('d')
      .exec('d', './d')
      .connect('e', { ancestry: ['f'] })
      .exec('f', './f'),
  );
  const connections = events.filter(({ event }) => 'destination' in event._source);
  expect(settledProcesses(connections, events).map(({ key }) => key)).toEqual([
    'id:a',
    'id:c',
    'id:unknown',
  ]);
});
