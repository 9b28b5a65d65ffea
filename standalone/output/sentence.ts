// SPDX-License-Identifier: Apache-2.0

/** Text with a full stop at the end, unless it ends like a sentence. */
export const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
