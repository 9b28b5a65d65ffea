// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type {
  AlertSummary,
  Related,
  RelatedAlerts,
  RelatedEvents,
  RelatedPart,
} from '../../common/api';
import type { QueryDsl } from '../../common/exclusions';
import type { Notice } from '../notice';
import { allOf, withinRange } from '../search/time_filter';
import { GROUP_ID, isShell, ourAlerts, searchAlerts, type AlertAccess } from './alert_access';
import { orProblem } from './or_problem';
import { readSummaries } from './read_summaries';
import { searchEvents, type EventScope } from './search_events';

export interface RelatedOptions extends EventScope {
  readonly access: AlertAccess;
  readonly alert: AlertSummary;
  /** Where else its file was. */
  readonly paths: readonly string[];
}

const DAY = 86_400_000;

/** Events are looked at this long before and after the alert, in milliseconds. */
const REACH = 7 * DAY;

/** Counting stops here. */
const MOST_EVENTS = 100_000;

const MOST_IDS = 10;

/** What else the binary, the destination and the user on the host did. */
export const readRelated = async (options: RelatedOptions): Promise<Related> => {
  const { alert, paths } = options;
  const read = async (selection: QueryDsl | undefined) =>
    selection ? readPart(options, selection) : null;
  const [binary, destination, hostUser] = await Promise.all([
    read(binaryOf(alert, paths)),
    read(destinationOf(alert)),
    read(hostUserOf(alert)),
  ]);
  return { binary, destination, hostUser };
};

const any = (queries: readonly QueryDsl[]): QueryDsl | undefined =>
  queries.length > 0 ? { bool: { should: queries, minimum_should_match: 1 } } : undefined;

const binaryOf = (
  { binaryHash, binaryPath, hostId }: AlertSummary,
  others: readonly string[],
): QueryDsl | undefined =>
  any([
    ...(binaryHash === null
      ? []
      : [
          { term: { 'process.hash.sha256': binaryHash } },
          { term: { 'file.hash.sha256': binaryHash } },
        ]),
    ...(binaryPath === null || hostId === null
      ? []
      : ['process.executable', 'file.path'].map((field) =>
          allOf({ term: { 'host.id': hostId } }, { terms: { [field]: [binaryPath, ...others] } }),
        )),
  ]);

const destinationOf = ({ destinationIp }: AlertSummary): QueryDsl | undefined =>
  destinationIp === null ? undefined : { term: { 'destination.ip': destinationIp } };

const hostUserOf = ({ hostId, userName }: AlertSummary): QueryDsl | undefined =>
  hostId === null || userName === null
    ? undefined
    : allOf({ term: { 'host.id': hostId } }, { term: { 'user.name': userName } });

const readPart = async (options: RelatedOptions, selection: QueryDsl): Promise<RelatedPart> => {
  const problems: Notice[] = [];
  const [alerts, events] = await Promise.all([
    orProblem(relatedAlerts(options, selection), problems),
    orProblem(relatedEvents(options, selection), problems),
  ]);
  return { alerts, events, problems };
};

const SEEN = { first: { min: { field: '@timestamp' } }, last: { max: { field: '@timestamp' } } };

interface Seen {
  readonly first: { readonly value: number | null };
  readonly last: { readonly value: number | null };
}

const seenTimes = (seen: Seen | undefined) => ({
  firstSeen: isoOrNull(seen?.first.value),
  lastSeen: isoOrNull(seen?.last.value),
});

const isoOrNull = (time: number | null | undefined): string | null =>
  time === null || time === undefined ? null : new Date(time).toISOString();

const findTask = (): string =>
  i18n.translate('recentlyCompiled.task.findRelatedAlerts', {
    defaultMessage: 'Looking for related alerts',
  });

/** Building blocks are searched as well, since shells of Elastic's own executor tell too little. */
const relatedAlerts = async (
  { access, alert }: RelatedOptions,
  selection: QueryDsl,
): Promise<RelatedAlerts> => {
  const { aggregations } = await searchAlerts<
    Seen & {
      groups: { value: number };
      newest: { buckets: { key: string }[] };
    }
  >(access, findTask(), {
    query: {
      bool: {
        filter: [ourAlerts(access.ruleUuids), selection],
        must_not: [{ term: { [GROUP_ID]: alert.id } }],
      },
    },
    size: 0,
    track_total_hits: false,
    aggs: {
      ...SEEN,
      groups: { cardinality: { field: GROUP_ID } },
      newest: {
        terms: { field: GROUP_ID, size: MOST_IDS, order: { last: 'desc' } },
        aggs: { last: SEEN.last },
      },
    },
  });
  const ids = (aggregations?.newest.buckets ?? []).map(({ key }) => key);
  return {
    count: aggregations?.groups.value ?? 0,
    ...seenTimes(aggregations),
    newest: await namesOf(access, ids),
  };
};

/** What people tell the alerts apart by, in the order of the ids; without those that are gone by now. */
const namesOf = async (
  access: AlertAccess,
  ids: readonly string[],
): Promise<RelatedAlerts['newest']> => {
  if (ids.length === 0) {
    return [];
  }
  const { alerts } = await readSummaries(access, findTask(), {
    query: allOf(ourAlerts(access.ruleUuids), isShell, { ids: { values: ids } }),
    size: ids.length,
  });
  return ids.flatMap((wanted) =>
    alerts
      .filter(({ id }) => id === wanted)
      .map(({ id, processName, hostName, detectedAt }) => ({
        id,
        processName,
        hostName,
        detectedAt,
      })),
  );
};

const relatedEvents = async (
  { alert, ...scope }: RelatedOptions,
  selection: QueryDsl,
): Promise<RelatedEvents> => {
  const middle = Date.parse(alert.startedAt ?? alert.detectedAt);
  const range = { from: middle - REACH, to: middle + REACH };
  const answer = await searchEvents<Seen & { hosts: { value: number } }>(
    scope,
    i18n.translate('recentlyCompiled.task.findRelated', {
      defaultMessage: 'Looking for related events',
    }),
    {
      query: allOf(withinRange('@timestamp', range), selection),
      size: 0,
      track_total_hits: MOST_EVENTS,
      timeout: '10s',
      aggs: { ...SEEN, hosts: { cardinality: { field: 'host.id' } } },
    },
  );
  const { total } = answer.hits;
  const isExact = typeof total === 'number' || total?.relation === 'eq';
  return {
    count: typeof total === 'number' ? total : (total?.value ?? 0),
    isLowerBound: answer.timed_out || answer._shards.failed > 0 || !isExact,
    hosts: answer.aggregations?.hosts.value ?? 0,
    ...seenTimes(answer.aggregations),
    from: new Date(range.from).toISOString(),
    to: new Date(range.to).toISOString(),
  };
};
