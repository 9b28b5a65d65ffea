// SPDX-License-Identifier: Apache-2.0
import type { AlertSeries, AlertsOverTimeResponse } from '../../common/api';
import type { Split } from './overview_state';

/** A piece of a column: so many alerts of a severity or a host from a time on. */
export interface AlertPoint {
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly name: string;
  readonly count: number;
}

/** What is not one of the hosts with the most alerts. */
export const OTHERS = '';

/** The rows that a column is made of, the one at its foot first. */
export const seriesOf = (answer: AlertsOverTimeResponse, by: Split): readonly AlertSeries[] => {
  if (by === 'severity') {
    return answer.severities;
  }
  const all = totals(answer.severities, answer.columns.length);
  const known = totals(answer.hosts, answer.columns.length);
  const others = all.map((count, index) => Math.max(0, count - (known[index] ?? 0)));
  return answer.onOtherHosts > 0
    ? [...answer.hosts, { name: OTHERS, total: answer.onOtherHosts, counts: others }]
    : answer.hosts;
};

const totals = (series: readonly AlertSeries[], columns: number): number[] =>
  Array.from({ length: columns }, (_, index) =>
    series.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  );

/** Every piece of every column, also those without alerts, so that the whole time is shown. */
export const alertPoints = (answer: AlertsOverTimeResponse, by: Split): AlertPoint[] =>
  seriesOf(answer, by).flatMap(({ name, counts }) =>
    answer.columns.map((start, index) => ({
      time: Date.parse(start),
      name,
      count: counts[index] ?? 0,
    })),
  );

/** A row of the table: the columns that have alerts, newest first. */
export interface AlertRow {
  readonly start: string;
  readonly total: number;
  /** By the name of the severity or host. */
  readonly counts: Readonly<Record<string, number>>;
}

export const alertRows = (answer: AlertsOverTimeResponse, by: Split): AlertRow[] => {
  const series = seriesOf(answer, by);
  return answer.columns
    .map((start, index) => ({
      start,
      total: series.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
      counts: Object.fromEntries(series.map(({ name, counts }) => [name, counts[index] ?? 0])),
    }))
    .filter(({ total }) => total > 0)
    .reverse();
};
