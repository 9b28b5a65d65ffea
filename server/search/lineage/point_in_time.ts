// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { estypes } from '@elastic/elasticsearch';
import { dateAt, valuesAt } from '../../../common/ecs';
import type { EventSource } from '../../../common/eql/types/field_reader';
import type { Value } from '../../../common/eql/types/value';
import type { QueryDsl } from '../../../common/exclusions';
import { compareTiebreakers } from '../../../common/sequence';
import {
  elasticsearchFailure,
  missingIndexFailure,
  requestOptions,
  type RequestLimits,
} from '../../elasticsearch';
import { Failure } from '../../failure';
import type { ElasticsearchClient } from '../../kibana_contracts';
import { untilCancelled } from '../../until_cancelled';
import { allOf } from '../time_filter';
import { checkHealth, partOnly } from '../search_tasks';
import { TimedEvent } from './timed_event';

/** How long Elasticsearch keeps it between two requests. */
const KEEP_ALIVE = '2m';

/** Milliseconds are not enough for a search to go on where it was: some indices keep nanoseconds. */
const BY_TIME = {
  '@timestamp': { order: 'asc', format: 'strict_date_optional_time_nanos', unmapped_type: 'date' },
} as const;

export interface PointInTimeOptions {
  /** As in "… failed". */
  readonly task: string;
  readonly indexPatterns: readonly string[];
  /** Events that do not meet it count as not there. */
  readonly filter: QueryDsl | undefined;
  readonly tiebreakerField: string | undefined;
  readonly limits: RequestLimits;
  readonly signal: AbortSignal;
}

export interface PageRequest {
  readonly query: QueryDsl;
  readonly size: number;
  /** The fields of the events; all where it is missing. */
  readonly fields?: readonly string[];
  /** Where the page before ended. */
  readonly after?: Place | undefined;
}

type Place = (string | number)[];

export interface EventPage {
  /** Oldest first. */
  readonly events: readonly TimedEvent[];
  /** Where the next page begins; undefined where there is none. */
  readonly next: Place | undefined;
}

interface Counts {
  readonly asked: { readonly buckets: Readonly<Record<string, { readonly doc_count: number }>> };
}

type Answer = estypes.SearchResponse<unknown, Counts>;

/**
 * The events as they were at one moment, however long one asks. A partial answer is a failure, and so is a
 * cluster that lost the moment: what was found so far would not fit what comes.
 */
export class PointInTime {
  private constructor(
    private readonly client: ElasticsearchClient,
    private readonly options: PointInTimeOptions,
    private id: string,
  ) {}

  /** Opens one, lets `use` ask, and closes it whatever comes of that. Throws a `Failure`. */
  static async within<T>(
    client: ElasticsearchClient,
    options: PointInTimeOptions,
    use: (moment: PointInTime) => Promise<T>,
  ): Promise<T> {
    const { indexPatterns, limits, signal } = options;
    const { id } = await attempt(options, () =>
      client.openPointInTime(
        { index: [...indexPatterns], keep_alive: KEEP_ALIVE, ignore_unavailable: true },
        requestOptions(limits, signal),
      ),
    );
    const moment = new PointInTime(client, options, id);
    try {
      return await use(moment);
    } finally {
      await moment.close();
    }
  }

  /** The next events of a query. */
  async page({ query, size, fields, after }: PageRequest): Promise<EventPage> {
    const { tiebreakerField } = this.options;
    const wanted = fields && [
      ...fields,
      ...(tiebreakerField === undefined ? [] : [tiebreakerField]),
    ];
    const { hits } = await this.ask(query, {
      size,
      sort: [BY_TIME],
      ...(wanted && { _source: wanted }),
      ...(after && { search_after: after }),
    });
    const last = hits.hits.at(-1)?.sort;
    return {
      events: hits.hits.flatMap((hit) => this.timed(hit)),
      next: hits.hits.length < size ? undefined : (last as Place | undefined),
    };
  }

  /** How many events meet each of some queries. */
  async count<Name extends string>(
    within: QueryDsl,
    queries: Readonly<Record<Name, QueryDsl>>,
  ): Promise<Readonly<Record<Name, number>>> {
    const { aggregations } = await this.ask(within, {
      size: 0,
      aggs: { asked: { filters: { filters: queries } } },
    });
    const names = Object.keys(queries) as Name[];
    const counts = names.map((name) => [name, aggregations?.asked.buckets[name]?.doc_count ?? 0]);
    return Object.fromEntries(counts) as Record<Name, number>;
  }

  private async ask(query: QueryDsl, more: object): Promise<Answer> {
    const { task, indexPatterns, filter, limits, signal } = this.options;
    return attempt(this.options, async () => {
      const search = this.client.search<unknown, Counts>(
        {
          pit: { id: this.id, keep_alive: KEEP_ALIVE },
          allow_partial_search_results: false,
          track_total_hits: false,
          query: allOf(query, filter),
          ...more,
        },
        requestOptions(limits, signal),
      );
      const answer = await untilCancelled(search, signal, task);
      this.id = answer.pit_id ?? this.id;
      if (answer.timed_out || answer._shards.failed > 0) {
        throw new Failure('busy', {
          message: partOnly(task),
          remedy: checkHealth(),
        });
      }
      if (answer._shards.total === 0) {
        throw missingIndexFailure({ task, indices: indexPatterns });
      }
      return answer;
    });
  }

  private timed({ _id, _index, _source, sort }: Answer['hits']['hits'][number]): TimedEvent[] {
    const { tiebreakerField } = this.options;
    const source = (_source ?? {}) as EventSource;
    const timestamp = dateAt(source, '@timestamp');
    const tiebreakers =
      tiebreakerField === undefined ? [] : (valuesAt(source, tiebreakerField) as Value[]);
    return timestamp === undefined || _id === undefined
      ? []
      : [
          new TimedEvent(
            { _id, _index, _source: source },
            {
              timestamp,
              tiebreaker: [...tiebreakers].sort(compareTiebreakers)[0] ?? null,
              position: Number(sort?.at(-1) ?? 0),
            },
          ),
        ];
  }

  /** Elasticsearch drops it by itself after `KEEP_ALIVE`, so a failure here costs nobody the answer. */
  private async close(): Promise<void> {
    const { requestTimeout } = this.options.limits;
    await this.client
      .closePointInTime({ id: this.id }, { requestTimeout, maxRetries: 0 })
      .catch(() => undefined);
  }
}

const attempt = async <T>(
  { task, indexPatterns }: PointInTimeOptions,
  ask: () => Promise<T>,
): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    const failure = elasticsearchFailure(error, { task, indices: indexPatterns });
    throw failure.kind === 'not_found' ? lost(task, error) : failure;
  }
};

/** As after a restart of a node. */
const lost = (task: string, cause: unknown): Failure =>
  new Failure(
    'busy',
    {
      message: i18n.translate('recentlyCompiled.search.interrupted', {
        defaultMessage:
          '{task} was interrupted, Elasticsearch no longer has the point in time that it works on',
        values: { task },
      }),
      remedy: i18n.translate('recentlyCompiled.search.interruptedRemedy', {
        defaultMessage: 'Wait until the cluster has recovered, the next run searches again',
      }),
    },
    cause,
  );
