// SPDX-License-Identifier: Apache-2.0
import type { HostShown, HostSort, HostsQuery } from '../../common/api';
import { HOST_SHOWN, HOST_SORTS } from '../../common/api/choices';
import { STEP_IDS, type StepId } from './setup_steps';

/** What people have chosen on the page. */
export interface SetupState {
  /** The step whose guide is open. */
  readonly step: StepId | undefined;
  /** How far back events count. */
  readonly days: number;
  readonly search: string;
  readonly show: HostShown;
  readonly sort: HostSort;
  readonly order: HostsQuery['order'];
  readonly page: number;
  readonly perPage: number;
}

const ORDERS = ['asc', 'desc'] as const;
export const DAYS: readonly number[] = [1, 7, 30];
export const PAGE_SIZES: readonly number[] = [10, 25, 50, 100];
const MOST_HOSTS = 10_000;
const LONGEST_SEARCH = 1024;

export const DEFAULT_SETUP_STATE: SetupState = {
  step: undefined,
  days: 7,
  search: '',
  show: 'all',
  sort: 'published',
  order: 'asc',
  page: 1,
  perPage: 25,
};

/** The state that an address holds; what is missing or makes no sense takes its default. */
export function readSetupState(search: string): SetupState {
  const params = new URLSearchParams(search);
  const oneOf = <T extends string>(values: readonly T[], name: string): T | undefined =>
    values.find((value) => value === params.get(name));
  const numberOf = (values: readonly number[], name: 'days' | 'perPage'): number => {
    const value = Number(params.get(name));
    return values.includes(value) ? value : DEFAULT_SETUP_STATE[name];
  };
  const page = Number(params.get('page'));
  return {
    step: oneOf(STEP_IDS, 'step'),
    days: numberOf(DAYS, 'days'),
    search: (params.get('search') ?? '').trim().slice(0, LONGEST_SEARCH),
    show: oneOf(HOST_SHOWN, 'show') ?? DEFAULT_SETUP_STATE.show,
    sort: oneOf(HOST_SORTS, 'sort') ?? DEFAULT_SETUP_STATE.sort,
    order: oneOf(ORDERS, 'order') ?? DEFAULT_SETUP_STATE.order,
    page: Number.isInteger(page) && page >= 1 && page <= MOST_HOSTS ? page : 1,
    perPage: numberOf(PAGE_SIZES, 'perPage'),
  };
}

const NAMES = ['step', 'days', 'search', 'show', 'sort', 'order', 'page', 'perPage'] as const;

/** The query of an address for a state, without what is default; empty, or with its question mark. */
export function writeSetupState(state: SetupState): string {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    if (state[name] !== DEFAULT_SETUP_STATE[name] && state[name] !== undefined) {
      params.set(name, String(state[name]));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The parameters of the request for the hosts of a state. */
export const hostsRequest = ({
  step: _step,
  search,
  ...others
}: SetupState): Readonly<Record<string, string | number>> => ({
  ...others,
  ...(search !== '' && { search }),
});
