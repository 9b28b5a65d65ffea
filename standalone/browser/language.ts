// SPDX-License-Identifier: Apache-2.0
import { ENGLISH, type Language } from '../kbn_i18n/language';
import type { Locale } from '../kbn_i18n/languages';

/** The messages of a language, which are loaded when it is chosen. */
export const loadLanguage = async (locale: Locale): Promise<Language> => {
  switch (locale) {
    case 'en':
      return ENGLISH;
    case 'zh-CN': {
      const { messages } = await import('../../translations/zh-CN.json');
      return { locale, messages };
    }
  }
};
