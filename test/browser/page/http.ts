// SPDX-License-Identifier: Apache-2.0
import { USER_HEADER } from './injected';

/** What `core.http` rejects with, as its sources have it. */
class HttpFetchError extends Error {
  override readonly name = 'Error';

  constructor(
    message: string,
    readonly request: Request,
    readonly response?: Response,
    readonly body?: unknown,
  ) {
    super(message);
  }
}

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** What is undefined is left out; a parameter with several values stands there several times. */
function queryText(query: Query): string {
  const parameters = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((item) => [name, String(item)]),
    ),
  );
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** `core.http`: JSON is parsed, an answer that is no 2xx is an error with its body. */
export function kibanaHttp(userName: string) {
  const ask =
    (method: string) =>
    async (
      path: string,
      { body, query = {}, version }: { body?: string; query?: Query; version?: string } = {},
    ): Promise<unknown> => {
      const request = new Request(`${path}${queryText(query)}`, {
        method,
        credentials: 'same-origin',
        headers: {
          'content-type': 'application/json',
          'kbn-version': '8.12.2',
          [USER_HEADER]: userName,
          ...(version !== undefined && { 'elastic-api-version': version }),
        },
        ...(body !== undefined && { body }),
      });
      let response: Response;
      try {
        response = await fetch(request);
      } catch (error) {
        throw new HttpFetchError((error as Error).message, request);
      }
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      const parsed: unknown = isJson ? JSON.parse(text) : text;
      if (!response.ok) {
        throw new HttpFetchError(response.statusText, request, response, parsed);
      }
      return parsed;
    };
  return {
    get: ask('GET'),
    post: ask('POST'),
    put: ask('PUT'),
    patch: ask('PATCH'),
    delete: ask('DELETE'),
    basePath: { prepend: (url: string) => url },
  };
}
