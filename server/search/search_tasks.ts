// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

/** What searches are called in what they fail with. */
export const SEARCH_TASKS = {
  sequences: () =>
    i18n.translate('recentlyCompiled.search.task.sequences', {
      defaultMessage: 'The search for sequences',
    }),
  builtPrograms: () =>
    i18n.translate('recentlyCompiled.search.task.builtPrograms', {
      defaultMessage: 'The search for built programs',
    }),
  lateEvents: () =>
    i18n.translate('recentlyCompiled.search.task.lateEvents', {
      defaultMessage: 'The search for events that came late',
    }),
  fields: () =>
    i18n.translate('recentlyCompiled.search.task.fields', {
      defaultMessage: 'The look at the fields of the events',
    }),
  count: () =>
    i18n.translate('recentlyCompiled.search.task.count', { defaultMessage: 'The count of events' }),
  values: (field: string) =>
    i18n.translate('recentlyCompiled.search.task.values', {
      defaultMessage: 'The search for values of [{field}]',
      values: { field },
    }),
};

/** What to do where only a part of an answer came. */
export const checkHealth = (): string =>
  i18n.translate('recentlyCompiled.search.checkHealth', {
    defaultMessage: 'Check the health of the cluster and of the indices with events',
  });

/** That only a part of what was asked for came. */
export const partOnly = (task: string): string =>
  i18n.translate('recentlyCompiled.search.partOnly', {
    defaultMessage: '{task} got only a part of the answer',
    values: { task },
  });
