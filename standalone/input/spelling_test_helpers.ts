// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';

/** One of the ways in which JSON can be written. */
export interface Spelling {
  /** The text of one character of a string. */
  readonly character: (char: string) => string;
  readonly number: (value: number) => string;
  /** What stands where JSON may have blanks. */
  readonly blank: () => string;
  /** The members of an object in the order in which to write them. */
  readonly members: (entries: readonly Entry[]) => readonly Entry[];
}

type Entry = readonly [key: string, value: unknown];

const plainCharacter = (char: string): string => JSON.stringify(char).slice(1, -1);

const escaped = (char: string, upper = false): string =>
  Array.from({ length: char.length }, (_, i) => {
    const code = char.charCodeAt(i).toString(16).padStart(4, '0');
    return `\\u${upper ? code.toUpperCase() : code}`;
  }).join('');

const PLAIN: Spelling = {
  character: plainCharacter,
  number: (value) => JSON.stringify(value),
  blank: () => '',
  members: (entries) => entries,
};

const byKey = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const flat = (entries: readonly Entry[]): Entry[] =>
  entries.flatMap(([key, value]) =>
    isObject(value)
      ? flat(Object.entries(value)).map(([rest, leaf]): Entry => [`${key}.${rest}`, leaf])
      : [[key, value] as const],
  );

/** Spellings that programs really use, and those that a reader of bytes may trip over. */
export const SPELLINGS: Readonly<Record<string, Spelling>> = {
  'as it is': PLAIN,
  'with spaces': { ...PLAIN, blank: () => ' ' },
  'with tabs': { ...PLAIN, blank: () => '\t' },
  'with sorted keys': { ...PLAIN, members: byKey },
  'with reversed keys': { ...PLAIN, members: (entries) => [...entries].reverse() },
  'with dotted keys': { ...PLAIN, members: flat },
  'with dotted keys, reversed, and spaces': {
    ...PLAIN,
    blank: () => ' ',
    members: (entries) => flat(entries).reverse(),
  },
  'with all characters escaped': { ...PLAIN, character: (char) => escaped(char) },
  'with all characters but ASCII escaped': {
    ...PLAIN,
    character: (char) => (char < '\u0080' ? plainCharacter(char) : escaped(char, true)),
  },
  'with escaped slashes': {
    ...PLAIN,
    character: (char) => (char === '/' ? '\\/' : plainCharacter(char)),
  },
};

/** Writes JSON in one of its spellings. */
export const spell = (value: unknown, spelling: Spelling): string => {
  const { character, number, blank, members } = spelling;
  const text = (string: string): string => `"${[...string].map(character).join('')}"`;
  const list = (open: string, items: readonly string[], close: string): string =>
    `${open}${blank()}${items.join(`${blank()},${blank()}`)}${blank()}${close}`;
  if (typeof value === 'string') {
    return text(value);
  }
  if (typeof value === 'number') {
    return number(value);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => spell(item, spelling));
    return list('[', items, ']');
  }
  if (isObject(value)) {
    const items = members(Object.entries(value)).map(
      ([key, item]) => `${text(key)}${blank()}:${blank()}${spell(item, spelling)}`,
    );
    return list('{', items, '}');
  }
  return String(value);
};

/** Decides anew for every character, number, blank and object. */
export const anySpelling = (): fc.Arbitrary<Spelling> =>
  fc.array(fc.nat(99), { minLength: 1, maxLength: 40 }).map((choices) => {
    let count = 0;
    const choose = <T>(...options: readonly [T, ...T[]]): T => {
      count += 1;
      return options[(choices[count % choices.length] ?? 0) % options.length] ?? options[0];
    };
    // Most texts should hold no \u, since then nothing is left to show.
    const mayEscape = choose(false, false, true);
    return {
      character: (char) => {
        const short = char === '/' ? '\\/' : plainCharacter(char);
        return mayEscape
          ? choose(plainCharacter(char), short, escaped(char), escaped(char, true))
          : choose(plainCharacter(char), short);
      },
      number: (value) =>
        choose(
          JSON.stringify(value),
          value.toExponential(),
          value.toExponential().toUpperCase(),
          Number.isSafeInteger(value) ? `${value}.0` : JSON.stringify(value),
        ),
      blank: () => choose('', '', ' ', '\t', '  '),
      members: (entries) =>
        choose<(all: readonly Entry[]) => readonly Entry[]>(
          (all) => all,
          byKey,
          flat,
          (all) => [...all].reverse(),
          (all) => flat(all).reverse(),
        )(entries),
    };
  });
