// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { AlertSummary, Related, RelatedEvents, RelatedPart } from '../../common/api';
import type { QueryDsl } from '../../common/exclusions';
import type { Notice } from '../notice';
import { allOf, withinRange } from '../search/time_filter';
import type { AlertAccess } from './alert_access';
import { orProblem } from './or_problem';
import {
  findRelatedAlerts,
  nameAlerts,
  withNames,
  type AlertNames,
  type UnnamedAlerts,
} from './related_alerts';
import { searchEvents, type EventScope } from './search_events';
import { SEEN, seenTimes, type Seen } from './seen_times';

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

/** What else the binary, the destination and the user on the host did. */
export const readRelated = async (options: RelatedOptions): Promise<Related> => {
  const { access, alert, paths } = options;
  const find = (selection: QueryDsl | undefined): Found | null =>
    selection ? { selection, alerts: findRelatedAlerts(access, alert, selection) } : null;
  const parts = {
    binary: find(binaryOf(alert, paths)),
    destination: find(destinationOf(alert)),
    hostUser: find(hostUserOf(alert)),
  };
  const names = nameAlerts(
    access,
    Object.values(parts).flatMap((found) => found?.alerts ?? []),
  );
  const read = async (found: Found | null) => found && readPart(options, found, names);
  const [binary, destination, hostUser] = await Promise.all([
    read(parts.binary),
    read(parts.destination),
    read(parts.hostUser),
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

/** The search for other alerts is under way. */
interface Found {
  readonly selection: QueryDsl;
  readonly alerts: Promise<UnnamedAlerts>;
}

const readPart = async (
  options: RelatedOptions,
  found: Found,
  names: Promise<AlertNames>,
): Promise<RelatedPart> => {
  const problems: Notice[] = [];
  const [alerts, events] = await Promise.all([
    orProblem(withNames(found.alerts, names), problems),
    orProblem(relatedEvents(options, found.selection), problems),
  ]);
  return { alerts, events, problems };
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
