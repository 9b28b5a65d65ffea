// SPDX-License-Identifier: Apache-2.0
import type { TextTest } from '../pattern_options';

/** For patterns whose only wildcard is `*`: the host's own string searches do the work. */
export const compileLiteralWildcard = (pattern: string): TextTest => {
  const pieces = pattern.split('*');
  if (pieces.length === 1) {
    return (text) => text === pattern;
  }
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  const between = pieces.slice(1, -1).filter((piece) => piece !== '');
  const ends = first.length + last.length;

  if (between.length === 0) {
    return (text) => text.length >= ends && text.startsWith(first) && text.endsWith(last);
  }
  const only = between[0]!;
  if (between.length === 1 && ends === 0) {
    return (text) => text.includes(only);
  }
  return (text) =>
    text.length >= ends &&
    text.startsWith(first) &&
    text.endsWith(last) &&
    holdsInOrder(text, between, first.length, text.length - last.length);
};

/** The leftmost place is best for each piece, as it leaves most room for the others. */
const holdsInOrder = (
  text: string,
  pieces: readonly string[],
  from: number,
  to: number,
): boolean => {
  let position = from;
  for (const piece of pieces) {
    const found = text.indexOf(piece, position);
    if (found < 0) {
      return false;
    }
    position = found + piece.length;
  }
  return position <= to;
};
