// SPDX-License-Identifier: Apache-2.0
import { textAt } from '../../common/ecs';
import type { SequenceEvent } from './sequence_events';

const MINUTE = 60_000;

/** A query in Kibana's query language that finds just these events. */
export const eventsAsQuery = (events: readonly SequenceEvent[]): string =>
  events.map(({ id }) => `_id: ${quoted(id)}`).join(' or ');

/** A range of time that holds the events, with a minute on both sides; undefined where none has a time. */
export function timesAround(
  events: readonly SequenceEvent[],
): { readonly from: string; readonly to: string } | undefined {
  const times = events
    .map(({ source }) => Date.parse(textAt(source, '@timestamp') ?? ''))
    .filter((time) => !Number.isNaN(time));
  return times.length === 0
    ? undefined
    : {
        from: new Date(Math.min(...times) - MINUTE).toISOString(),
        to: new Date(Math.max(...times) + MINUTE).toISOString(),
      };
}

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
