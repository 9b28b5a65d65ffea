// SPDX-License-Identifier: Apache-2.0
import type { AlertsQuery } from '../../common/api';
import { ALERT_SEVERITIES, ALERT_SORTS, ALERT_STATUSES } from '../../common/api/choices';
import { now } from '../clock';
import { timeOf } from './date_math';

/** What people have chosen on the list of alerts; `from` and `to` are date math or ISO times. */
export interface ListState {
  readonly status: readonly string[];
  readonly severity: readonly string[];
  readonly host: readonly string[];
  readonly user: readonly string[];
  readonly search: string;
  readonly from: string;
  readonly to: string;
  readonly sort: AlertsQuery['sort'];
  readonly order: AlertsQuery['order'];
  readonly page: number;
  readonly perPage: number;
}

export const PAGE_SIZES: readonly number[] = [10, 25, 50, 100];
const ORDERS = ['desc', 'asc'] as const;
/** As in the API: no deeper than that without a cursor. */
const MOST_ALERTS = 10_000;
const MOST_VALUES = 100;
const LONGEST_VALUE = 1024;

export const DEFAULT_LIST_STATE: ListState = {
  status: [],
  severity: [],
  host: [],
  user: [],
  search: '',
  from: 'now-7d',
  to: 'now',
  sort: 'detectedAt',
  order: 'desc',
  page: 1,
  perPage: 25,
};

const LISTS = ['status', 'severity', 'host', 'user'] as const;
const SINGLES = ['search', 'from', 'to', 'sort', 'order', 'page', 'perPage'] as const;

/** The state that an address holds; what is missing or makes no sense takes its default. */
export function readListState(search: string): ListState {
  const params = new URLSearchParams(search);
  const all = (name: string): string[] =>
    [...new Set(params.getAll(name))]
      .filter((value) => value !== '' && value.length <= LONGEST_VALUE)
      .slice(0, MOST_VALUES);
  const time = (name: 'from' | 'to'): string => {
    const text = params.get(name) ?? '';
    return timeOf(text, now()) ? text : DEFAULT_LIST_STATE[name];
  };
  const perPage = Number(params.get('perPage'));
  const size = PAGE_SIZES.includes(perPage) ? perPage : DEFAULT_LIST_STATE.perPage;
  return {
    status: all('status').filter((value) => ALERT_STATUSES.some((status) => status === value)),
    severity: all('severity').filter((value) =>
      ALERT_SEVERITIES.some((severity) => severity === value),
    ),
    host: all('host'),
    user: all('user'),
    search: (params.get('search') ?? '').trim().slice(0, LONGEST_VALUE),
    from: time('from'),
    to: time('to'),
    sort: ALERT_SORTS.find((sort) => sort === params.get('sort')) ?? DEFAULT_LIST_STATE.sort,
    order: ORDERS.find((order) => order === params.get('order')) ?? DEFAULT_LIST_STATE.order,
    page: pageOf(params.get('page'), size),
    perPage: size,
  };
}

function pageOf(text: string | null, perPage: number): number {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 ? Math.min(page, lastPage(perPage)) : 1;
}

/** The last page that can be asked for. */
export const lastPage = (perPage: number): number => Math.floor(MOST_ALERTS / perPage);

/** The query of an address for a state, without what is default; empty, or with its question mark. */
export function writeListState(state: ListState): string {
  const params = new URLSearchParams();
  for (const name of LISTS) {
    for (const value of state[name]) {
      params.append(name, value);
    }
  }
  for (const name of SINGLES) {
    if (state[name] !== DEFAULT_LIST_STATE[name]) {
      params.set(name, String(state[name]));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether anything but the time hides alerts. */
export const isFiltered = (state: ListState): boolean =>
  state.search !== '' || LISTS.some((name) => state[name].length > 0);

/** Without all filters but the time. */
export const unfiltered = (state: ListState): ListState => ({
  ...DEFAULT_LIST_STATE,
  from: state.from,
  to: state.to,
  sort: state.sort,
  order: state.order,
  perPage: state.perPage,
});

/** The parameters of the request for the alerts of a state. */
export type AlertsRequest = Readonly<Record<string, string | number | readonly string[]>>;

/** @param at what `now` stands for, in milliseconds since 1970 */
export function alertsRequest(state: ListState, at: number): AlertsRequest {
  const { search, from, to, sort, order, page, perPage } = state;
  const [begin, end] = [timeOf(from, at), timeOf(to, at, true)];
  return {
    ...Object.fromEntries(
      LISTS.filter((name) => state[name].length > 0).map((name) => [name, state[name]]),
    ),
    ...(search !== '' && { search }),
    ...(begin && { from: begin.toISOString() }),
    ...(end && to !== 'now' && { to: end.toISOString() }),
    sort,
    order,
    page,
    perPage,
  };
}
