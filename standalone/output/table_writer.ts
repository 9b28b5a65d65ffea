// SPDX-License-Identifier: Apache-2.0
import stringWidth from 'string-width';
import type { ScanFinding } from '../scan/scan_finding';
import type { FindingWriter, Print } from './finding_writer';
import { safeText } from './safe_text';
import { shorten } from './shorten';

/** One column of the table; `width` in terminal cells. */
export interface Column {
  readonly title: string;
  readonly width: number;
  /** Whether it may be made narrower to fit the terminal. */
  readonly flexible: boolean;
  readonly alignRight?: boolean;
  readonly text: (finding: ScanFinding) => string;
}

const GAP = '  ';
const LEAST = 12;
/** The most lines of the terminal that one value of a list may fill. */
const LIST_LINES = 4;

/**
 * A table for people. `width` is that of the terminal in cells: columns are cut to fit it, and below what
 * they need at least, each finding becomes a list. Undefined: no terminal, nothing is cut.
 */
export const tableWriter = (
  print: Print,
  columns: readonly Column[],
  width: number | undefined,
): FindingWriter => {
  const widths = fit(columns, width);
  let begun = false;
  return {
    write: (finding) => {
      if (!widths) {
        print(list(columns, finding, LIST_LINES * (width ?? Infinity)));
        return;
      }
      if (!begun) {
        print(
          row(
            columns,
            widths,
            columns.map(({ title }) => title),
          ),
        );
      }
      begun = true;
      print(
        row(
          columns,
          widths,
          columns.map(({ text }) => safeText(text(finding))),
          width !== undefined,
        ),
      );
    },
    end: () => undefined,
  };
};

/** The width of each column; undefined when they do not fit even at their narrowest. */
const fit = (columns: readonly Column[], width: number | undefined): number[] | undefined => {
  const wanted = columns.map((column) => Math.max(column.width, stringWidth(column.title)));
  const total = wanted.reduce((sum, next) => sum + next, GAP.length * (columns.length - 1));
  if (width === undefined || total <= width) {
    return wanted;
  }
  const flexible = columns.flatMap(({ flexible: isFlexible }, i) =>
    isFlexible ? [wanted[i] ?? 0] : [],
  );
  const room = flexible.reduce((sum, next) => sum + next, 0) - (total - width);
  const share = room / flexible.reduce((sum, next) => sum + next, 0);
  const fitted = wanted.map((size, i) => (columns[i]?.flexible ? Math.floor(size * share) : size));
  return fitted.every((size, i) => !columns[i]?.flexible || size >= LEAST) ? fitted : undefined;
};

const row = (
  columns: readonly Column[],
  widths: readonly number[],
  cells: readonly string[],
  cut = false,
): string =>
  `${cells
    .map((cell, i) =>
      pad(
        cut ? shorten(cell, widths[i] ?? 0) : cell,
        widths[i] ?? 0,
        columns[i]?.alignRight === true,
      ),
    )
    .join(GAP)
    .trimEnd()}\n`;

const pad = (text: string, width: number, alignRight: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return alignRight ? space + text : text + space;
};

const list = (columns: readonly Column[], finding: ScanFinding, most: number): string => {
  const widest = Math.max(...columns.map(({ title }) => stringWidth(title)));
  const lines = columns.map(
    ({ title, text }) =>
      `${pad(title, widest, false)}${GAP}${shorten(safeText(text(finding)), most)}`,
  );
  return `${lines.join('\n')}\n\n`;
};
