// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

/** Words that stand in several places of the page. */
export const TEXTS = {
  add: () => i18n.translate('recentlyCompiled.exclusions.add', { defaultMessage: 'Add exclusion' }),
  cancel: () => i18n.translate('recentlyCompiled.exclusions.cancel', { defaultMessage: 'Cancel' }),
  close: () => i18n.translate('recentlyCompiled.exclusions.close', { defaultMessage: 'Close' }),
  retry: () => i18n.translate('recentlyCompiled.exclusions.retry', { defaultMessage: 'Try again' }),
  never: () => i18n.translate('recentlyCompiled.exclusions.never', { defaultMessage: 'Never' }),
  readOnly: () =>
    i18n.translate('recentlyCompiled.exclusions.readOnly', {
      defaultMessage:
        'Read only: to change exclusions takes the Kibana privilege "Recently Compiled: All".',
    }),
};
