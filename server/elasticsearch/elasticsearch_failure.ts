// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure } from '../failure';
import { readBusyFailure } from './busy_failure';
import { readClientError, type ClientError } from './client_error';
import { readMissingFailure } from './missing_failure';
import { readNoAnswerFailure } from './no_answer_failure';
import { readPrivilegeFailure } from './privilege_failure';
import { readQueryFailure } from './query_failure';
import { reasonOf, type Undertaking } from './undertaking';

/** The failure that an error of the Elasticsearch client means. A `Failure` stays as it is. */
export const elasticsearchFailure = (error: unknown, undertaking: Undertaking): Failure =>
  error instanceof Failure ? error : failureOf(readClientError(error), undertaking, error);

const READERS = [
  readNoAnswerFailure,
  readBusyFailure,
  readPrivilegeFailure,
  readMissingFailure,
  readQueryFailure,
];

/** The failure that one answer of Elasticsearch means. */
export const failureOf = (
  error: ClientError,
  undertaking: Undertaking,
  cause: unknown,
): Failure => {
  for (const reader of READERS) {
    const failure = reader(error, undertaking, cause);
    if (failure) {
      return failure;
    }
  }
  const notice = {
    message: i18n.translate('recentlyCompiled.failure.taskFailed', {
      defaultMessage: '{task} failed: {why}',
      values: { task: undertaking.task, why: reasonOf(error) },
    }),
    remedy: i18n.translate('recentlyCompiled.elasticsearch.unexpectedRemedy', {
      defaultMessage: 'Look into the logs of Elasticsearch and Kibana at this time',
    }),
  };
  return new Failure('unexpected', notice, cause);
};
