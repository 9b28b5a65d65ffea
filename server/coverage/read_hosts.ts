// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { MAX_COVERED_HOSTS } from '../../common/api';
import type { QueryDsl } from '../../common/exclusions';
import { ON_LINUX, STAGE_KINDS, stageEvents, type RuleParams } from '../../common/rule';
import { askAsUser, type UserAccess } from '../elasticsearch/ask_as_user';
import { allOf, withinRange } from '../search/time_filter';
import type { TimeRange } from '../search/time_range';
import type { HostFacts } from './host_facts';
import { NAMING_EVIDENCE } from './naming_evidence';

/**
 * Hosts a request. Each takes 13 buckets of the 65,536 that Elasticsearch answers with at most, and each request
 * goes through all events of the range.
 */
const HOSTS_A_REQUEST = 2_500;

export interface CoverageAccess extends UserAccess {
  readonly params: RuleParams;
  readonly range: TimeRange;
}

export interface FoundHosts {
  readonly hosts: readonly HostFacts[];
  /** False where there are more than `MAX_COVERED_HOSTS`. */
  readonly isComplete: boolean;
}

/**
 * All Linux hosts with events in a range, those without `host.id` by agent and name: one request for every
 * 2,500 hosts, however many events they have sent. Hosts whose events do not tell the operating system count.
 */
export const readHosts = async (access: CoverageAccess): Promise<FoundHosts> => {
  const withId = await readAll(access, WITH_ID, MAX_COVERED_HOSTS);
  const withoutId = await readAll(access, WITHOUT_ID, MAX_COVERED_HOSTS - withId.hosts.length);
  return {
    hosts: [...withId.hosts, ...withoutId.hosts],
    isComplete: withId.isComplete && withoutId.isComplete,
  };
};

interface Kind {
  readonly filter: QueryDsl;
  readonly sources: readonly QueryDsl[];
}

const HAS_ID = { exists: { field: 'host.id' } };

const WITH_ID: Kind = { filter: HAS_ID, sources: [{ id: { terms: { field: 'host.id' } } }] };

const WITHOUT_ID: Kind = {
  filter: { bool: { must_not: [HAS_ID] } },
  sources: [
    { agent: { terms: { field: 'agent.id', missing_bucket: true } } },
    { name: { terms: { field: 'host.name', missing_bucket: true } } },
  ],
};

type Key = Readonly<Record<string, string | null>>;

interface Counted {
  readonly doc_count: number;
}

interface Bucket {
  readonly key: Key;
  readonly last: { readonly value: number };
  readonly newest: {
    readonly top: readonly { readonly metrics: Readonly<Record<string, unknown>> }[];
  };
  readonly kinds: {
    readonly buckets: Readonly<
      Record<'process' | 'file' | 'network', { readonly last: { readonly value: number | null } }>
    >;
  };
  readonly counts: {
    readonly buckets: Readonly<
      Record<
        | 'onLinux'
        | 'starts'
        | 'creations'
        | 'connections'
        | 'compiles'
        | 'links'
        | 'invoked'
        | 'resolved'
        | 'likelyInvoked',
        Counted
      >
    >;
  };
}

interface Page {
  readonly after_key?: Key;
  readonly buckets: readonly Bucket[];
}

const readAll = async (access: CoverageAccess, kind: Kind, most: number): Promise<FoundHosts> => {
  const hosts: HostFacts[] = [];
  let after: Key | undefined;
  do {
    // One more than may be shown tells that there are more.
    const size = Math.min(HOSTS_A_REQUEST, most + 1 - hosts.length);
    const page = await readPage(access, kind, size, after);
    hosts.push(...page.buckets.map(toFacts));
    after = page.buckets.length < size ? undefined : page.after_key;
  } while (after && hosts.length <= most);
  return { hosts: hosts.slice(0, most), isComplete: hosts.length <= most };
};

const readPage = async (
  { params, range, ...access }: CoverageAccess,
  { filter, sources }: Kind,
  size: number,
  after: Key | undefined,
): Promise<Page> => {
  const { aggregations } = await askAsUser(
    access,
    {
      task: i18n.translate('recentlyCompiled.task.readHosts', {
        defaultMessage: 'Looking at the hosts',
      }),
      indices: params.indexPatterns,
      privileges: ['read'],
    },
    (client, options) =>
      client.search<unknown, { hosts: Page }>(
        {
          index: [...params.indexPatterns],
          query: allOf(withinRange('@timestamp', range), IS_LINUX, filter),
          size: 0,
          track_total_hits: false,
          aggs: {
            hosts: {
              composite: { size, sources: [...sources], ...(after && { after }) } as never,
              aggs: factsOfHost(params) as never,
            },
          },
        },
        options,
      ),
  );
  return aggregations?.hosts ?? { buckets: [] };
};

const IS_LINUX: QueryDsl = {
  bool: {
    should: [ON_LINUX, { bool: { must_not: [{ exists: { field: 'host.os.type' } }] } }],
    minimum_should_match: 1,
  },
};

const LAST = { last: { max: { field: '@timestamp' } } };

const category = (name: string): QueryDsl => ({ term: { 'event.category': name } });

const factsOfHost = (params: RuleParams): QueryDsl => {
  const { compile, link } = stageEvents(params);
  return {
    ...LAST,
    newest: {
      top_metrics: {
        metrics: NEWEST.map((field) => ({ field })),
        sort: { '@timestamp': 'desc' },
      },
    },
    kinds: {
      filters: {
        filters: {
          process: category('process'),
          file: category('file'),
          network: category('network'),
        },
      },
      aggs: LAST,
    },
    counts: {
      filters: {
        filters: {
          onLinux: ON_LINUX,
          starts: allOf(...STAGE_KINDS.start),
          creations: allOf(...STAGE_KINDS.creation),
          connections: allOf(...STAGE_KINDS.connection),
          compiles: compile,
          links: link,
          ...NAMING_EVIDENCE,
        },
      },
    },
  };
};

const NEWEST = ['host.name', 'host.os.full', 'host.os.name', 'agent.id', 'agent.version'];

const toFacts = ({ key, last, newest, kinds, counts }: Bucket): HostFacts => {
  const metrics = newest.top[0]?.metrics ?? {};
  const text = (name: string): string | null => {
    const value = metrics[name];
    return typeof value === 'string' ? value : null;
  };
  const lastOf = (kind: keyof Bucket['kinds']['buckets']) => kinds.buckets[kind].last.value;
  const countOf = (name: keyof Bucket['counts']['buckets']) => counts.buckets[name].doc_count;
  return {
    id: key['id'] ?? null,
    agentId: key['agent'] ?? text('agent.id'),
    name: key['name'] ?? text('host.name'),
    os: text('host.os.full') ?? text('host.os.name'),
    sensorVersion: text('agent.version'),
    lastEvent: last.value,
    lastProcess: lastOf('process'),
    lastFile: lastOf('file'),
    lastNetwork: lastOf('network'),
    onLinux: countOf('onLinux'),
    starts: countOf('starts'),
    creations: countOf('creations'),
    connections: countOf('connections'),
    compiles: countOf('compiles'),
    links: countOf('links'),
    names: {
      invoked: countOf('invoked'),
      resolved: countOf('resolved'),
      likelyInvoked: countOf('likelyInvoked'),
    },
  };
};
