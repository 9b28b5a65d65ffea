// SPDX-License-Identifier: Apache-2.0

/** An ISO time in the viewer's zone and language. */
export const timeInWords = (time: string): string =>
  new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
