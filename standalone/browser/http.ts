// SPDX-License-Identifier: Apache-2.0
import type { CoreStart, HttpFetchError, HttpQuery } from '../../public/kibana_contracts';
import { LOCALE_HEADER } from '../kbn_i18n/languages';

/** Kibana's `core.http`, for pages that the standalone host serves. */
export const hostHttp = (fetchFrom: typeof fetch, locale: string): CoreStart['http'] => {
  const ask =
    (method: string) =>
    (path: string, options: RequestOptions = {}): Promise<unknown> =>
      request(fetchFrom, locale, method, path, options);
  return {
    get: ask('GET'),
    post: ask('POST'),
    put: ask('PUT'),
    patch: ask('PATCH'),
    delete: ask('DELETE'),
    // Nothing stands before the paths of the host.
    basePath: { prepend: (path) => path },
  };
};

interface RequestOptions {
  readonly body?: string;
  readonly query?: HttpQuery;
}

const request = async (
  fetchFrom: typeof fetch,
  locale: string,
  method: string,
  path: string,
  { body, query = {} }: RequestOptions,
): Promise<unknown> => {
  const asked = { method, path };
  const response = await fetchFrom(`${path}${queryText(query)}`, {
    method,
    headers: { 'kbn-xsrf': 'true', 'content-type': 'application/json', [LOCALE_HEADER]: locale },
    ...(body !== undefined && { body }),
  }).catch((cause: Error): never => {
    throw Object.assign(new Error(cause.message, { cause }), { request: asked });
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const error: HttpFetchError = Object.assign(new Error(response.statusText), {
      request: asked,
      response: { status: response.status },
      body: answer,
    });
    throw error;
  }
  return answer;
};

/** What is undefined is left out; a list is given value by value. */
const queryText = (query: HttpQuery): string => {
  const text = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((item) => [name, String(item)]),
    ),
  ).toString();
  return text === '' ? '' : `?${text}`;
};
