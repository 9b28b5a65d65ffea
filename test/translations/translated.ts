// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { ROOT, type Message } from './messages';

const LOCALE = 'zh-CN';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The Chinese messages by id, as Kibana reads them. */
export const chineseMessages = (root = ROOT): Readonly<Record<string, string>> => {
  const file = path.join(root, 'translations', `${LOCALE}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { messages: Record<string, string> }).messages;
};

/** English by id, of messages without a translation. */
export const missing = (
  messages: readonly Message[],
  chinese: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    messages
      .filter(({ id }) => !Object.hasOwn(chinese, id))
      .map(({ id, english }) => [id, english]),
  );

/** Ids that are translated, but that no source uses. */
export const unused = (
  messages: readonly Message[],
  chinese: Readonly<Record<string, string>>,
): string[] => {
  const used = new Set(messages.map(({ id }) => id));
  return Object.keys(chinese).filter((id) => !used.has(id));
};

/** What is wrong with messages as the sources have them. */
export const englishFaults = (messages: readonly Message[]): string[] => {
  const first = new Map<string, Message>();
  return messages.flatMap((message) => {
    const { id, english, values, place } = message;
    const before = first.get(id) ?? message;
    first.set(id, before);
    const said = argumentsOf(english);
    return [
      ...(id.startsWith('recentlyCompiled.')
        ? []
        : ['the id does not start with recentlyCompiled.']),
      ...(before.english === english ? [] : [`the message is another one at ${before.place}`]),
      ...syntaxFaults(english),
      ...(typeof said === 'string' || values === undefined || same(said, new Set(values))
        ? []
        : [`it names ${list(said)}, the values are ${list(new Set(values))}`]),
    ].map((fault) => `${place} [${id}]: ${fault}`);
  });
};

/** What is wrong with the Chinese of messages. */
export const chineseFaults = (
  messages: readonly Message[],
  chinese: Readonly<Record<string, string>>,
): string[] =>
  messages.flatMap(({ id, english }) => {
    const text = chinese[id];
    if (text === undefined) {
      return [];
    }
    const [said, meant] = [argumentsOf(text), argumentsOf(english)];
    return [
      ...syntaxFaults(text),
      ...(typeof said === 'string' || typeof meant === 'string' || same(said, meant)
        ? []
        : [`it names ${list(said)}, the English ${list(meant)}`]),
      ...(typeof said === 'string' ? [] : deadPlurals(text)),
    ].map((fault) => `[${id}]: ${fault}`);
  });

/** Kibana 8.12 reads messages by an older grammar than newer ones; this is what means the same in both. */
const syntaxFaults = (message: string): string[] => {
  const said = argumentsOf(message);
  return [
    ...(typeof said === 'string' ? [`it is no ICU message: ${said}`] : []),
    ...(/'[{}#<]|''|\\/.test(message)
      ? ['quotes and backslashes mean other things in Kibana 8.12']
      : []),
    ...(/<\/?\p{Letter}/u.test(message) ? ['markup means other things in Kibana 8.12'] : []),
    ...(typeof said !== 'string' && beginsWithBlank(new IntlMessageFormat(message, LOCALE).getAst())
      ? ['Kibana 8.12 drops the blank that a way to word it begins with']
      : []),
    ...(message.trim() === '' ? ['it says nothing'] : []),
  ];
};

/** Whether a choice within it begins with a blank, as in `yes { by {user}}`. */
const beginsWithBlank = (ast: Ast): boolean =>
  ast.some(
    (element) =>
      'options' in element &&
      Object.values(element.options).some(
        ({ value }) => isBlankFirst(value) || beginsWithBlank(value),
      ),
  );

const isBlankFirst = ([first]: Ast): boolean =>
  first !== undefined && 'value' in first && /^\s/.test(first.value);

/** The names of the placeholders, or why the message can not be read. */
const argumentsOf = (message: string): Set<string> | string => {
  try {
    return namesIn(new IntlMessageFormat(message, LOCALE).getAst());
  } catch (error) {
    return (error as Error).message;
  }
};

/** Ways to word a number that Chinese never chooses: it has no singular, so that one item is `=1`. */
const deadPlurals = (message: string): string[] =>
  pluralsIn(new IntlMessageFormat(message, LOCALE).getAst())
    .filter((way) => way !== 'other' && !way.startsWith('='))
    .map((way) => `Chinese has no plural form [${way}]`);

const PLURALS = new Set([6]);

const pluralsIn = (ast: Ast): string[] =>
  ast.flatMap((element) =>
    'options' in element
      ? [
          ...(PLURALS.has(element.type) ? Object.keys(element.options) : []),
          ...Object.values(element.options).flatMap(({ value }) => pluralsIn(value)),
        ]
      : [],
  );

/** Text and `#` have no name of their own. */
const NAMELESS = new Set([0, 7]);

const namesIn = (ast: Ast): Set<string> =>
  new Set(
    ast.flatMap((element) => [
      ...(NAMELESS.has(element.type) || !('value' in element) ? [] : [element.value]),
      ...('options' in element
        ? Object.values(element.options).flatMap(({ value }) => [...namesIn(value)])
        : []),
    ]),
  );

const same = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((name) => other.has(name));

const list = (names: ReadonlySet<string>): string => [...names].sort().join(', ') || 'nothing';
