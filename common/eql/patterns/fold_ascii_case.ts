// SPDX-License-Identifier: Apache-2.0

const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

const isAscii = (unit: number): boolean => unit < 0x80;

/**
 * Lower-cases A to Z and nothing else, as every case-insensitive comparison of Elasticsearch does.
 * Gives the same string back when there is nothing to fold.
 */
export const foldAsciiCase = (text: string): string => {
  for (let i = 0; i < text.length; i += 1) {
    if (isUpper(text.charCodeAt(i))) {
      return text.slice(0, i) + lowerAsciiRuns(text, i);
    }
  }
  return text;
};

/** The host's own lower-casing is the fastest there is, and right for runs that are all ASCII. */
const lowerAsciiRuns = (text: string, start: number): string => {
  let lowered = '';
  for (let from = start; from < text.length;) {
    const asciiEnd = runEnd(text, from, true);
    const otherEnd = runEnd(text, asciiEnd, false);
    lowered += text.slice(from, asciiEnd).toLowerCase() + text.slice(asciiEnd, otherEnd);
    from = otherEnd;
  }
  return lowered;
};

const runEnd = (text: string, from: number, ascii: boolean): number => {
  let end = from;
  while (end < text.length && isAscii(text.charCodeAt(end)) === ascii) {
    end += 1;
  }
  return end;
};
