// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { ErrorBody } from '../../common/api';
import type { FailureKind } from '../failure';
import { kibanaFailure } from '../kibana_failure';
import type { Logger } from '../kibana_contracts';
import { RequestFailure } from '../request_failure';

/** What browsers see of each kind of failure. */
export const STATUS_OF: Readonly<Record<FailureKind, number>> = {
  invalid: 400,
  missing_privilege: 403,
  missing_index: 404,
  not_found: 404,
  conflict: 409,
  mapping_conflict: 422,
  query_rejected: 422,
  // Known from nginx: whoever asked has gone.
  cancelled: 499,
  unexpected: 500,
  rejected_documents: 502,
  busy: 503,
  timeout: 504,
};

/**
 * The answer for anything thrown. What nobody foresaw goes to the log; its text, which may tell about the
 * inside of the server, stays out of the answer.
 */
export const errorAnswer = (error: unknown, task: string, logger: Logger): ErrorBody => {
  const failure = kibanaFailure(error, task);
  const isForeseen = failure.kind !== 'unexpected' || failure.cause === undefined;
  if (!isForeseen) {
    logger.error(failure.cause instanceof Error ? failure.cause : failure);
  }
  return {
    statusCode: STATUS_OF[failure.kind],
    error: failure.kind,
    message: isForeseen
      ? failure.message
      : i18n.translate('recentlyCompiled.failure.unforeseen', {
          defaultMessage: '{task} failed for a reason that nobody foresaw',
          values: { task },
        }),
    remedy: failure.remedy,
    ...(failure instanceof RequestFailure ? failure.details : {}),
  };
};
