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
export const requestLanguage = (headers: IncomingHttpHeaders): Language => {
  const named = headers[LOCALE_HEADER];
  return LANGUAGE[
    localeOf(typeof named === 'string' ? [named] : wishes(headers['accept-language'] ?? ''))
  ];
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
