// SPDX-License-Identifier: Apache-2.0
import type { IncomingHttpHeaders } from 'node:http';
import chinese from '../../../translations/zh-CN.json';
import { ENGLISH, type Language } from '../../kbn_i18n/language';
import { LOCALE_HEADER, localeOf, type Locale } from '../../kbn_i18n/languages';

const LANGUAGE: Readonly<Record<Locale, Language>> = {
  en: ENGLISH,
  'zh-CN': { locale: 'zh-CN', messages: chinese.messages },
};

/** The language of whoever has sent a request: the one that the page names, else what the browser wishes for. */
export const requestLanguage = (headers: IncomingHttpHeaders): Language =>
  chosenLanguage(headers) ?? LANGUAGE[localeOf(wishes(headers['accept-language'] ?? ''))];

/** The language that a page names; undefined for what comes from elsewhere. */
export const chosenLanguage = (headers: IncomingHttpHeaders): Language | undefined => {
  const named = headers[LOCALE_HEADER];
  return typeof named === 'string' ? LANGUAGE[localeOf([named])] : undefined;
};

/** `de;q=0.5, zh-CN` as `zh-CN`, `de`: the most wanted one first. */
const wishes = (header: string): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
      const quality = parameters.find((one) => one.startsWith('q='))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
