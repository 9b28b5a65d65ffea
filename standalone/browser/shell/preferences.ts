// SPDX-License-Identifier: Apache-2.0
import { LANGUAGES, localeOf, type Locale } from '../../kbn_i18n/languages';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** What the viewer has chosen for this page; kept by the browser, which may refuse to. */
export interface Preferences {
  readonly locale: () => Locale;
  readonly chooseLocale: (locale: Locale) => void;
  readonly theme: () => ThemeChoice;
  readonly chooseTheme: (theme: ThemeChoice) => void;
}

const LOCALE_KEY = 'recentlyCompiled.locale';
const THEME_KEY = 'recentlyCompiled.theme';

/** @param wishes the languages of the browser, the best first, for those who have not chosen one here */
export const preferences = (storage: () => Storage, wishes: readonly string[]): Preferences => {
  // Where nothing may be kept, a choice holds as long as the page does.
  const kept = new Map<string, string>();
  const read = (key: string): string | null => {
    try {
      return storage().getItem(key);
    } catch {
      return kept.get(key) ?? null;
    }
  };
  const write = (key: string, value: string): void => {
    kept.set(key, value);
    try {
      storage().setItem(key, value);
    } catch {
      // It stays in `kept`.
    }
  };
  return {
    locale: () =>
      LANGUAGES.find(({ locale }) => locale === read(LOCALE_KEY))?.locale ?? localeOf(wishes),
    chooseLocale: (locale) => write(LOCALE_KEY, locale),
    theme: () => THEMES.find((theme) => theme === read(THEME_KEY)) ?? 'system',
    chooseTheme: (theme) => write(THEME_KEY, theme),
  };
};
