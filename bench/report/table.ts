// SPDX-License-Identifier: Apache-2.0
import type { Bar, Figure } from './figure';

const HEAD: readonly string[] = ['figure', 'ratio', 'spread', 'bar', ''];

const cells = ({ name, value, spread, bar, goal }: Figure): string[] => [
  name,
  value,
  spread,
  bar ? bar.text : '',
  [bar && verdict(bar), goal && `goal ${goal.text}: ${verdict(goal)}`].filter(Boolean).join('; '),
];

const verdict = ({ isMet }: Bar): string => (isMet ? 'met' : 'missed');

/** In columns, for a terminal. */
export const plainTable = (figures: readonly Figure[]): string => {
  const rows = [HEAD, ...figures.map(cells)];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows
    .map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
    .map((row) => `${row.trimEnd()}\n`)
    .join('');
};

export const markdownTable = (figures: readonly Figure[]): string =>
  [HEAD, HEAD.map(() => '---'), ...figures.map(cells)]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
