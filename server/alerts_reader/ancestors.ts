// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { AlertSummary, Ancestors } from '../../common/api';
import { textAt, textsAt } from '../../common/ecs';
import type { EventSource } from '../../common/eql/types/field_reader';
import type { Notice } from '../notice';
import { allOf, withinRange } from '../search/time_filter';
import type { AlertSource } from './alert_access';
import { orProblem } from './or_problem';
import { searchEvents, type EventScope } from './search_events';

export interface AncestorsOptions extends EventScope {
  readonly alert: Pick<AlertSummary, 'hostId' | 'startedAt' | 'delayMs'>;
  /** Those of the alert and of the story of its file, as far as they can be read. */
  readonly events: readonly EventSource[];
}

/** Services run for longer, but then the sensor has told of them again when it was started itself. */
const REACH = 7 * 86_400_000;

/** The sensor names no more for one event. */
const MOST_OF_EVENT = 20;

/** A process forks once and runs a few programs. */
const MOST_EVENTS = 200;

const TOLD = [
  'process.entity_id',
  'process.name',
  'process.pid',
  'process.command_line',
  'process.executable',
];

/**
 * The processes above those of an alert, each by the newest of its events until the alert ended: what they ran.
 * @returns null for an alert that does not tell its host or time, or whose events name no ancestors
 */
export const readAncestors = async ({
  alert: { hostId, startedAt, delayMs },
  events,
  ...scope
}: AncestorsOptions): Promise<Ancestors | null> => {
  const ids = ancestorIds(events);
  if (hostId === null || startedAt === null || ids.length === 0) {
    return null;
  }
  const problems: Notice[] = [];
  const start = Date.parse(startedAt);
  const search = searchEvents(
    scope,
    i18n.translate('recentlyCompiled.task.findAncestors', {
      defaultMessage: 'Looking for the processes above',
    }),
    {
      query: allOf(
        withinRange('@timestamp', { from: start - REACH, to: start + (delayMs ?? 0) }),
        { term: { 'host.id': hostId } },
        { term: { 'event.category': 'process' } },
        { term: { 'event.type': 'start' } },
        { terms: { 'process.entity_id': ids } },
      ),
      // A fork and what it runs can be of one millisecond.
      sort: [
        { '@timestamp': 'desc' },
        { 'event.sequence': { order: 'desc', unmapped_type: 'long' } },
      ],
      size: MOST_EVENTS,
      track_total_hits: false,
      _source: TOLD,
    },
  );
  const answer = await orProblem(search, problems);
  const sources = (answer?.hits.hits ?? []).map(({ _source }) => _source ?? {});
  return { processes: newestOfEach(sources), problems };
};

/** Without the processes of the events themselves. */
const ancestorIds = (events: readonly EventSource[]): string[] => {
  const own = new Set(events.map((event) => textAt(event, 'process.entity_id')));
  const above = events.flatMap((event) => [
    ...textsAt(event, 'process.parent.entity_id'),
    ...textsAt(event, 'process.Ext.ancestry').slice(0, MOST_OF_EVENT),
  ]);
  return [...new Set(above)].filter((id) => !own.has(id));
};

const newestOfEach = (newestFirst: readonly AlertSource[]): AlertSource[] => {
  const byId = new Map<string | undefined, AlertSource>();
  for (const source of newestFirst) {
    const id = textAt(source, 'process.entity_id');
    if (!byId.has(id)) {
      byId.set(id, source);
    }
  }
  return [...byId.values()];
};
