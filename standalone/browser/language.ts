// SPDX-License-Identifier: Apache-2.0
import { ENGLISH, type Language } from '../kbn_i18n/language';
import type { Locale } from '../kbn_i18n/languages';

/** The language of a page: our messages, and the texts that EUI has of its own, by its tokens. */
export interface PageLanguage extends Language {
  readonly euiTexts: Readonly<Record<string, string>>;
}

/** Loads what a language needs, when it is chosen. */
export const loadLanguage = async (locale: Locale): Promise<PageLanguage> => {
  switch (locale) {
    case 'en':
      return { ...ENGLISH, euiTexts: {} };
    case 'zh-CN': {
      const [{ messages }, { default: euiTexts }] = await Promise.all([
        import('../../translations/zh-CN.json'),
        import('./eui_texts.zh-CN.json'),
        // Names of months and days, in calendars; loading it chooses it.
        import('moment/locale/zh-cn'),
      ]);
      return { locale, messages, euiTexts };
    }
  }
};
