// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { elasticsearchFailure } from '../elasticsearch';
import { Failure, type FailureKind } from '../failure';

const KINDS: Readonly<Record<number, FailureKind>> = {
  401: 'missing_privilege',
  403: 'missing_privilege',
  404: 'not_found',
  409: 'conflict',
  429: 'busy',
  503: 'busy',
};

const REMEDIES: Partial<Record<FailureKind, () => string>> = {
  missing_privilege: () =>
    i18n.translate('recentlyCompiled.failure.giveKibanaPrivilege', {
      defaultMessage: 'Give a role of the user the Kibana privilege for it in this space',
    }),
  not_found: () =>
    i18n.translate('recentlyCompiled.failure.notFound', {
      defaultMessage: 'Reload, since somebody may have removed it',
    }),
  conflict: () =>
    i18n.translate('recentlyCompiled.failure.conflict', { defaultMessage: 'Reload and try again' }),
  busy: () =>
    i18n.translate('recentlyCompiled.failure.waitForCluster', {
      defaultMessage: 'Wait until the cluster has recovered',
    }),
};

/** The status that an error of Kibana's saved objects carries, as `@hapi/boom` has it; undefined for none. */
export const savedObjectStatus = (error: unknown): number | undefined => {
  const { output } = (error ?? {}) as { output?: { statusCode?: unknown } };
  return typeof output?.statusCode === 'number' ? output.statusCode : undefined;
};

/** The failure that an error of Kibana's saved objects means; `task` as in "… failed". */
export const savedObjectFailure = (error: unknown, task: string): Failure => {
  const status = savedObjectStatus(error);
  const kind = status === undefined ? undefined : KINDS[status];
  if (error instanceof Failure || kind === undefined) {
    return elasticsearchFailure(error, { task, indices: [] });
  }
  const notice = {
    message: i18n.translate('recentlyCompiled.failure.taskFailed', {
      defaultMessage: '{task} failed: {why}',
      values: { task, why: error instanceof Error ? error.message : `status ${status}` },
    }),
    remedy:
      REMEDIES[kind]?.() ??
      i18n.translate('recentlyCompiled.failure.lookIntoKibana', {
        defaultMessage: 'Look into the log of Kibana',
      }),
  };
  return new Failure(kind, notice, error);
};
