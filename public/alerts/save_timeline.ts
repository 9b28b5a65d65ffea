// SPDX-License-Identifier: Apache-2.0
import type { HttpStart } from '../kibana_contracts';
import { eventsAsQuery, timesAround } from './events_query';
import type { SequenceEvent } from './sequence_events';

/** Of the public routes of Kibana. */
const VERSION = '2023-10-31';

/** Fields of Kibana's answer that we read. */
interface SavedTimeline {
  readonly data: {
    readonly persistTimeline: {
      readonly code: number;
      readonly message: string;
      readonly timeline: { readonly savedObjectId: string };
    };
  };
}

/**
 * Saves a Timeline with the events, with the rights of the user, for versions of Kibana whose addresses can not hold
 * a query. Kibana takes type and status from the Timeline itself and looks at no other (its sources, `create_timelines`
 * of Security). Rejects as `HttpStart` does, also where Kibana tells of its refusal in an answer that is none: whoever
 * may read Timelines alone is told 200, with a code of 403 and an empty id (its sources, `persistTimeline`).
 * @returns its id
 * @see https://www.elastic.co/guide/en/security/8.12/timeline-api-create.html
 */
export async function saveTimeline(
  http: Pick<HttpStart, 'post'>,
  title: string,
  events: readonly SequenceEvent[],
): Promise<string> {
  const expression = eventsAsQuery(events);
  const range = timesAround(events);
  const timeline = {
    title,
    timelineType: 'default',
    status: 'active',
    dataProviders: [],
    kqlMode: 'filter',
    kqlQuery: { filterQuery: { kuery: { kind: 'kuery', expression }, serializedQuery: '' } },
    ...(range && { dateRange: { start: range.from, end: range.to } }),
  };
  const body = JSON.stringify({ timeline });
  const answer = (await http.post('/api/timeline', { version: VERSION, body })) as SavedTimeline;
  const { code, message, timeline: saved } = answer.data.persistTimeline;
  if (saved.savedObjectId === '') {
    throw Object.assign(new Error(message), { response: { status: code }, body: { message } });
  }
  return saved.savedObjectId;
}
