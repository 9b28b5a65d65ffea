// SPDX-License-Identifier: Apache-2.0
import { IntlMessageFormat } from 'intl-messageformat';
import { currentLanguage } from './language';

const formats = new Map<string, IntlMessageFormat>();

/** Making a format takes far longer than using it. */
const formatOf = (locale: string, message: string): IntlMessageFormat => {
  const key = `${locale}\n${message}`;
  const format = formats.get(key) ?? new IntlMessageFormat(message, locale);
  formats.set(key, format);
  return format;
};

/** Kibana's `@kbn/i18n`, of which we call this. */
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
    const { locale, messages } = currentLanguage();
    const message = Object.hasOwn(messages, id) ? messages[id] : undefined;
    return String(
      (message === undefined ? formatOf('en', defaultMessage) : formatOf(locale, message)).format(
        values,
      ),
    );
  },
};
