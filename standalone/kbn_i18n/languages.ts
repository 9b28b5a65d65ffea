// SPDX-License-Identifier: Apache-2.0

/** The languages that the app without Kibana speaks, each by its own name; the first where nothing is chosen. */
export const LANGUAGES = [
  { locale: 'en', name: 'English' },
  { locale: 'zh-CN', name: '中文' },
] as const;

export type Locale = (typeof LANGUAGES)[number]['locale'];

/** Named by the page with each of its requests, since the browser's own choice may be another. */
export const LOCALE_HEADER = 'x-recently-compiled-locale';

/** The first of some wishes, such as `zh-Hans-CN`, that can be met; English where none can. */
export const localeOf = (wishes: readonly string[]): Locale => {
  for (const wish of wishes) {
    const [primary = ''] = wish.toLowerCase().split('-');
    const language = LANGUAGES.find(({ locale }) => locale.split('-')[0] === primary);
    if (language) {
      return language.locale;
    }
  }
  return LANGUAGES[0].locale;
};
