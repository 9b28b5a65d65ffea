// SPDX-License-Identifier: Apache-2.0
import { i18n } from '.';
import { ENGLISH, speak } from './language';

afterEach(() => speak(() => ENGLISH));

const alerts = (count: number): string =>
  i18n.translate('recentlyCompiled.alerts', {
    defaultMessage: '{count, plural, one {# alert} other {# alerts}}',
    values: { count },
  });

it('is English where nothing else was chosen', () => {
  expect([alerts(1), alerts(1200)]).toEqual(['1 alert', '1,200 alerts']);
});

it('takes the message of the language, and English where that has none', () => {
  speak(() => ({
    locale: 'zh-CN',
    messages: { 'recentlyCompiled.alerts': '{count, plural, other {# 个告警}}' },
  }));
  expect(alerts(1)).toBe('1 个告警');
  expect(
    i18n.translate('recentlyCompiled.toString', {
      defaultMessage: 'Of {host}',
      values: { host: 'h1' },
    }),
  ).toBe('Of h1');
});

it('asks for the language with each message', () => {
  const languages = [ENGLISH, { locale: 'zh-CN', messages: { 'recentlyCompiled.alerts': '告警' } }];
  speak(() => languages.shift() ?? ENGLISH);
  expect([alerts(2), alerts(2), alerts(2)]).toEqual(['2 alerts', '告警', '2 alerts']);
});

it('refuses an id that Kibana would not take for one of this plugin', () => {
  expect(() => i18n.translate('other.id', { defaultMessage: 'x' })).toThrow('[other.id]');
});
