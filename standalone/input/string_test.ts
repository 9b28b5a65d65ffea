// SPDX-License-Identifier: Apache-2.0
import type { LineStrings } from './json_lines';

/**
 * A test whether one of some texts, of ASCII letters and digits, is a string of a line: the whole string, as
 * a value. Takes a line that has too many strings to know. What is written as \uXXXX is not recognized.
 */
export const stringTest = (
  texts: readonly string[],
): ((bytes: Buffer, strings: LineStrings) => boolean) => {
  const byFirstByte = tableOf(texts.map((text) => Buffer.from(`${text}"`)));
  return (bytes, { count, isComplete, places }) => {
    for (let i = 0; i < count; i += 1) {
      const place = places[i] as number;
      const candidates = byFirstByte[bytes[place] as number];
      if (candidates !== undefined && isAnyAt(bytes, place, candidates)) {
        return true;
      }
    }
    return !isComplete;
  };
};

const tableOf = (texts: readonly Buffer[]): (readonly Buffer[] | undefined)[] =>
  Array.from({ length: 256 }, (_, byte) => {
    const own = texts.filter(([first]) => first === byte);
    return own.length > 0 ? own : undefined;
  });

const isAnyAt = (bytes: Buffer, place: number, texts: readonly Buffer[]): boolean => {
  for (const text of texts) {
    if (isAt(bytes, place, text)) {
      return true;
    }
  }
  return false;
};

const isAt = (bytes: Buffer, place: number, text: Buffer): boolean => {
  for (let i = 0; i < text.length; i += 1) {
    if (bytes[place + i] !== text[i]) {
      return false;
    }
  }
  return true;
};
