// SPDX-License-Identifier: Apache-2.0
import type { User } from '../access/users';
import type { Store } from '../store/store';

export type Body = Readonly<Record<string, unknown>>;

export interface EsRequest {
  readonly method: string;
  readonly path: string;
  /** The parts of the path that the endpoint names: `{index}`, `{id}`. */
  readonly parts: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty where the request had no JSON object as a body. */
  readonly body: Body;
  /** The body as it came, for NDJSON. */
  readonly text: string;
  readonly user: User;
}

export interface EsAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface EsContext {
  readonly store: Store;
  /** Milliseconds since 1970; what `now` means in a query. */
  readonly now: () => number;
}

/** What the server asks while a bulk request is carried out, so that it can break off in the middle. */
export interface BulkLimits {
  /** How many of the items are carried out. */
  readonly items?: number;
  /** Every item is refused with 429 instead. */
  readonly refuse?: boolean;
}

export interface Endpoint {
  /** What faults and the request log call it. */
  readonly name: string;
  readonly methods: readonly string[];
  /** `/{index}/_search`; several where Elasticsearch has several. */
  readonly paths: readonly string[];
  /** The parameters of the query string that Elasticsearch knows here; any other is refused, as it does. */
  readonly parameters: readonly string[];
  readonly handle: (request: EsRequest, context: EsContext, limits: BulkLimits) => EsAnswer;
}

/** What every endpoint over several indices knows. */
export const INDICES_PARAMETERS = [
  'allow_no_indices',
  'expand_wildcards',
  'ignore_unavailable',
  'ignore_throttled',
] as const;

export const ok = (body: unknown): EsAnswer => ({ status: 200, body });

export const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A boolean of the query string: present without a value means true. */
export const flag = (query: URLSearchParams, name: string): boolean | undefined => {
  const value = query.get(name);
  return value === null ? undefined : value !== 'false';
};

/** The names of a comma list, from the query string or the path. */
export const list = (text: string | null | undefined): string[] =>
  (text ?? '').split(',').filter((name) => name !== '');
