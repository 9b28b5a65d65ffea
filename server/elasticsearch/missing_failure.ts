// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure } from '../failure';
import type { ClientError } from './client_error';
import { reasonOf, type Undertaking } from './undertaking';

/**
 * For what is not there, or is no longer what it was. Elasticsearch answers as if an index did not exist where
 * a user may not see it and asks with a wildcard, so the remedy names both.
 */
export const readMissingFailure = (
  error: ClientError,
  { task, indices }: Undertaking,
  cause: unknown,
): Failure | undefined => {
  if (error.types.includes('index_not_found_exception')) {
    return missingIndexFailure({ task, indices }, cause);
  }
  if (error.status === 404) {
    const notice = {
      message: i18n.translate('recentlyCompiled.elasticsearch.notFound', {
        defaultMessage: '{task} failed, what it is about does not exist: {reason}',
        values: { task, reason: reasonOf(error) },
      }),
      remedy: i18n.translate('recentlyCompiled.failure.notFound', {
        defaultMessage: 'Reload, since somebody may have removed it',
      }),
    };
    return new Failure('not_found', notice, cause);
  }
  if (error.status === 409) {
    const notice = {
      message: i18n.translate('recentlyCompiled.elasticsearch.conflict', {
        defaultMessage: '{task} failed, somebody else has changed it meanwhile: {reason}',
        values: { task, reason: reasonOf(error) },
      }),
      remedy: i18n.translate('recentlyCompiled.failure.conflict', {
        defaultMessage: 'Reload and try again',
      }),
    };
    return new Failure('conflict', notice, cause);
  }
  return undefined;
};

export const missingIndexFailure = ({ task, indices }: Undertaking, cause?: unknown): Failure =>
  new Failure(
    'missing_index',
    {
      message: i18n.translate('recentlyCompiled.elasticsearch.noIndex', {
        defaultMessage: '{task} found no index that matches [{indices}]',
        values: { task, indices: indices.join(', ') },
      }),
      remedy: i18n.translate('recentlyCompiled.elasticsearch.noIndexRemedy', {
        defaultMessage:
          'Check that Elastic Defend runs on at least one Linux host, that the index patterns are right and that the owner of the rule may read these indices',
      }),
    },
    cause,
  );
