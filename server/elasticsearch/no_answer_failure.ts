// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { cancelled } from '../cancellation';
import { Failure } from '../failure';
import type { ClientError } from './client_error';
import type { Undertaking } from './undertaking';

/** What a search of a run throws that Kibana has given up (`wrap_scoped_cluster_client.ts` of alerting). */
const ENDED_BY_KIBANA = /search has been aborted due to cancelled execution$/i;

/** For an error that is no answer of Elasticsearch. */
export const readNoAnswerFailure = (
  { name, message }: ClientError,
  { task }: Undertaking,
  cause: unknown,
): Failure | undefined => {
  if (ENDED_BY_KIBANA.test(message)) {
    return cancelled(task, cause);
  }
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
