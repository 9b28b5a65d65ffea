// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import type { ApiPrivilege } from '../api_privileges';
import type { HttpMethod } from '../kibana_contracts';
import type { RequestServices } from './request_services';

type Parsed<Schema extends z.ZodTypeAny | undefined> = Schema extends z.ZodTypeAny
  ? z.output<Schema>
  : undefined;

/** One route as data: what it expects, what it answers, and who does it. */
export interface Route<
  Params extends z.ZodTypeAny | undefined = z.ZodTypeAny | undefined,
  Query extends z.ZodTypeAny | undefined = z.ZodTypeAny | undefined,
  Body extends z.ZodTypeAny | undefined = z.ZodTypeAny | undefined,
  Response extends z.ZodTypeAny = z.ZodTypeAny,
> {
  readonly method: HttpMethod;
  /** Below the base of all routes, without a slash at its beginning: `alerts/{id}`. */
  readonly path: string;
  readonly privilege: ApiPrivilege;
  /** In a few words, for the description of the API and, in the language of whoever asks, for errors. */
  readonly summary: () => string;
  readonly request: { readonly params?: Params; readonly query?: Query; readonly body?: Body };
  readonly response: Response;
  handle(
    input: {
      readonly params: Parsed<Params>;
      readonly query: Parsed<Query>;
      readonly body: Parsed<Body>;
    },
    services: RequestServices,
  ): Promise<z.input<Response>>;
}

/** Ties the types of a route's parts together. */
export const defineRoute = <
  Response extends z.ZodTypeAny,
  Params extends z.ZodTypeAny | undefined = undefined,
  Query extends z.ZodTypeAny | undefined = undefined,
  Body extends z.ZodTypeAny | undefined = undefined,
>(
  route: Route<Params, Query, Body, Response>,
): Route => route;
