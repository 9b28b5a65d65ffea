// SPDX-License-Identifier: Apache-2.0
import { IntlMessageFormat } from 'intl-messageformat';

/** Kibana's `@kbn/i18n` in English: the default messages, formatted as Kibana does. */
export const i18n = {
  translate: (
    id: string,
    {
      defaultMessage,
      values,
    }: { defaultMessage: string; values?: Record<string, string | number> },
  ): string => {
    if (!id.startsWith('recentlyCompiled.')) {
      throw new Error(`[${id}] does not start with recentlyCompiled.`);
    }
    return String(new IntlMessageFormat(defaultMessage, 'en').format(values));
  },
};
