// SPDX-License-Identifier: Apache-2.0
import { localeOf } from './languages';

it.each([
  [['zh-CN', 'en'], 'zh-CN'],
  [['ZH-hans-cn'], 'zh-CN'],
  [['de-DE', 'zh', 'en'], 'zh-CN'],
  [['en-US', 'zh-CN'], 'en'],
  [['zhx', 'fr'], 'en'],
  [[], 'en'],
])('of the wishes %j it meets %s', (wishes, locale) => {
  expect(localeOf(wishes)).toBe(locale);
});
