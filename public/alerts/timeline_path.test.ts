// SPDX-License-Identifier: Apache-2.0
import { saveTimeline } from './save_timeline';
import type { SequenceEvent } from './sequence_events';
import { savedTimelinePath, timelinePath } from './timeline_path';

const event = (id: string, time: string): SequenceEvent => ({
  stage: null,
  id,
  index: 'logs-endpoint.events.process-default',
  source: { '@timestamp': time },
  isCopy: false,
  problem: null,
});
const EVENTS = [event("it's!", '2026-11-24T11:55:00Z'), event('e2', '2026-11-24T11:55:04Z')];

/** As Kibana reads it. */
const paramsOf = (path = ''): Record<string, string> =>
  Object.fromEntries(new URL(path, 'http://kibana').searchParams);

test('the address has the events as a query and the time around them', () => {
  expect(paramsOf(timelinePath(EVENTS))).toEqual({
    timeline: `(activeTab:query,isOpen:!t,query:(expression:'_id: "it!'s!!" or _id: "e2"',kind:kuery))`,
    timerange:
      "(timeline:(linkTo:!(),timerange:(from:'2026-11-24T11:54:00.000Z',kind:absolute,to:'2026-11-24T11:56:04.000Z')))",
  });
});

test('there is none for events without a time', () => {
  expect(timelinePath([])).toBeUndefined();
  expect(timelinePath([event('a', 'long ago')])).toBeUndefined();
});

test('a Timeline is saved with the events and opened by its id', async () => {
  const sent: unknown[] = [];
  const http = {
    post: async (path: string, { version, body }: { version?: string; body: string }) => {
      sent.push(path, version, JSON.parse(body));
      const timeline = { savedObjectId: 't-1', version: 'Wz' };
      return { data: { persistTimeline: { code: 200, message: 'success', timeline } } };
    },
  };
  const id = await saveTimeline(http, 'Title', EVENTS);
  expect(sent).toEqual([
    '/api/timeline',
    '2023-10-31',
    {
      timeline: {
        title: 'Title',
        timelineType: 'default',
        status: 'active',
        dataProviders: [],
        kqlMode: 'filter',
        kqlQuery: {
          filterQuery: {
            kuery: { kind: 'kuery', expression: '_id: "it\'s!" or _id: "e2"' },
            serializedQuery: '',
          },
        },
        dateRange: { start: '2026-11-24T11:54:00.000Z', end: '2026-11-24T11:56:04.000Z' },
      },
    },
  ]);
  expect(paramsOf(savedTimelinePath(id))).toEqual({ timeline: "(id:'t-1',isOpen:!t)" });
});

test('a Timeline that Kibana has not saved fails with its reason, though it answers 200', async () => {
  const timeline = { savedObjectId: '', version: '' };
  const message = 'Unable to create siem-ui-timeline';
  const http = {
    post: () => Promise.resolve({ data: { persistTimeline: { code: 403, message, timeline } } }),
  };
  await expect(saveTimeline(http, 'Title', EVENTS)).rejects.toMatchObject({
    response: { status: 403 },
    body: { message },
  });
});
