// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { cancelled } from '../cancellation';
import { Failure } from '../failure';
import type { ClientError } from './client_error';
import type { Undertaking } from './undertaking';

/** For an error that is no answer of Elasticsearch. */
export const readNoAnswerFailure = (
  { name, message }: ClientError,
  { task }: Undertaking,
  cause: unknown,
): Failure | undefined => {
  switch (name) {
    case 'RequestAbortedError':
    case 'AbortError':
      return cancelled(task, cause);
    case 'TimeoutError':
      return new Failure(
        'busy',
        {
          message: i18n.translate('recentlyCompiled.elasticsearch.noAnswer', {
            defaultMessage: '{task} got no answer from Elasticsearch in time',
            values: { task },
          }),
          remedy: i18n.translate('recentlyCompiled.elasticsearch.noAnswerRemedy', {
            defaultMessage: 'Check how busy the cluster is, or search fewer indices',
          }),
        },
        cause,
      );
    case 'ConnectionError':
    case 'NoLivingConnectionsError':
      return new Failure(
        'busy',
        {
          message: i18n.translate('recentlyCompiled.elasticsearch.noConnection', {
            defaultMessage: '{task} failed, there is no connection to Elasticsearch: {message}',
            values: { task, message },
          }),
          remedy: i18n.translate('recentlyCompiled.elasticsearch.noConnectionRemedy', {
            defaultMessage: 'Check that Elasticsearch runs and that Kibana can reach it',
          }),
        },
        cause,
      );
    default:
      return undefined;
  }
};
