// SPDX-License-Identifier: Apache-2.0

/**
 * Characters that would move the cursor, colour the screen or turn the writing direction: C0 and C1
 * controls, zero-width and bidirectional marks, line separators, half surrogate pairs.
 */
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- control characters are what must not reach a terminal
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Surrogate}/gu;

/** Text from an event as it may be printed: what a terminal would act on is shown as its code instead. */
export const safeText = (text: string): string =>
  text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`;
  });

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');
