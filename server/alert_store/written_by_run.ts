// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { textAt } from '../../common/ecs';
import { elasticsearchFailure } from '../elasticsearch';
import { withRetries } from '../retry';
import type { AlertIndex } from './alert_index';
import type { PreparedDocument } from './bulk_chunks';

const EXECUTION = 'kibana.alert.rule.execution.uuid';

/** Which of these documents are stored with the same run's id as here. */
export const writtenByRun = async (
  documents: readonly PreparedDocument[],
  { client, alias, options, retry }: AlertIndex,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  if (documents.length === 0) {
    return [];
  }
  const runs = new Map(
    documents.map(({ id, document }) => [id, textAt(document._source, EXECUTION)]),
  );
  const ask = async (): Promise<string[]> => {
    try {
      await client.indices.refresh({ index: alias }, options(signal));
      const { hits } = await client.search<Record<string, unknown>>(
        {
          index: alias,
          allow_partial_search_results: false,
          size: documents.length,
          query: { ids: { values: [...runs.keys()] } },
          _source: [EXECUTION],
        },
        options(signal),
      );
      return hits.hits.flatMap(({ _id, _source }) => {
        const run = textAt(_source ?? {}, EXECUTION);
        return run !== undefined && run === runs.get(_id) ? [_id] : [];
      });
    } catch (error) {
      throw elasticsearchFailure(error, {
        task: i18n.translate('recentlyCompiled.task.searchNewAlerts', {
          defaultMessage: 'The search for new alerts',
        }),
        indices: [alias],
      });
    }
  };
  return withRetries(ask, signal, retry);
};
