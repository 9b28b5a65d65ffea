// SPDX-License-Identifier: Apache-2.0
import { bareDocument } from './bare_document';

test('keeps what is about the alert, and drops what came from the event', () => {
  const document = {
    _id: 'a1',
    _source: {
      '@timestamp': '2026-11-24T12:00:00.000Z',
      'event.kind': 'signal',
      'event.url': '/app/recentlyCompiled/alerts/a1',
      'event.action': 'exec',
      process: { name: 'tool', pid: 'not a number' },
      host: { name: 'lab1' },
      rule: { uuid: 'own-1' },
      'kibana.alert.uuid': 'a1',
      'kibana.alert.ancestors': [{ id: 'e1', index: 'events' }],
      'kibana.alert.original_time': '2026-11-24T11:59:00.000Z',
      'kibana.alert.original_event.action': 'exec',
      'kibana.space_ids': ['default'],
    },
  };
  expect(bareDocument(document, 'pid is not a number')).toEqual({
    _id: 'a1',
    _source: {
      '@timestamp': '2026-11-24T12:00:00.000Z',
      'event.kind': 'signal',
      'event.url': '/app/recentlyCompiled/alerts/a1',
      rule: { uuid: 'own-1' },
      'kibana.alert.uuid': 'a1',
      'kibana.alert.ancestors': [{ id: 'e1', index: 'events' }],
      'kibana.alert.original_time': '2026-11-24T11:59:00.000Z',
      'kibana.space_ids': ['default'],
      'error.message':
        'The fields of the event are left out, since the index did not take them: pid is not a number',
    },
  });
  expect(document._source.process.name).toBe('tool');
});
