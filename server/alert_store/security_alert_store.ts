// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { estypes } from '@elastic/elasticsearch';
import {
  alertsAlias,
  bareDocument,
  LINEAGE_RECORD,
  type AlertDocument,
  type AlertIdentity,
  type SequenceAlert,
} from '../../common/alerts';
import { elasticsearchFailure, requestOptions, type RequestLimits } from '../elasticsearch';
import { Failure } from '../failure';
import type { ElasticsearchClient } from '../kibana_contracts';
import { withRetries, type RetryOptions } from '../retry';
import { untilCancelled } from '../until_cancelled';
import type { AlertIndex } from './alert_index';
import { alertIndexFailure, missingAlertIndex } from './alert_index_failure';
import type { AlertStore } from './alert_store';
import { alertedBy, ANCESTORS, connectionIds, RULE_UUID, type StoredAlert } from './alerted_chains';
import { chunksOf, CHUNK_LIMITS, prepare } from './bulk_chunks';
import { createDocuments, noProgress, type Progress } from './bulk_create';
import { withCreated } from './partly_written';

export interface SecurityAlertStoreOptions {
  /** As Kibana's own user. */
  readonly client: ElasticsearchClient;
  readonly spaceId: string;
  /** Makes the alert index of the space, or waits until it is there. */
  readonly ensureIndex: () => Promise<{ readonly result: boolean; readonly error?: string }>;
  readonly limits: RequestLimits;
  readonly retry: RetryOptions;
}

type Hit = estypes.SearchHit<Record<string, unknown>>;
type SortValues = estypes.SortResults;

/** Alerts of one request to look up. */
const LOOKED_UP_AT_ONCE = 1_000;
const PAGE_SIZE = 1_000;
const UUID = 'kibana.alert.uuid';

/** Alerts where Security has its own, so that its pages, cases and rules count them as theirs. */
export class SecurityAlertStore implements AlertStore {
  private readonly index: AlertIndex;
  private readonly ensureIndex: SecurityAlertStoreOptions['ensureIndex'];

  constructor({ client, spaceId, ensureIndex, limits, retry }: SecurityAlertStoreOptions) {
    this.index = {
      client,
      alias: alertsAlias(spaceId),
      options: (signal) => requestOptions(limits, signal),
      retry,
    };
    this.ensureIndex = ensureIndex;
  }

  async prepare(signal: AbortSignal): Promise<void> {
    const { client, alias, options, retry } = this.index;
    const { result, error } = await untilCancelled(
      this.ensureIndex(),
      signal,
      i18n.translate('recentlyCompiled.task.makeAlertIndex', {
        defaultMessage: 'The creation of the alert index',
      }),
    );
    if (!result) {
      throw missingAlertIndex(
        alias,
        error ??
          i18n.translate('recentlyCompiled.run.alertIndexNotMade', {
            defaultMessage: 'Kibana could not create it',
          }),
      );
    }
    const ask = async (): Promise<boolean> => {
      try {
        return await client.indices.exists({ index: alias }, options(signal));
      } catch (failed) {
        throw this.failure(
          failed,
          i18n.translate('recentlyCompiled.task.lookAtAlertIndex', {
            defaultMessage: 'The look at the alert index',
          }),
        );
      }
    };
    if (!(await withRetries(ask, signal, retry))) {
      throw missingAlertIndex(
        alias,
        i18n.translate('recentlyCompiled.run.alertIndexMissing', {
          defaultMessage: 'it does not exist',
        }),
      );
    }
  }

  async findAlerted(
    alerts: readonly AlertIdentity[],
    signal: AbortSignal,
  ): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let start = 0; start < alerts.length; start += LOOKED_UP_AT_ONCE) {
      const asked = alerts.slice(start, start + LOOKED_UP_AT_ONCE);
      for await (const stored of this.storedAlerts(asked, signal)) {
        alertedBy(stored, asked).forEach((id) => found.add(id));
      }
    }
    return found;
  }

  /**
   * Only the shells wait until a search finds them: the next run and other nodes search for shells, while a block
   * that was there before is told by its id alone.
   */
  async create(
    alerts: readonly SequenceAlert[],
    signal: AbortSignal,
  ): Promise<ReadonlySet<string>> {
    const [blocks, shells] = [noProgress(), noProgress()];
    try {
      await this.write(
        alerts.flatMap((alert) => alert.blocks),
        false,
        signal,
        blocks,
      );
      const whole = alerts.filter((alert) =>
        alert.blocks.every(({ _id }) => blocks.present.has(_id)),
      );
      await this.write(
        whole.map(({ shell }) => shell),
        'wait_for',
        signal,
        shells,
      );
      const [rejected] = [...blocks.rejected.values(), ...shells.rejected.values()];
      if (rejected) {
        throw rejectedDocuments(rejected, alerts.length - shells.present.size, this.index.alias);
      }
    } catch (error) {
      throw withCreated(error, shells.created);
    }
    return shells.created;
  }

  /** What the index does not take as it is, it gets without the fields of the event. */
  private async write(
    documents: readonly AlertDocument[],
    refresh: false | 'wait_for',
    signal: AbortSignal,
    progress: Progress,
  ): Promise<void> {
    const send = async (some: readonly AlertDocument[]): Promise<void> => {
      for (const chunk of chunksOf(some.map(prepare), CHUNK_LIMITS)) {
        await createDocuments(chunk, refresh, this.index, signal, progress);
      }
    };
    await send(documents);
    const bare = documents.flatMap((document) => {
      const failure = progress.rejected.get(document._id);
      return failure ? [bareDocument(document, failure.message)] : [];
    });
    bare.forEach(({ _id }) => progress.rejected.delete(_id));
    await send(bare);
  }

  /** Page by page, shells that have a connection in common with the alerts. */
  private async *storedAlerts(
    alerts: readonly AlertIdentity[],
    signal: AbortSignal,
  ): AsyncGenerator<readonly StoredAlert[]> {
    const query = lookUpQuery(alerts);
    let after: SortValues | undefined;
    do {
      const page = await withRetries(
        () => this.page(query, after, signal),
        signal,
        this.index.retry,
      );
      yield page.map(({ _id, _source }) => ({ _id, _source: _source ?? {} }));
      after = page.length === PAGE_SIZE ? page.at(-1)?.sort : undefined;
    } while (after !== undefined);
  }

  private async page(
    query: ReturnType<typeof lookUpQuery>,
    after: SortValues | undefined,
    signal: AbortSignal,
  ): Promise<readonly Hit[]> {
    const { client, alias, options } = this.index;
    const task = i18n.translate('recentlyCompiled.task.lookUpAlerts', {
      defaultMessage: 'The look-up of alerts that exist',
    });
    try {
      const { hits, timed_out: timedOut } = await client.search<Record<string, unknown>>(
        {
          index: alias,
          allow_partial_search_results: false,
          track_total_hits: false,
          size: PAGE_SIZE,
          query,
          sort: [{ [UUID]: 'asc' }],
          ...(after !== undefined && { search_after: after }),
          _source: [ANCESTORS, RULE_UUID, `${LINEAGE_RECORD}.stages`],
        },
        options(signal),
      );
      if (timedOut) {
        const notice = {
          message: i18n.translate('recentlyCompiled.run.lookUpTimeout', {
            defaultMessage: '{task} ran out of time',
            values: { task },
          }),
          remedy: i18n.translate('recentlyCompiled.run.lookUpTimeoutRemedy', {
            defaultMessage: 'Wait for the next run',
          }),
        };
        throw new Failure('busy', notice);
      }
      return hits.hits;
    } catch (error) {
      throw this.failure(error, task);
    }
  }

  private failure(error: unknown, task: string): Failure {
    const { alias } = this.index;
    return alertIndexFailure(elasticsearchFailure(error, { task, indices: [alias] }), alias);
  }
}

const lookUpQuery = (alerts: readonly AlertIdentity[]) => ({
  bool: {
    filter: [
      {
        terms: { [RULE_UUID]: [...new Set(alerts.map(({ ruleUuid }) => ruleUuid))] },
      },
      {
        bool: {
          should: [
            { terms: { [`${ANCESTORS}.id`]: connectionIds(alerts) } },
            { ids: { values: alerts.map(({ id }) => id) } },
          ],
          minimum_should_match: 1,
        },
      },
    ],
    must_not: [{ exists: { field: 'kibana.alert.building_block_type' } }],
  },
});

const rejectedDocuments = (first: Failure, count: number, alias: string): Failure =>
  new Failure(
    'rejected_documents',
    {
      message: i18n.translate('recentlyCompiled.run.rejected', {
        defaultMessage:
          '{count, plural, one {{count} alert} other {{count} alerts}} could not be written to [{alias}], all others were. {message}',
        values: { count, alias, message: first.message },
      }),
      remedy: i18n.translate('recentlyCompiled.run.rejectedRemedy', {
        defaultMessage:
          'Check how the alert index maps the field that is named, and exclude the event until it fits',
      }),
    },
    first,
  );
