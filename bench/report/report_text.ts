// SPDX-License-Identifier: Apache-2.0
import type { Figure } from './figure';
import { markdownTable, plainTable } from './table';

/** The table, and below it what must be known to read it. */
export const reportText = (
  figures: readonly Figure[],
  notes: readonly string[],
  markdown: boolean,
): string => {
  const table = markdown ? markdownTable(figures) : plainTable(figures);
  const list = notes.map((note) => (markdown ? `- ${note}\n` : `${note}\n`)).join('');
  return `${table}\n${list}\n`;
};
