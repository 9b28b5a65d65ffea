// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure } from '../failure';
import type { ClientError } from './client_error';
import { reasonOf, type Undertaking } from './undertaking';

const BUSY_STATUS = new Set([408, 429, 502, 503, 504]);
const BUSY_TYPES = new Set([
  'circuit_breaking_exception',
  'es_rejected_execution_exception',
  'no_shard_available_action_exception',
  'node_not_connected_exception',
  'unavailable_shards_exception',
]);

/** It answers 503, but would never take the request. */
const NEVER = 'too_many_buckets_exception';

/** For answers that a later try may not get. */
export const readBusyFailure = (
  error: ClientError,
  { task }: Undertaking,
  cause: unknown,
): Failure | undefined => {
  const isBusy =
    BUSY_STATUS.has(error.status ?? 0) || error.types.some((type) => BUSY_TYPES.has(type));
  return isBusy && !error.types.includes(NEVER)
    ? new Failure(
        'busy',
        {
          message: i18n.translate('recentlyCompiled.elasticsearch.busy', {
            defaultMessage: '{task} was refused, the cluster is busy or partly down: {reason}',
            values: { task, reason: reasonOf(error) },
          }),
          remedy: i18n.translate('recentlyCompiled.elasticsearch.busyRemedy', {
            defaultMessage: 'Wait until the cluster has recovered, or give it more memory or nodes',
          }),
        },
        cause,
      )
    : undefined;
};
