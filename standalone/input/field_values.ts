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

/**
 * Whether a line of JSON may have such a value. What is not written as `"field":"text"`, with blanks, in a
 * list or with escapes, may be anything.
 */
export const mayHaveValue = (
  line: Buffer,
  keys: readonly Buffer[],
  { mayBe }: FieldValues,
): boolean => keys.some((key) => someValue(line, key, mayBe));

/** How the names of the fields end in JSON. */
export const keysOf = ({ fields }: FieldValues): Buffer[] =>
  fields.map((field) => Buffer.from(`${field}"`));

const someValue = (line: Buffer, key: Buffer, mayBe: FieldValues['mayBe']): boolean => {
  for (let at = line.indexOf(key); at >= 0; at = line.indexOf(key, at + key.length)) {
    const colon = at + key.length;
    if (line[colon] !== COLON || line[colon + 1] !== QUOTE) {
      return true;
    }
    const close = line.indexOf(QUOTE, colon + 2);
    const value = line.subarray(colon + 2, close);
    if (close < 0 || value.includes(BACKSLASH) || mayBe(value.toString('utf8'))) {
      return true;
    }
  }
  return false;
};
