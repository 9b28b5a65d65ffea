// SPDX-License-Identifier: Apache-2.0
import { exclusionDeleteSchema, exclusionsQuerySchema } from '../../common/api';
import type { HttpStart } from '../kibana_contracts';
import { CI_ITEM } from './exclusions_test_data';
import { exclusionsApi } from './exclusions_api';

const PATH = '/internal/recently_compiled/exclusions';

function httpThatAnswers(answer: (method: string, path: string, options: object) => unknown) {
  const requests: [method: string, path: string, options: object][] = [];
  const ask =
    (method: string) =>
    async (path: string, options: object = {}) => {
      requests.push([method, path, options]);
      return answer(method, path, options);
    };
  const http: HttpStart = {
    get: ask('GET'),
    post: ask('POST'),
    put: ask('PUT'),
    patch: ask('PATCH'),
    delete: ask('DELETE'),
  };
  return { requests, api: exclusionsApi(http) };
}

test('reads all pages, and an item that moves between them once', async () => {
  const pages = [
    ['a', 'b'],
    ['b', 'c'],
  ];
  const { api, requests } = httpThatAnswers((_method, _path, options) => {
    const { page } = (options as { query: { page: number } }).query;
    const items = (pages[page - 1] ?? []).map((itemId) => ({ ...CI_ITEM, itemId }));
    return { items, total: 1500 };
  });
  expect((await api.all()).map(({ itemId }) => itemId)).toEqual(['a', 'b', 'c']);
  const queries = requests.map(([, , options]) => (options as { query: object }).query);
  expect(queries).toEqual([
    { page: 1, perPage: 1000 },
    { page: 2, perPage: 1000 },
  ]);
  expect(queries.every((query) => exclusionsQuerySchema.safeParse(query).success)).toBe(true);
});

test('deletes by the parameters of the route', async () => {
  const { api, requests } = httpThatAnswers(() => ({ deleted: true }));
  await api.remove({ itemId: 'ci', version: 'v1' });
  const query = { itemId: 'ci', version: 'v1' };
  expect(requests).toEqual([['DELETE', PATH, { query }]]);
  expect(exclusionDeleteSchema.parse(query)).toEqual(query);
});

test('an id of an alert is one part of the path', async () => {
  const { api, requests } = httpThatAnswers(() => ({}));
  await api.alert('a/b?c');
  expect(requests[0]?.[1]).toBe('/internal/recently_compiled/alerts/a%2Fb%3Fc');
});
