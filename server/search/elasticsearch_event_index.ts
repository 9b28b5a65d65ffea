// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../common/exclusions';
import { elasticsearchFailure, requestOptions, type RequestLimits } from '../elasticsearch';
import { Failure } from '../failure';
import type { ElasticsearchClient } from '../kibana_contracts';
import { untilCancelled } from '../until_cancelled';
import { checkHealth, partOnly, SEARCH_TASKS } from './search_tasks';
import type {
  EventIndex,
  FieldDescription,
  IndexDescription,
  LateEventsRequest,
  TopValuesRequest,
} from './event_index';
import { rangesOfBuckets } from './late_ranges';
import { allOf, withinRange } from './time_filter';
import type { TimeRange } from './time_range';

const UNMAPPED = 'unmapped';

/** Asks Elasticsearch, as the user of the client. */
export class ElasticsearchEventIndex implements EventIndex {
  constructor(
    private readonly client: ElasticsearchClient,
    private readonly limits: RequestLimits,
  ) {}

  async describe(
    indexPatterns: readonly string[],
    fields: readonly string[],
    signal: AbortSignal,
  ): Promise<IndexDescription> {
    const answer = await this.fieldCaps(indexPatterns, fields, signal);
    const indices = [answer?.indices ?? []].flat();
    return {
      indices,
      fields: new Map(
        fields.map((field) => [field, describeField(answer?.fields[field] ?? {}, indices)]),
      ),
    };
  }

  async countEvents(
    indexPatterns: readonly string[],
    categories: readonly string[],
    range: TimeRange,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number>> {
    const counts = await this.aggregate<{ buckets: Record<string, { doc_count: number }> }>(
      SEARCH_TASKS.count(),
      indexPatterns,
      withinRange('@timestamp', range),
      {
        filters: {
          filters: Object.fromEntries(
            categories.map((category) => [category, { term: { 'event.category': category } }]),
          ),
        },
      },
      signal,
    );
    return new Map(
      categories.map((category) => [category, counts?.buckets[category]?.doc_count ?? 0]),
    );
  }

  async lateEvents(request: LateEventsRequest): Promise<readonly TimeRange[]> {
    const { indexPatterns, ingested, happened, filter, resolution, signal } = request;
    const late = await this.aggregate<{ buckets: { key: number }[] }>(
      SEARCH_TASKS.lateEvents(),
      indexPatterns,
      allOf(withinRange('event.ingested', ingested), withinRange('@timestamp', happened), filter),
      {
        date_histogram: {
          field: '@timestamp',
          fixed_interval: `${resolution}ms`,
          min_doc_count: 1,
        },
      },
      signal,
    );
    const starts = (late?.buckets ?? []).map(({ key }) => key);
    return rangesOfBuckets(starts, resolution, happened);
  }

  async topValues(request: TopValuesRequest): Promise<readonly string[]> {
    const { indexPatterns, field, range, filter, size, signal } = request;
    const found = await this.aggregate<{
      buckets: { key: string | number; key_as_string?: string }[];
    }>(
      SEARCH_TASKS.values(field),
      indexPatterns,
      allOf(withinRange('@timestamp', range), filter),
      { terms: { field, size } },
      signal,
    );
    return (found?.buckets ?? []).map(({ key, key_as_string: text }) => text ?? String(key));
  }

  /** Undefined where no index matches. */
  private async fieldCaps(
    indexPatterns: readonly string[],
    fields: readonly string[],
    signal: AbortSignal,
  ): Promise<Awaited<ReturnType<ElasticsearchClient['fieldCaps']>> | undefined> {
    try {
      return await this.client.fieldCaps(
        {
          index: [...indexPatterns],
          fields: fields.length > 0 ? [...fields] : ['@timestamp'],
          include_unmapped: true,
          allow_no_indices: true,
          ignore_unavailable: true,
        },
        requestOptions(this.limits, signal),
      );
    } catch (error) {
      const task = SEARCH_TASKS.fields();
      const failure = elasticsearchFailure(error, { task, indices: indexPatterns });
      if (failure.kind === 'missing_index') {
        return undefined;
      }
      throw failure;
    }
  }

  /** Undefined where no index matches. */
  private async aggregate<Result>(
    task: string,
    indexPatterns: readonly string[],
    query: QueryDsl,
    aggregation: QueryDsl,
    signal: AbortSignal,
  ): Promise<Result | undefined> {
    try {
      const search = this.client.search<unknown, { asked: Result }>(
        {
          index: [...indexPatterns],
          allow_no_indices: true,
          ignore_unavailable: true,
          allow_partial_search_results: false,
          size: 0,
          track_total_hits: false,
          query,
          aggs: { asked: aggregation },
        },
        requestOptions(this.limits, signal),
      );
      const answer = await untilCancelled(search, signal, task);
      if (answer.timed_out || answer._shards.failed > 0) {
        throw new Failure('busy', {
          message: partOnly(task),
          remedy: checkHealth(),
        });
      }
      return answer.aggregations?.asked;
    } catch (error) {
      throw elasticsearchFailure(error, { task, indices: indexPatterns });
    }
  }
}

type Capabilities = Readonly<
  Record<string, { readonly indices?: string | readonly string[] | undefined }>
>;

/** A type without indices holds for all that no other entry names. */
const describeField = (byType: Capabilities, indices: readonly string[]): FieldDescription => {
  const entries = Object.entries(byType);
  const indicesOf = (type: string): readonly string[] => {
    const own = byType[type]?.indices;
    if (own !== undefined) {
      return [own].flat();
    }
    const others = new Set(
      entries.filter(([other]) => other !== type).flatMap(([, entry]) => entry.indices ?? []),
    );
    return indices.filter((index) => !others.has(index));
  };
  const types = entries
    .filter(([type]) => type !== UNMAPPED)
    .map(([type]) => ({ type, indices: indicesOf(type) }));
  const mapped = new Set(types.flatMap((entry) => entry.indices));
  return { types, unmappedIn: indices.filter((index) => !mapped.has(index)) };
};
