// SPDX-License-Identifier: Apache-2.0
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
          message: `${task} got no answer from Elasticsearch in time`,
          remedy: 'Check how busy the cluster is, or search fewer indices',
        },
        cause,
      );
    case 'ConnectionError':
    case 'NoLivingConnectionsError':
      return new Failure(
        'busy',
        {
          message: `${task} failed, there is no connection to Elasticsearch: ${message}`,
          remedy: 'Check that Elasticsearch runs and that Kibana can reach it',
        },
        cause,
      );
    default:
      return undefined;
  }
};
