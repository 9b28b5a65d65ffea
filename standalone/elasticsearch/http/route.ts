// SPDX-License-Identifier: Apache-2.0
import type { Endpoint } from './endpoint';

export interface Route {
  readonly endpoint: Endpoint;
  readonly parts: Readonly<Record<string, string>>;
}

/** The endpoint that a request is for; undefined when the double has none. */
export const findRoute = (
  endpoints: readonly Endpoint[],
  method: string,
  path: string,
): Route | undefined => {
  for (const endpoint of endpoints) {
    if (endpoint.methods.includes(method)) {
      for (const template of endpoint.paths) {
        const parts = matchPath(template, path);
        if (parts) {
          return { endpoint, parts };
        }
      }
    }
  }
  return undefined;
};

const matchPath = (template: string, path: string): Record<string, string> | undefined => {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) {
    return undefined;
  }
  const parts: Record<string, string> = {};
  for (const [i, name] of wanted.entries()) {
    const value = decodeURIComponent(given[i] ?? '');
    if (name.startsWith('{') && value !== '' && !isReserved(value)) {
      parts[name.slice(1, -1)] = value;
    } else if (name !== value) {
      return undefined;
    }
  }
  return parts;
};

/** Names that begin with an underscore are Elasticsearch's own. */
const isReserved = (name: string): boolean => name.startsWith('_') && name !== '_all';
