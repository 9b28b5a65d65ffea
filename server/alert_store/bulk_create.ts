// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { elasticsearchFailure, failureOf, readItemError } from '../elasticsearch';
import { Failure } from '../failure';
import { withRetries } from '../retry';
import type { AlertIndex } from './alert_index';
import { alertIndexFailure } from './alert_index_failure';
import type { PreparedDocument } from './bulk_chunks';
import { writtenByRun } from './written_by_run';

/** What has become of documents so far; it holds when the writing of the others fails, too. */
export interface Progress {
  /** Ids of documents that this call has created. */
  readonly created: Set<string>;
  /** Ids of documents that are there now, whoever created them. */
  readonly present: Set<string>;
  /** Why others can not be written, by id. */
  readonly rejected: Map<string, Failure>;
}

export const noProgress = (): Progress => ({
  created: new Set(),
  present: new Set(),
  rejected: new Map(),
});

const task = (): string =>
  i18n.translate('recentlyCompiled.task.writeAlerts', { defaultMessage: 'The writing of alerts' });

/**
 * Creates documents that are not there yet, in one request, repeated for what a busy cluster has not taken.
 *
 * Where a request got no answer, some of its documents may have been written. The next try is told that they are
 * there already; those that carry the id of this very run are counted as created, or nobody would be notified of
 * them.
 */
export const createDocuments = async (
  documents: readonly PreparedDocument[],
  refresh: false | 'wait_for',
  index: AlertIndex,
  signal: AbortSignal,
  progress: Progress,
): Promise<void> => {
  const unanswered = new Set<string>();
  const step = async (): Promise<void> => {
    const waiting = documents.filter(
      ({ id }) => !progress.present.has(id) && !progress.rejected.has(id),
    );
    const { answers, failure } = await attempt(waiting, refresh, index, signal);
    if (failure) {
      waiting.forEach(({ id }) => unanswered.add(id));
      throw failure;
    }
    note(answers, progress, index);
  };
  await withRetries(step, signal, index.retry);

  const doubtful = documents.filter(
    ({ id }) => unanswered.has(id) && progress.present.has(id) && !progress.created.has(id),
  );
  const ours = await writtenByRun(doubtful, index, signal);
  ours.forEach((id) => progress.created.add(id));
};

/** Throws for what concerns all documents, and, once all answers are noted, for what is worth another try. */
const note = (answers: readonly Answer[], progress: Progress, index: AlertIndex): void => {
  let refused: Failure | undefined;
  for (const { id, status, error } of answers) {
    if (error === undefined) {
      progress.created.add(id);
    }
    if (error === undefined || status === 409) {
      progress.present.add(id);
      continue;
    }
    const failure = itemFailure(status, error, index);
    switch (failure.kind) {
      case 'missing_index':
      case 'missing_privilege':
        throw failure;
      case 'busy':
        refused = failure;
        break;
      default:
        progress.rejected.set(id, failure);
    }
  }
  if (refused) {
    throw refused;
  }
};

interface Answer {
  readonly id: string;
  readonly status: number;
  readonly error: unknown;
}

const attempt = async (
  documents: readonly PreparedDocument[],
  refresh: false | 'wait_for',
  { client, alias, options }: AlertIndex,
  signal: AbortSignal,
): Promise<{ answers: readonly Answer[]; failure?: Failure }> => {
  try {
    const { items } = await client.bulk<string>(
      {
        index: alias,
        require_alias: true,
        refresh,
        operations: documents.flatMap(({ id, json }) => [{ create: { _id: id } }, json]),
      },
      options(signal),
    );
    return {
      answers: items.flatMap(({ create }) =>
        create ? [{ id: create._id ?? '', status: create.status, error: create.error }] : [],
      ),
    };
  } catch (error) {
    const failure = elasticsearchFailure(error, { task: task(), indices: [alias] });
    return { answers: [], failure: alertIndexFailure(failure, alias) };
  }
};

const itemFailure = (status: number, error: unknown, { alias }: AlertIndex): Failure => {
  const failure = failureOf(
    readItemError(status, error),
    { task: task(), indices: [alias] },
    undefined,
  );
  return alertIndexFailure(failure, alias);
};
