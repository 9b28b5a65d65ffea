// SPDX-License-Identifier: Apache-2.0

export const SPANS = ['24h', '7d', '30d', '90d'] as const;
export type Span = (typeof SPANS)[number];

export const VIEWS = ['chart', 'table'] as const;
export type View = (typeof VIEWS)[number];

export const SPLITS = ['severity', 'host'] as const;
export type Split = (typeof SPLITS)[number];

/** What people have chosen on the page. */
export interface OverviewState {
  /** How far back alerts are counted. */
  readonly last: Span;
  readonly by: Split;
  readonly alerts: View;
  readonly runs: View;
  /** What is being edited beside the page. */
  readonly edit: 'params' | 'none';
}

const CHOICES = {
  last: SPANS,
  by: SPLITS,
  alerts: VIEWS,
  runs: VIEWS,
  edit: ['none', 'params'],
} as const satisfies { [Name in keyof OverviewState]: readonly OverviewState[Name][] };

export const DEFAULT_OVERVIEW: OverviewState = {
  last: '7d',
  by: 'severity',
  alerts: 'chart',
  runs: 'chart',
  edit: 'none',
};

const NAMES = Object.keys(CHOICES) as (keyof OverviewState)[];

/** The state that an address holds; what is missing or makes no sense takes its default. */
export function readOverview(search: string): OverviewState {
  const params = new URLSearchParams(search);
  const chosen = NAMES.flatMap((name) => {
    const value = (CHOICES[name] as readonly string[]).find((known) => known === params.get(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...DEFAULT_OVERVIEW, ...(Object.fromEntries(chosen) as Partial<OverviewState>) };
}

/** The query of an address for a state, without what is default; empty, or with its question mark. */
export function writeOverview(state: OverviewState): string {
  const params = new URLSearchParams(
    NAMES.filter((name) => state[name] !== DEFAULT_OVERVIEW[name]).map((name) => [
      name,
      state[name],
    ]),
  );
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
