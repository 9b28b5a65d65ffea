// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure } from '../failure';
import type { ElasticsearchClient } from '../kibana_contracts';
import { elasticsearchFailure } from './elasticsearch_failure';
import { requestOptions } from './request_options';
import type { Undertaking } from './undertaking';

/** Elasticsearch with the rights of whoever sent a request, for as long as they wait for the answer. */
export interface UserAccess {
  readonly client: ElasticsearchClient;
  readonly signal: AbortSignal;
}

/** People wait no longer, in milliseconds. */
const PATIENCE = 30_000;

export interface UserUndertaking extends Undertaking {
  /** The index privileges that it takes. */
  readonly privileges: readonly string[];
}

type Options = ReturnType<typeof requestOptions>;

/** Asks Elasticsearch something for a user; throws a `Failure` with a remedy that the user can take. */
export const askAsUser = async <T>(
  { client, signal }: UserAccess,
  undertaking: UserUndertaking,
  ask: (client: ElasticsearchClient, options: Options) => Promise<T>,
): Promise<T> => {
  try {
    return await ask(client, requestOptions({ requestTimeout: PATIENCE }, signal));
  } catch (error) {
    const failure = elasticsearchFailure(error, undertaking);
    throw failure.kind === 'missing_privilege'
      ? new Failure(failure.kind, { message: failure.message, remedy: remedy(undertaking) }, error)
      : failure;
  }
};

const remedy = ({ privileges, indices }: UserUndertaking): string =>
  i18n.translate('recentlyCompiled.elasticsearch.askForRole', {
    defaultMessage:
      'Ask an administrator for a role with the privileges [{privileges}] on [{indices}]',
    values: { privileges: privileges.join(', '), indices: indices.join(', ') },
  });
