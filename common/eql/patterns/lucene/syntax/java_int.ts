// SPDX-License-Identifier: Apache-2.0

const MAX_INT = 0x7fffffff;

const isDigit = (char: string): boolean => char >= '0' && char <= '9';

/**
 * A whole number of at least 0 as Java's Integer.parseInt reads it, a plus sign included;
 * undefined when Java would throw.
 */
export const parseJavaInt = (text: string): number | undefined => {
  const digits = text.startsWith('+') ? text.slice(1) : text;
  if (digits === '' || ![...digits].every(isDigit)) {
    return undefined;
  }
  const value = Number(digits);
  return value <= MAX_INT ? value : undefined;
};
