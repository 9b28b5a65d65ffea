// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure } from '../failure';
import type { ClientError } from './client_error';
import type { Undertaking } from './undertaking';

/** For 401 and 403. */
export const readPrivilegeFailure = (
  error: ClientError,
  { task, indices }: Undertaking,
  cause: unknown,
): Failure | undefined => {
  const reason = error.reasons[0] ?? error.message;
  if (error.types.includes('cluster_block_exception')) {
    const notice = {
      message: i18n.translate('recentlyCompiled.elasticsearch.blocked', {
        defaultMessage: '{task} failed, an index is blocked: {reason}',
        values: { task, reason },
      }),
      remedy: i18n.translate('recentlyCompiled.elasticsearch.blockedRemedy', {
        defaultMessage:
          'Free disk space if it ran out, then lift the block in the settings of the index',
      }),
    };
    return new Failure('unexpected', notice, cause);
  }
  if (error.status === 401) {
    return new Failure(
      'missing_privilege',
      {
        message: i18n.translate('recentlyCompiled.elasticsearch.credentials', {
          defaultMessage: '{task} failed, Elasticsearch does not accept the credentials: {reason}',
          values: { task, reason },
        }),
        remedy: i18n.translate('recentlyCompiled.elasticsearch.credentialsRemedy', {
          defaultMessage:
            'Update the API key of the rule, or save the rule again as a user who may read',
        }),
      },
      cause,
    );
  }
  return error.status === 403
    ? new Failure('missing_privilege', { ...refusal(reason, task, indices) }, cause)
    : undefined;
};

const refusal = (
  reason: string,
  task: string,
  asked: readonly string[],
): { message: string; remedy: string } => {
  const [, action] = /action \[(.+?)\] is unauthorized/.exec(reason) ?? [];
  const [, user] = /user \[([^\]]+)\]/.exec(reason) ?? [];
  const [, indices] = /on indices \[([^\]]+)\]/.exec(reason) ?? [];
  const [, privileges] = /privileges \[([^\]]+)\]/.exec(reason) ?? [];
  if (action === undefined) {
    return {
      message: i18n.translate('recentlyCompiled.elasticsearch.notAllowed', {
        defaultMessage: '{task} is not allowed: {reason}',
        values: { task, reason },
      }),
      remedy: i18n.translate('recentlyCompiled.elasticsearch.notAllowedRemedy', {
        defaultMessage: 'Give a role of the user the privileges to read [{indices}]',
        values: { indices: asked.join(', ') },
      }),
    };
  }
  const who = { hasUser: user === undefined ? 'no' : 'yes', user: user ?? '' };
  const where = indices ?? asked.join(',');
  const needed = privileges?.split(',')[0]?.trim() ?? 'read';
  return {
    message: i18n.translate('recentlyCompiled.elasticsearch.actionNotAllowed', {
      defaultMessage:
        '{task} is not allowed: {hasUser, select, yes {the user [{user}]} other {the user}} may not do [{action}] on [{where}]',
      values: { task, action, where, hasUser: who.hasUser, user: who.user },
    }),
    remedy: i18n.translate('recentlyCompiled.elasticsearch.actionNotAllowedRemedy', {
      defaultMessage:
        'Give a role of {hasUser, select, yes {the user [{user}]} other {the user}} the privilege [{needed}] on [{where}], then save the rule again so that its API key gets it',
      values: { needed, where, hasUser: who.hasUser, user: who.user },
    }),
  };
};
