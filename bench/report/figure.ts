// SPDX-License-Identifier: Apache-2.0
import type { Ratio } from '../statistics';

/** What a figure must reach. */
export interface Bar {
  readonly text: string;
  readonly isMet: boolean;
}

/** One line of the report. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** How far single measurements lie apart. */
  readonly spread: string;
  /** None: for information only. */
  readonly bar?: Bar;
  /** Beyond the bar; missing it is no failure. */
  readonly goal?: Bar;
}

/** Some figures, and what must be known to read them. */
export interface Figures {
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
}

export const atMost = (limit: number, value: number): Bar => ({
  text: `at most ${limit}`,
  isMet: value <= limit,
});

export const atLeast = (limit: number, value: number): Bar => ({
  text: `at least ${limit}`,
  isMet: value >= limit,
});

export const below = (limit: number, value: number): Bar => ({
  text: `below ${limit}`,
  isMet: value < limit,
});

export const ratioFigure = (
  name: string,
  { value, least, most }: Ratio,
  limits: Pick<Figure, 'bar' | 'goal'> = {},
): Figure => ({
  name,
  value: ratioText(value),
  spread: least === most ? '' : `${ratioText(least)} to ${ratioText(most)}`,
  ...limits,
});

const ratioText = (ratio: number): string => ratio.toFixed(ratio >= 10 ? 1 : ratio < 0.1 ? 4 : 2);
