// SPDX-License-Identifier: Apache-2.0
import stringWidth from 'string-width';

/** Cuts in the middle, because paths and command lines tell most at both ends. */
export const shorten = (text: string, width: number): string => {
  if (stringWidth(text) <= width) {
    return text;
  }
  const characters = [...text];
  const half = Math.floor((width - 1) / 2);
  const head = takeWidth(characters, width - 1 - half);
  const tail = takeWidth([...characters].reverse(), half);
  return `${head.join('')}…${tail.reverse().join('')}`;
};

const takeWidth = (characters: readonly string[], width: number): string[] => {
  const taken: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += stringWidth(character);
    if (used > width) {
      break;
    }
    taken.push(character);
  }
  return taken;
};
