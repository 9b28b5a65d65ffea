// SPDX-License-Identifier: Apache-2.0
import type {
  HostCoverage,
  HostShown,
  HostSort,
  HostsQuery,
  HostsResponse,
} from '../../common/api';
import type { HostFacts } from './host_facts';
import { judgeLineage, judgePublished, namingOf } from './judge_host';
import type { FoundHosts } from './read_hosts';

/** One page of hosts, searched and sorted. */
export const listHosts = (
  { hosts: found, isComplete }: FoundHosts,
  { search = '', show, sort, order, page, perPage }: HostsQuery,
): Omit<HostsResponse, 'from' | 'to'> => {
  const all = found.map(toCoverage);
  const count = (which: HostShown): number => all.filter(SHOWN[which]).length;
  const shown = all
    .filter((host) => SHOWN[show](host) && holds(host, search))
    .sort(
      (a, b) =>
        compare(a, b, sort, order) || compare(a, b, 'name', 'asc') || compareValues(a.key, b.key),
    );
  return {
    hosts: shown.slice((page - 1) * perPage, page * perPage),
    total: shown.length,
    counts: {
      all: all.length,
      published_no: count('published_no'),
      published_unknown: count('published_unknown'),
      lineage_no: count('lineage_no'),
    },
    page,
    perPage,
    isComplete,
  };
};

const SHOWN: Readonly<Record<HostShown, (host: HostCoverage) => boolean>> = {
  all: () => true,
  published_no: ({ published }) => published.canMatch === 'no',
  published_unknown: ({ published }) => published.canMatch === 'unknown',
  lineage_no: ({ lineage }) => lineage.canMatch === 'no',
};

const toCoverage = (facts: HostFacts): HostCoverage => ({
  key: facts.id === null ? JSON.stringify([facts.agentId, facts.name]) : `id:${facts.id}`,
  id: facts.id,
  agentId: facts.agentId,
  name: facts.name,
  os: facts.os,
  sensorVersion: facts.sensorVersion,
  lastEvent: isoTime(facts.lastEvent),
  lastProcess: isoOrNull(facts.lastProcess),
  lastFile: isoOrNull(facts.lastFile),
  lastNetwork: isoOrNull(facts.lastNetwork),
  naming: namingOf(facts),
  published: judgePublished(facts),
  lineage: judgeLineage(facts),
});

const isoTime = (time: number): string => new Date(time).toISOString();
const isoOrNull = (time: number | null): string | null => (time === null ? null : isoTime(time));

const holds = ({ id, agentId, name, os, sensorVersion }: HostCoverage, search: string): boolean =>
  [id, agentId, name, os, sensorVersion].some(
    (value) => value?.toLowerCase().includes(search.toLowerCase()) === true,
  ) || search === '';

/** What needs somebody first. */
const VERDICTS = { no: 0, unknown: 1, yes: 2 } as const;

const valueOf = (host: HostCoverage, sort: HostSort): string | number | null => {
  switch (sort) {
    case 'name':
      return host.name ?? host.id ?? host.agentId;
    case 'published':
    case 'lineage':
      return VERDICTS[host[sort].canMatch];
    default:
      return host[sort];
  }
};

/** Numbers in texts count as such, as in versions; what is not known comes last in both orders. */
const NATURAL = new Intl.Collator('en', { numeric: true });

const compareValues = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : NATURAL.compare(String(a), String(b));

const compare = (
  a: HostCoverage,
  b: HostCoverage,
  sort: HostSort,
  order: HostsQuery['order'],
): number => {
  const [x, y] = [valueOf(a, sort), valueOf(b, sort)];
  if (x === null || y === null) {
    return x === y ? 0 : x === null ? 1 : -1;
  }
  return compareValues(x, y) * (order === 'desc' ? -1 : 1);
};
