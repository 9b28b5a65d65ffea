// SPDX-License-Identifier: Apache-2.0

/** A language of the app: its name for `Intl` and `lang`, and its messages in ICU syntax, by id. */
export interface Language {
  readonly locale: string;
  readonly messages: Readonly<Record<string, string>>;
}

/** English needs no messages: they are the default ones. */
export const ENGLISH: Language = { locale: 'en', messages: {} };

let current = (): Language => ENGLISH;

/** The language of whoever is spoken to now. */
export const currentLanguage = (): Language => current();

/** Says how to tell the language: one for a page, one for each request in a server. */
export const speak = (language: () => Language): void => {
  current = language;
};
