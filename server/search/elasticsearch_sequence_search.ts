// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { EventSource } from '../../common/eql/types/field_reader';
import type { SourceEvent } from '../../common/alerts';
import { elasticsearchFailure, requestOptions, type RequestLimits } from '../elasticsearch';
import { Failure } from '../failure';
import type { ElasticsearchClient } from '../kibana_contracts';
import { untilCancelled } from '../until_cancelled';
import { checkHealth, SEARCH_TASKS } from './search_tasks';
import type { SequencePage, SequenceSearch, SequenceSearchRequest } from './sequence_search';
import { allOf, withinRange } from './time_filter';

/** How many events Elasticsearch fetches at once for each stage; more would cost it more memory. */
const FETCH_SIZE = 1000;

type Answer = Awaited<ReturnType<ElasticsearchClient['eql']['search']>> & {
  /** Since 8.18, which answers with what it has where it used to fail. */
  readonly shard_failures?: readonly unknown[];
};

/**
 * Searches with Elasticsearch's EQL, as the user of the client. One call waits for the whole answer: no
 * `wait_for_completion_timeout` is sent, without which Elasticsearch never answers before it is done.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/eql-search-api.html
 */
export class ElasticsearchSequenceSearch implements SequenceSearch {
  constructor(
    private readonly client: ElasticsearchClient,
    private readonly limits: RequestLimits,
  ) {}

  async search(request: SequenceSearchRequest): Promise<SequencePage> {
    const answer = await this.ask(request);
    refusePartial(answer);
    const sequences = (answer.hits.sequences ?? []).map(({ events }) =>
      events.map(({ _id, _index, _source }): SourceEvent => ({
        _id,
        _index,
        _source: _source as EventSource,
      })),
    );
    return { sequences, isFull: sequences.length >= request.size };
  }

  private async ask(request: SequenceSearchRequest): Promise<Answer> {
    const { query, indexPatterns, range, filter, tiebreakerField, size, signal } = request;
    try {
      const search = this.client.eql.search(
        {
          index: [...indexPatterns],
          allow_no_indices: true,
          query,
          filter: allOf(withinRange('@timestamp', range), filter),
          size,
          fetch_size: FETCH_SIZE,
          result_position: 'head',
          ...(tiebreakerField !== undefined && { tiebreaker_field: tiebreakerField }),
        },
        requestOptions(this.limits, signal),
      );
      return await untilCancelled(search, signal, SEARCH_TASKS.sequences());
    } catch (error) {
      throw elasticsearchFailure(error, { task: SEARCH_TASKS.sequences(), indices: indexPatterns });
    }
  }
}

/** A sequence in the part that is missing would be lost. */
const refusePartial = (answer: Answer): void => {
  const failures = answer.shard_failures?.length ?? 0;
  const why = answer.timed_out
    ? i18n.translate('recentlyCompiled.search.outOfTime', { defaultMessage: 'it ran out of time' })
    : failures > 0
      ? i18n.translate('recentlyCompiled.search.shardsFailed', {
          defaultMessage: '{failures} shards failed',
          values: { failures },
        })
      : answer.is_partial || answer.is_running
        ? i18n.translate('recentlyCompiled.search.noAnswerOfPart', {
            defaultMessage: 'a part of the cluster did not answer',
          })
        : undefined;
  if (why !== undefined) {
    throw new Failure('busy', {
      message: i18n.translate('recentlyCompiled.search.partOnlyWhy', {
        defaultMessage: '{task} got only a part of the answer, {why}',
        values: { task: SEARCH_TASKS.sequences(), why },
      }),
      remedy: checkHealth(),
    });
  }
};
