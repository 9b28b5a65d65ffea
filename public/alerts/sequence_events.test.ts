// SPDX-License-Identifier: Apache-2.0
import { sequenceEvents } from './sequence_events';

const BLOCK = {
  '@timestamp': '2026-11-24T12:00:00.000Z',
  process: { name: 'gcc' },
  'event.kind': 'signal',
  'kibana.alert.original_time': '2026-11-24T11:55:00.000Z',
  'kibana.alert.original_event.action': 'exec',
};
const problem = { message: 'The event is gone', remedy: 'Look at the alert' };

test('an event that can be read is taken as it is', () => {
  const source = { process: { name: 'ld' } };
  const [event] = sequenceEvents({
    events: [{ stage: 'link', id: 'e', index: 'logs', source, problem: null }],
    blocks: [{ id: 'b', source: BLOCK }],
  });
  expect(event).toEqual({
    stage: 'link',
    id: 'e',
    index: 'logs',
    source,
    isCopy: false,
    problem: null,
  });
});

test('one that is gone is taken from its building block, without what belongs to the alert', () => {
  const [event, none] = sequenceEvents({
    events: [
      { stage: 'compile', id: 'e', index: 'logs', source: null, problem },
      { stage: 'link', id: 'f', index: 'logs', source: null, problem },
    ],
    blocks: [{ id: 'b', source: BLOCK }],
  });
  expect(event).toMatchObject({ isCopy: true, problem });
  expect(event?.source).toEqual({
    '@timestamp': '2026-11-24T11:55:00.000Z',
    process: { name: 'gcc' },
    'event.action': 'exec',
  });
  expect(none?.source).toEqual({});
});
