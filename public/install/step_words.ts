// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { StepId } from './plan';
import type { Outcome, StepState } from './progress';

export const stepTitle = (id: StepId): string =>
  ({
    list: i18n.translate('recentlyCompiled.install.step.list', {
      defaultMessage: 'Exception list for the exclusions',
    }),
    create: i18n.translate('recentlyCompiled.install.step.create', {
      defaultMessage: 'Security rule',
    }),
    link: i18n.translate('recentlyCompiled.install.step.link', {
      defaultMessage: 'Rule of this app, linked with the Security rule',
    }),
    adjust: i18n.translate('recentlyCompiled.install.step.adjust', {
      defaultMessage: 'What the Security rule lacks',
    }),
  })[id];

/** How a step stands; a failure is told elsewhere. */
export const stateWords = (id: StepId, state: StepState): string => {
  switch (state.status) {
    case 'waiting':
      return i18n.translate('recentlyCompiled.install.state.waiting', {
        defaultMessage: 'Not begun yet',
      });
    case 'running':
      return i18n.translate('recentlyCompiled.install.state.running', {
        defaultMessage: 'Under way',
      });
    case 'failed':
      return i18n.translate('recentlyCompiled.install.state.failed', {
        defaultMessage: 'Failed',
      });
    case 'done':
      return outcomeWords(id, state.outcome);
  }
};

const outcomeWords = (id: StepId, outcome: Outcome): string => {
  switch (outcome) {
    case 'made':
      return id === 'create'
        ? i18n.translate('recentlyCompiled.install.outcome.ruleMade', {
            defaultMessage:
              'Created and enabled, with tiebreaker field, investigation guide and exception list',
          })
        : i18n.translate('recentlyCompiled.install.outcome.made', { defaultMessage: 'Created' });
    case 'found':
      return i18n.translate('recentlyCompiled.install.outcome.found', {
        defaultMessage: 'It was there already',
      });
    case 'changed':
      return i18n.translate('recentlyCompiled.install.outcome.changed', {
        defaultMessage: 'Changed',
      });
    case 'nothing':
      return i18n.translate('recentlyCompiled.install.outcome.nothing', {
        defaultMessage: 'Nothing was to be done',
      });
  }
};
