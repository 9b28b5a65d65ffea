// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExceptionListClient, ExceptionListItem, ListClient } from '../kibana_contracts';
import type { ExceptionListReference, LoadedExclusions } from './exclusion_source';
import { SecurityExclusionSource } from './security_exclusion_source';

const recorded: { data: ExceptionListItem[]; total: number } = JSON.parse(
  readFileSync(
    path.join(__dirname, '../../test/kibana/recorded/exception_items.find.json'),
    'utf8',
  ),
);
const [ci] = recorded.data as [ExceptionListItem];

const reference = (listId: string, namespace: 'single' | 'agnostic' = 'single') =>
  ({
    id: `id-of-${listId}`,
    list_id: listId,
    type: 'detection',
    namespace_type: namespace,
  }) satisfies ExceptionListReference;

type Find = ExceptionListClient['findExceptionListItem'];

const withValueLists = (...lists: readonly (readonly [id: string, type: string])[]) => ({
  ...ci,
  item_id: 'listed',
  entries: lists.map(([id, type]) => ({
    type: 'list',
    field: 'destination.ip',
    operator: 'included',
    list: { id, type },
  })),
});

const load = (
  find: (request: Parameters<Find>[0]) => ReturnType<Find>,
  values: ListClient['findAllListItems'] = async () => null,
  lists: readonly ExceptionListReference[] = [reference('ours')],
): Promise<LoadedExclusions> => {
  const source = new SecurityExclusionSource(
    { findExceptionListItem: find } as ExceptionListClient,
    { findAllListItems: values } as ListClient,
  );
  return source.load(lists, new AbortController().signal);
};

const answer = (...items: ExceptionListItem[]) => ({ data: items, total: items.length });

describe('the exclusions of a run', () => {
  test('the items that a real Kibana 8.12.2 gave, of every list', async () => {
    const asked: unknown[] = [];
    const { exclusions, notRead } = await load(
      async (request) => {
        asked.push([request.listId, request.namespaceType]);
        return request.listId === 'ours' ? recorded : answer({ ...ci, item_id: 'second' });
      },
      undefined,
      [reference('ours'), reference('theirs', 'agnostic')],
    );
    expect(asked).toEqual([
      ['ours', 'single'],
      ['theirs', 'agnostic'],
    ]);
    expect(exclusions.map(({ item_id: id }) => id)).toEqual(['ci-runner', 'second']);
    expect(exclusions[0]).toMatchObject({
      entries: ci.entries,
      os_types: ['linux'],
      expire_time: '2027-01-01T00:00:00.000Z',
    });
    expect(notRead).toEqual([]);
  });

  test.each([
    ['there is no answer', async () => null],
    ['it is refused', () => Promise.reject(boom(403))],
  ])('a list is named when %s', async (_, find: Find) => {
    const { exclusions, notRead } = await load(find);
    expect(exclusions).toEqual([]);
    expect(notRead).toEqual([
      {
        message:
          'The exception list [ours] is not applied: it does not exist, or the owner of the rule may not read it',
        remedy: expect.stringMatching(/Recently Compiled: All .*type exception-list\)/),
      },
    ]);
  });

  test('a run does not go on without its exclusions when the cluster is busy', async () => {
    await expect(load(() => Promise.reject(boom(503)))).rejects.toMatchObject({
      kind: 'busy',
      message: 'The look at the exception list [ours] failed: status 503',
    });
  });

  test('an item that can not be read is named, and the others still apply', async () => {
    const odd = { ...ci, name: 'Odd', entries: [{ type: 'fuzzy', field: 'x' }] };
    const { exclusions, notRead } = await load(async () => answer(odd, ci));
    expect(exclusions.map(({ name }) => name)).toEqual(['CI']);
    expect(notRead).toMatchObject([
      {
        message: expect.stringMatching(
          /^The exclusion \[Odd\] in the exception list \[ours\] is not applied: entries\.0\.type: /,
        ),
      },
    ]);
  });

  test('a list that holds more than one page', async () => {
    const { notRead } = await load(async () => ({ data: [ci], total: 12_000 }));
    expect(notRead).toMatchObject([
      { message: 'Only 1 of the 12000 items of the exception list [ours] are applied' },
    ]);
  });

  test('a run that is called off', async () => {
    const controller = new AbortController();
    controller.abort();
    const source = new SecurityExclusionSource({} as ExceptionListClient, {} as ListClient);
    await expect(source.load([reference('ours')], controller.signal)).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });
});

describe('the value lists that exclusions name', () => {
  test('each is read once, those of other types not at all', async () => {
    const asked: string[] = [];
    const { valueLists, notRead } = await load(
      async () =>
        answer(
          withValueLists(['bad-ips', 'ip'], ['names', 'text']),
          withValueLists(['bad-ips', 'ip'], ['ranges', 'ip_range']),
        ),
      async ({ listId }) => {
        asked.push(listId);
        return { data: [{ value: `of ${listId}` }], total: 1 };
      },
    );
    expect(asked).toEqual(['bad-ips', 'ranges']);
    expect(['bad-ips', 'ranges', 'names'].map(valueLists)).toEqual([
      ['of bad-ips'],
      ['of ranges'],
      undefined,
    ]);
    expect(notRead).toEqual([]);
  });

  test('one that does not exist has no values', async () => {
    const { valueLists } = await load(async () => answer(withValueLists(['gone', 'ip'])));
    expect(valueLists('gone')).toBeUndefined();
  });

  test('one that Kibana refuses to read is named with the reason', async () => {
    const { valueLists, notRead } = await load(
      async () => answer(withValueLists(['huge', 'keyword'])),
      () => Promise.reject(new TypeError('API route only supports up to 100,000 items')),
    );
    expect(valueLists('huge')).toBeUndefined();
    expect(notRead).toMatchObject([
      {
        message:
          'The look at the value list [huge] failed: API route only supports up to 100,000 items',
      },
    ]);
  });

  test('a busy cluster fails the run', async () => {
    const busy = Object.assign(new Error('no'), {
      name: 'ResponseError',
      meta: { statusCode: 429 },
    });
    await expect(
      load(
        async () => answer(withValueLists(['ips', 'ip'])),
        () => Promise.reject(busy),
      ),
    ).rejects.toMatchObject({ kind: 'busy' });
  });
});

/** As Kibana's saved objects throw. */
function boom(statusCode: number): Error {
  return Object.assign(new Error(`status ${statusCode}`), { isBoom: true, output: { statusCode } });
}
