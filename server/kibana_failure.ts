// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure, type FailureKind } from './failure';
import { savedObjectStatus } from './saved_objects/saved_object_failure';

/**
 * The failure that an error of Kibana's own clients (rules, lists, saved objects, Fleet) means; `task` as in
 * "… failed". A `Failure` stays as it is.
 */
export const kibanaFailure = (error: unknown, task: string): Failure => {
  if (error instanceof Failure) {
    return error;
  }
  const kind = kindOf(error);
  const why = error instanceof Error ? error.message : String(error);
  return new Failure(
    kind,
    {
      message: i18n.translate('recentlyCompiled.failure.taskFailed', {
        defaultMessage: '{task} failed: {why}',
        values: { task, why },
      }),
      remedy: (NO_CONNECTORS.test(why) ? getConnectors : REMEDIES[kind])(),
    },
    error,
  );
};

/** For a rule that has actions (`actions_authorization.ts` of actions), whoever may manage the rule itself. */
const NO_CONNECTORS = /^Unauthorized to \w+ actions$/;

const getConnectors = (): string =>
  i18n.translate('recentlyCompiled.failure.getConnectors', {
    defaultMessage:
      'Ask an administrator for the Kibana privilege "Actions and Connectors: Read" as well, since the rule has actions',
  });

/** Does something with one of Kibana's clients, and throws a `Failure` where that throws anything. */
export const withKibana = async <T>(task: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw kibanaFailure(error, task);
  }
};

type Kind = Extract<
  FailureKind,
  'missing_privilege' | 'not_found' | 'conflict' | 'invalid' | 'busy' | 'unexpected'
>;

const kindOf = (error: unknown): Kind => KINDS[statusOf(error) ?? 0] ?? byName(error);

const KINDS: Readonly<Record<number, Kind>> = {
  400: 'invalid',
  401: 'missing_privilege',
  403: 'missing_privilege',
  404: 'not_found',
  409: 'conflict',
  429: 'busy',
  502: 'busy',
  503: 'busy',
  504: 'busy',
};

/** Fleet's errors have no status of their own. */
const byName = (error: unknown): Kind =>
  error instanceof Error && /unauthorized/i.test(`${error.name} ${error.constructor.name}`)
    ? 'missing_privilege'
    : 'unexpected';

/** Errors of the lists plugin and of Elasticsearch have it themselves. */
const statusOf = (error: unknown): number | undefined => {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return savedObjectStatus(error) ?? (typeof statusCode === 'number' ? statusCode : undefined);
};

const REMEDIES: Readonly<Record<Kind, () => string>> = {
  missing_privilege: () =>
    i18n.translate('recentlyCompiled.failure.missingPrivilege', {
      defaultMessage: 'Ask an administrator for a role that may do this',
    }),
  not_found: () =>
    i18n.translate('recentlyCompiled.failure.notFound', {
      defaultMessage: 'Reload, since somebody may have removed it',
    }),
  conflict: () =>
    i18n.translate('recentlyCompiled.failure.conflict', {
      defaultMessage: 'Reload and try again',
    }),
  invalid: () =>
    i18n.translate('recentlyCompiled.failure.invalid', {
      defaultMessage: 'Mend what the message names',
    }),
  busy: () =>
    i18n.translate('recentlyCompiled.failure.busy', {
      defaultMessage: 'Try again in a moment',
    }),
  unexpected: () =>
    i18n.translate('recentlyCompiled.failure.unexpected', {
      defaultMessage: 'Look into the log of Kibana at this time',
    }),
};
