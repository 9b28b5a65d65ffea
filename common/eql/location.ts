// SPDX-License-Identifier: Apache-2.0

/** A place in a query text. `line` and `column` count from 1, offsets from 0 (UTF-16 units). */
export interface Location {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** The smallest location that covers both; `first` begins at or before `last`. */
export const spanning = (first: Location, last: Location): Location => ({
  ...first,
  end: Math.max(first.end, last.end),
});
