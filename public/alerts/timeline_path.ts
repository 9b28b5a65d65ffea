// SPDX-License-Identifier: Apache-2.0
import { eventsAsQuery, timesAround } from './events_query';
import type { SequenceEvent } from './sequence_events';

/**
 * Security's Timeline with the events, opened by an address alone; undefined where the events have no time. Read
 * in the sources of Kibana from 8.16 on, whose notes page links that way; older ones know no query in the address.
 */
export function timelinePath(events: readonly SequenceEvent[]): string | undefined {
  const range = timesAround(events);
  if (!range) {
    return undefined;
  }
  const query = `(expression:${rison(eventsAsQuery(events))},kind:kuery)`;
  const times = `(from:${rison(range.from)},kind:absolute,to:${rison(range.to)})`;
  return alertsPage({
    timeline: `(activeTab:query,isOpen:!t,query:${query})`,
    timerange: `(timeline:(linkTo:!(),timerange:${times}))`,
  });
}

/** Opens a Timeline that is saved, in every version: `useInitTimelineFromUrlParam` of Security reads its id. */
export const savedTimelinePath = (id: string): string =>
  alertsPage({ timeline: `(id:${rison(id)},isOpen:!t)` });

const alertsPage = (params: Readonly<Record<string, string>>): string =>
  `/app/security/alerts?${Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** Text in Rison, the notation that Kibana keeps state in addresses in: quotes and exclamation marks are escaped. */
const rison = (text: string): string => `'${text.replace(/[!']/g, '!$&')}'`;
