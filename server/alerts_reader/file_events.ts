// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { AlertSummary, FileEvent, FileEvents } from '../../common/api';
import { dateAt, readDefendEvent, textAt } from '../../common/ecs';
import type { QueryDsl } from '../../common/exclusions';
import type { Notice } from '../notice';
import { allOf, withinRange } from '../search/time_filter';
import type { AlertSource } from './alert_access';
import { orProblem } from './or_problem';
import { searchEvents, type EventScope } from './search_events';

export interface FileEventsOptions extends EventScope {
  readonly alert: Pick<AlertSummary, 'binaryPath' | 'hostId' | 'startedAt' | 'detectedAt'>;
  /** Where else the file is known to have been. */
  readonly paths: readonly string[];
}

/** Files that are built to be used once are gone within hours, in milliseconds. */
const REACH = 86_400_000;

/** What people read. */
const MOST = 50;

/** A file that is renamed more often is followed no further. */
const MOST_SEARCHES = 5;

/** Where Elastic Defend says from where a file was renamed. */
const RENAMED_FROM = 'file.Ext.original.path';

/**
 * What the sensor tells of the file of an alert on its host, from the first event on: written, renamed, deleted.
 * Renames are followed, whoever made them.
 * @returns null for an alert that does not tell where the file was
 */
export const readFileEvents = async ({
  alert: { binaryPath, hostId, startedAt, detectedAt },
  paths,
  ...scope
}: FileEventsOptions): Promise<FileEvents | null> => {
  if (binaryPath === null || hostId === null) {
    return null;
  }
  const problems: Notice[] = [];
  const from = Date.parse(startedAt ?? detectedAt);
  const search = (known: readonly string[]) =>
    searchFileEvents(
      scope,
      allOf(
        withinRange('@timestamp', { from, to: from + REACH }),
        { term: { 'host.id': hostId } },
        { term: { 'event.category': 'file' } },
        isOneOf(known),
      ),
    );
  const found = await orProblem(followRenames(search, [binaryPath, ...paths]), problems);
  return {
    events: found?.events ?? [],
    isCut: found?.isCut ?? false,
    to: new Date(from + REACH).toISOString(),
    problems,
  };
};

type Found = Pick<FileEvents, 'events' | 'isCut'>;

const followRenames = async (
  search: (paths: readonly string[]) => Promise<Found>,
  first: readonly string[],
): Promise<Found> => {
  let paths = [...new Set(first)];
  for (let searches = 1; ; searches += 1) {
    const found = await search(paths);
    const all = [...new Set([...paths, ...found.events.map(({ path }) => path)])];
    if (all.length === paths.length || searches === MOST_SEARCHES) {
      return found;
    }
    paths = all;
  }
};

const isOneOf = (paths: readonly string[]): QueryDsl => ({
  bool: {
    should: ['file.path', RENAMED_FROM].map((field) => ({ terms: { [field]: paths } })),
    minimum_should_match: 1,
  },
});

const searchFileEvents = async (scope: EventScope, query: QueryDsl): Promise<Found> => {
  const { hits } = await searchEvents(
    scope,
    i18n.translate('recentlyCompiled.task.findFileEvents', {
      defaultMessage: 'Looking for what became of the file',
    }),
    {
      query,
      sort: [{ '@timestamp': 'asc' }],
      size: MOST + 1,
      track_total_hits: false,
    },
  );
  const events = hits.hits.flatMap(({ _id: id, _index: index, _source: source = {} }) =>
    fileEventOf({ id: String(id), index }, source),
  );
  return { events: events.slice(0, MOST), isCut: hits.hits.length > MOST };
};

const fileEventOf = (
  place: Pick<FileEvent, 'id' | 'index'>,
  source: AlertSource,
): readonly FileEvent[] => {
  const { filePath: path, processName } = readDefendEvent(source);
  const at = dateAt(source, '@timestamp');
  return path === undefined || at === undefined
    ? []
    : [
        {
          ...place,
          action: textAt(source, 'event.action') ?? null,
          path,
          renamedFrom: textAt(source, RENAMED_FROM) ?? null,
          processName: processName ?? null,
          at: new Date(at).toISOString(),
        },
      ];
};
