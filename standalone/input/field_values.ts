// SPDX-License-Identifier: Apache-2.0

/** A text that one of some fields must have. */
export interface FieldValues {
  /** The last part of the fields' names. */
  readonly fields: readonly string[];
  /** Whether a text may be the one. */
  readonly mayBe: (value: string) => boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const LAST_BLANK = 0x20;
const LAST_ASCII = 0x7f;

/**
 * A test whether a line of JSON may have such a value. What is not written as `"field":"text"`, with blanks,
 * in a list, with escapes or beyond ASCII, may be anything.
 */
export const valueTest = ({ fields, mayBe }: FieldValues): ((line: Buffer) => boolean) => {
  const keys = fields.map((field) => Buffer.from(`${field}"`));
  return (line) => keys.some((key) => someValue(line, key, mayBe));
};

const someValue = (line: Buffer, key: Buffer, mayBe: FieldValues['mayBe']): boolean => {
  for (let at = line.indexOf(key); at >= 0; at = line.indexOf(key, at + key.length)) {
    const behind = at + key.length;
    if (line[behind] === COLON && line[behind + 1] === QUOTE) {
      const end = plainEnd(line, behind + 2);
      if (end === undefined || mayBe(line.toString('latin1', behind + 2, end))) {
        return true;
      }
    } else if (line[afterBlanks(line, behind)] === COLON) {
      return true;
    }
  }
  return false;
};

const afterBlanks = (line: Buffer, begin: number): number => {
  let at = begin;
  while (at < line.length && (line[at] ?? 0) <= LAST_BLANK) {
    at += 1;
  }
  return at;
};

/** Where a text of plain ASCII ends; undefined where it is none. */
const plainEnd = (line: Buffer, begin: number): number | undefined => {
  for (let at = begin; at < line.length; at += 1) {
    const byte = line[at] ?? BACKSLASH;
    if (byte === QUOTE) {
      return at;
    }
    if (byte === BACKSLASH || byte > LAST_ASCII) {
      return undefined;
    }
  }
  return undefined;
};
