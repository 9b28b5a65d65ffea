// SPDX-License-Identifier: Apache-2.0
import type { HttpFetchError, HttpStart } from '../../public/kibana_contracts';

/** Kibana's `core.http`, for pages that the standalone host serves. */
export const hostHttp = (fetchFrom: typeof fetch): HttpStart => ({
  get: (path) => ask(fetchFrom, 'GET', path),
  post: (path) => ask(fetchFrom, 'POST', path),
});

const ask = async (fetchFrom: typeof fetch, method: string, path: string): Promise<unknown> => {
  const response = await fetchFrom(path, { method, headers: { 'kbn-xsrf': 'true' } });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const error: HttpFetchError = Object.assign(new Error(response.statusText), {
      response: { status: response.status },
      body,
    });
    throw error;
  }
  return body;
};
