// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, readSource, readSources, type Message } from './messages';
import { chineseFaults, chineseMessages, englishFaults, missing, unused } from './translated';

describe('the texts of the app', () => {
  const { messages, faults } = readSources();
  const chinese = chineseMessages();

  it('all go through i18n, so that a tool can read them', () => {
    expect(faults).toEqual([]);
  });

  it('are good English messages, each under an id of its own', () => {
    expect(messages.length).toBeGreaterThan(100);
    expect(englishFaults(messages)).toEqual([]);
  });

  it('are all there in Chinese, and no others', () => {
    expect(missing(messages, chinese)).toEqual({});
    expect(unused(messages, chinese)).toEqual([]);
  });

  // Of two files of a language, the formats of the later one replace those of Kibana itself, even by nothing
  // (8.12: `getTranslationsByLocale` of @kbn/i18n).
  it('leave the formats of Kibana as they are', () => {
    const file = readFileSync(path.join(ROOT, 'translations/zh-CN.json'), 'utf8');
    expect(Object.keys(JSON.parse(file) as object)).toEqual(['messages']);
  });

  it('name the same things in Chinese', () => {
    expect(chineseFaults(messages, chinese)).toEqual([]);
  });
});

describe('the reader of sources', () => {
  const faultsOf = (jsx: string): readonly string[] =>
    readSource('x.tsx', `const x = (${jsx});`).faults;

  it.each([
    ['<p>Loading</p>', 'Loading'],
    ['<p>{"Loading"}</p>', 'Loading'],
    ['<p>{isOn ? "On" : t()}</p>', 'On'],
    ['<p>{isOn && `Runs ${n} times`}</p>', 'Runs … times'],
    ['<B title="Delete" />', 'Delete'],
    ['<B aria-label={`Delete ${name}`} />', 'Delete …'],
  ])('finds the words of %s', (jsx, words) => {
    expect(faultsOf(jsx)).toEqual([`x.tsx:1: [${words}] does not go through i18n`]);
  });

  it.each([
    ['<p>{count} / {total}</p>'],
    ['<B color="danger" title={t()} />'],
    ['<p>—</p>'],
    ['<p>{x}: </p>'],
  ])('has nothing against %s', (jsx) => {
    expect(faultsOf(jsx)).toEqual([]);
  });

  it('reads messages over several literals, with their values', () => {
    const { messages } = readSource(
      'x.ts',
      "i18n.translate('recentlyCompiled.x', { defaultMessage: 'A {b} ' + 'and {c}', values: { b: 1, c } })",
    );
    expect(messages).toEqual([
      { id: 'recentlyCompiled.x', english: 'A {b} and {c}', values: ['b', 'c'], place: 'x.ts:1' },
    ]);
  });

  it.each([
    ['i18n.translate(id, { defaultMessage: "x" })', 'the id is no literal text'],
    ['i18n.translate("a", options)', '[a]: the options are not written out'],
    [
      'i18n.translate("a", { defaultMessage: text })',
      '[a]: the default message is no literal text',
    ],
  ])('complains of %s', (call, fault) => {
    expect(readSource('x.ts', call).faults).toEqual([`x.ts:1: ${fault}`]);
  });
});

describe('the checks of messages', () => {
  const message = (english: string, values: string[] = []): Message => ({
    id: 'recentlyCompiled.x',
    english,
    values,
    place: 'x.ts:1',
  });
  const faultOf = (...messages: Message[]): string => englishFaults(messages).join('; ');

  it('tell of two messages under one id', () => {
    expect(faultOf(message('A'), message('B'))).toContain('another one at x.ts:1');
    expect(faultOf(message('A'), message('A'))).toBe('');
  });

  it.each([
    ['{count', [], 'no ICU message'],
    ['{count, plural, one {# alert}}', ['count'], 'no ICU message'],
    ["It is '{odd}'", [], 'Kibana 8.12'],
    ['<b>bold</b>', [], 'Kibana 8.12'],
    ['{host} is there', [], 'it names host, the values are nothing'],
    ['{count, plural, one {# of {all}} other {#}}', ['count'], 'it names all, count'],
    ['None', ['count'], 'it names nothing, the values are count'],
  ])('refuse %s', (english, values, fault) => {
    expect(faultOf(message(english, values))).toContain(fault);
  });

  it('tell of what is missing, unused or named otherwise in Chinese', () => {
    const english = [message('{count, plural, one {# alert} other {# alerts}}', ['count'])];
    expect(missing(english, {})).toEqual({ 'recentlyCompiled.x': english[0]?.english });
    expect(unused(english, { 'recentlyCompiled.y': '' })).toEqual(['recentlyCompiled.y']);
    expect(chineseFaults(english, { 'recentlyCompiled.x': '{number} 个告警' })).toEqual([
      '[recentlyCompiled.x]: it names number, the English count',
    ]);
    expect(
      chineseFaults(english, { 'recentlyCompiled.x': '{count, plural, other {# 个告警}}' }),
    ).toEqual([]);
  });
});
