// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { severityWord } from '../alerts/words';
import { sentence } from '../sentence';
import { timeInWords } from '../time_in_words';
import type { Attention, Mend } from './attention';
import { spanWords } from './span_words';

/** What is the matter, in one sentence. */
export function titleOf(item: Attention): string {
  switch (item.about) {
    case 'params':
      return i18n.translate('recentlyCompiled.overview.attention.params', {
        defaultMessage: 'Parameters of the rule can not be used, so it can not run',
      });
    case 'linkBroken':
      return i18n.translate('recentlyCompiled.overview.attention.linkBroken', {
        defaultMessage:
          'The linked Security rule is gone or is no EQL rule, so this rule has stopped',
      });
    case 'linkDisabled':
      return i18n.translate('recentlyCompiled.overview.attention.linkDisabled', {
        defaultMessage: 'The linked Security rule is switched off, so this rule does nothing',
      });
    case 'off':
      return i18n.translate('recentlyCompiled.overview.attention.off', {
        defaultMessage: 'The rule is switched off, so nothing is detected',
      });
    case 'failed':
      return i18n.translate('recentlyCompiled.overview.attention.failed', {
        defaultMessage: 'The last run failed',
      });
    case 'warned':
      return i18n.translate('recentlyCompiled.overview.attention.warned', {
        defaultMessage: 'The last run had warnings',
      });
    case 'overdue':
      return i18n.translate('recentlyCompiled.overview.attention.overdue', {
        defaultMessage: 'The run that was due at {time} has not begun',
        values: { time: timeInWords(item.since) },
      });
    case 'gap':
      return i18n.translate('recentlyCompiled.overview.attention.gap', {
        defaultMessage:
          'The last run came late: {length} had not been searched, and were then. Nothing is missed, but alerts came late',
        values: { length: spanWords(item.length) },
      });
    case 'check':
      return item.titles.join(', ');
    case 'openAlerts':
      return item.severity === null
        ? i18n.translate('recentlyCompiled.overview.attention.openAlerts', {
            defaultMessage: '{count, plural, one {# alert is} other {# alerts are}} open',
            values: { count: item.count },
          })
        : i18n.translate('recentlyCompiled.overview.attention.openAlertsGravest', {
            defaultMessage:
              '{count, plural, one {# alert is open, its severity is: {severity}} other {# alerts are open, the highest severity is: {severity}}}',
            values: { count: item.count, severity: severityWord(item.severity) },
          });
    case 'expired':
      return i18n.translate('recentlyCompiled.overview.attention.expired', {
        defaultMessage:
          '{count, plural, one {# exclusion has} other {# exclusions have}} expired lately: {names}',
        values: { count: item.count, names: item.names },
      });
    case 'expiring':
      return i18n.translate('recentlyCompiled.overview.attention.expiring', {
        defaultMessage:
          '{count, plural, one {# exclusion expires} other {# exclusions expire}} within a week: {names}',
        values: { count: item.count, names: item.names },
      });
  }
}

/** What the server says about it, as sentences. */
export const detailsOf = (item: Attention): readonly string[] => item.told.map(sentence);

/** What its button does. */
export function mendWords(mend: Mend): string {
  switch (mend.kind) {
    case 'change':
      return CHANGES[mend.action]();
    case 'edit':
      return i18n.translate('recentlyCompiled.overview.mend.edit', {
        defaultMessage: 'Edit parameters',
      });
    case 'openSecurityRule':
      return i18n.translate('recentlyCompiled.overview.mend.openSecurityRule', {
        defaultMessage: 'Open the Security rule',
      });
    case 'openSetup':
      return i18n.translate('recentlyCompiled.overview.mend.openSetup', {
        defaultMessage: 'Open the checks',
      });
    case 'openAlerts':
      return i18n.translate('recentlyCompiled.overview.mend.openAlerts', {
        defaultMessage: 'Open the alerts',
      });
    case 'openExclusions':
      return i18n.translate('recentlyCompiled.overview.mend.openExclusions', {
        defaultMessage: 'Extend exclusions',
      });
  }
}

const CHANGES = {
  enable: () =>
    i18n.translate('recentlyCompiled.overview.mend.enable', { defaultMessage: 'Switch on' }),
  run: () => i18n.translate('recentlyCompiled.overview.mend.run', { defaultMessage: 'Run again' }),
  unlink: () =>
    i18n.translate('recentlyCompiled.overview.mend.unlink', {
      defaultMessage: 'Take the link off',
    }),
};
