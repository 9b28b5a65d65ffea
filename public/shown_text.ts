// SPDX-License-Identifier: Apache-2.0

/** A value as it may be put on a page. */
export interface Shown {
  readonly text: string;
  /** How many characters of the whole are not in `text`. */
  readonly left: number;
}

/** What is shown of a long value until somebody asks for all of it. */
const MOST_CHARACTERS = 500;

/** Below this a C0 control has a picture of its own in Unicode, so many code points further on. */
const FIRST_PICTURE = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = '\u2421';

/**
 * Characters that show nothing, or change how the text around them shows: controls, bidirectional and other
 * format characters, separators of lines, spaces that look like none, and halves of pairs.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/**
 * A value of an event as text that hides nothing: what can not be seen is written out, and a long value is
 * cut. What it holds is text in any case, never markup.
 */
export function shownText(value: string, most = MOST_CHARACTERS): Shown {
  const cut = value.length > most ? wholeCharacters(value, most) : value;
  return { text: cut.replace(UNSEEN, inSight), left: value.length - cut.length };
}

/** All of a value, with what can not be seen written out. */
export const allText = (value: string): string => value.replace(UNSEEN, inSight);

const wholeCharacters = (value: string, most: number): string =>
  isHighSurrogate(value.charCodeAt(most - 1)) ? value.slice(0, most - 1) : value.slice(0, most);

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

function inSight(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) {
    return String.fromCharCode(FIRST_PICTURE + code);
  }
  return code === DELETE ? DELETE_PICTURE : `\u27e8U+${hex(code)}\u27e9`;
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/**
 * A document as JSON of several lines. Characters that can not be seen are escaped as JSON allows, so that a
 * copy of the text still reads as the same document.
 */
export const shownJson = (document: unknown): string =>
  JSON.stringify(document, null, 2).replace(UNSEEN, (character) =>
    character === '\n' ? character : escaped(character),
  );

const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
    .join('');
