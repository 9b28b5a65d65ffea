// SPDX-License-Identifier: Apache-2.0
import { requestLanguage } from './request_language';

it.each([
  [{}, 'en'],
  [{ 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' }, 'zh-CN'],
  [{ 'accept-language': 'zh;q=0.3, en-GB;q=0.7, de' }, 'en'],
  [{ 'accept-language': 'zh;q=0, *' }, 'en'],
  [{ 'accept-language': ';;,q=, zh;q=x' }, 'en'],
  [{ 'accept-language': 'zh-CN', 'x-recently-compiled-locale': 'en' }, 'en'],
  [{ 'accept-language': 'en', 'x-recently-compiled-locale': 'zh-CN' }, 'zh-CN'],
])('the headers %j ask for %s', (headers, locale) => {
  expect(requestLanguage(headers).locale).toBe(locale);
});
