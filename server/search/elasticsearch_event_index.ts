// SPDX-License-Identifier: Apache-2.0
import { elasticsearchFailure, requestOptions, type RequestLimits } from '../elasticsearch';
import { Failure } from '../failure';
import type { ElasticsearchClient } from '../kibana_contracts';
import type {
  EventIndex,
  FieldDescription,
  IndexDescription,
  LateEventsRequest,
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

  async lateEvents(request: LateEventsRequest): Promise<readonly TimeRange[]> {
    const { happened, resolution } = request;
    const starts = await this.bucketStarts(request);
    return rangesOfBuckets(starts, resolution, happened);
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
      const task = 'The look at the fields of the events';
      const failure = elasticsearchFailure(error, { task, indices: indexPatterns });
      if (failure.kind === 'missing_index') {
        return undefined;
      }
      throw failure;
    }
  }

  private async bucketStarts(request: LateEventsRequest): Promise<number[]> {
    const { indexPatterns, ingested, happened, filter, resolution, signal } = request;
    const task = 'The search for events that came late';
    try {
      const answer = await this.client.search<unknown, { late: { buckets: { key: number }[] } }>(
        {
          index: [...indexPatterns],
          allow_no_indices: true,
          ignore_unavailable: true,
          allow_partial_search_results: false,
          size: 0,
          track_total_hits: false,
          query: allOf(
            withinRange('event.ingested', ingested),
            withinRange('@timestamp', happened),
            filter,
          ),
          aggs: {
            late: {
              date_histogram: {
                field: '@timestamp',
                fixed_interval: `${resolution}ms`,
                min_doc_count: 1,
              },
            },
          },
        },
        requestOptions(this.limits, signal),
      );
      if (answer.timed_out || answer._shards.failed > 0) {
        throw new Failure('busy', {
          message: `${task} got only a part of the answer`,
          remedy: 'Check the health of the cluster and of the indices with events',
        });
      }
      return (answer.aggregations?.late.buckets ?? []).map(({ key }) => key);
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
