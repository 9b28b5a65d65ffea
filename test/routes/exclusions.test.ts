// SPDX-License-Identifier: Apache-2.0
import {
  exclusionResponseSchema,
  exclusionsResponseSchema,
  exclusionValuesResponseSchema,
} from '../../common/api';
import { superuser } from '../../standalone/kibana/kibana_user';
import { NOW, startKibanaWithPlugin, type KibanaWithPlugin } from './kibana_with_plugin';

let plugin: KibanaWithPlugin;
beforeEach(async () => {
  plugin = await startKibanaWithPlugin();
});
afterEach(() => plugin.close());

const CI = {
  name: 'CI',
  entries: [{ field: 'host.name', operator: 'included', type: 'match', value: 'ci-1' }],
  expireTime: '2027-01-01T00:00:00.000Z',
  comment: 'ticket 1',
};

const list = async (query: object = {}) =>
  exclusionsResponseSchema.parse(
    (await plugin.call('GET', 'exclusions', { user: plugin.analyst, query })).body,
  );
const add = async (body: object = CI) =>
  exclusionResponseSchema.parse(
    (await plugin.call('POST', 'exclusions', { user: plugin.manager, body })).body,
  ).exclusion;
const change = (body: object, user = plugin.manager) =>
  plugin.call('PUT', 'exclusions', { user, body });

it('is an empty list before there is any', async () => {
  expect(await list()).toEqual({ listExists: false, items: [], total: 0, page: 1, perPage: 100 });
});

it('makes the list with the first exclusion, and keeps one list', async () => {
  const made: string[] = [];
  plugin.kibana.lists.exceptions.onChange = (kind) => made.push(kind);
  await Promise.all([add(), add({ ...CI, name: 'Lab' })]);
  expect(made.sort()).toEqual(['item', 'item', 'list']);
  const { listExists, items, total } = await list();
  expect([listExists, total]).toEqual([true, 2]);
  expect(items.find(({ name }) => name === 'CI')).toMatchObject({
    description: 'CI',
    osTypes: ['linux'],
    expireTime: '2027-01-01T00:00:00.000Z',
    inForce: true,
    scope: 'event',
    words: 'Hides every event where host.name is ci-1 on linux hosts.',
    comments: [{ text: 'ticket 1', by: 'manager', at: '2026-11-24T12:00:00.000Z' }],
    createdBy: 'manager',
  });
});

it.each([
  ['uild', ['Builders', 'CI']],
  ['ci', ['CI']],
  ['ci-1', []],
])('finds %s in names and descriptions, page by page', async (search, expected) => {
  await add({ ...CI, description: 'The builds' });
  await add({ ...CI, name: 'Builders' });
  const pages = await Promise.all([1, 2].map((page) => list({ search, page, perPage: 1 })));
  expect(pages.flatMap(({ items }) => items.map(({ name }) => name)).sort()).toEqual(expected);
  expect(pages.map(({ total }) => total)).toEqual([expected.length, expected.length]);
});

it('tells an exclusion of whole sequences, and one that is over', async () => {
  const entries = [
    { field: 'file.path', operator: 'included', type: 'wildcard', value: '/builds/*' },
    { field: 'destination.ip', operator: 'included', type: 'match', value: '10.0.0.1' },
  ];
  const added = await add({ ...CI, entries, expireTime: '2026-11-24T11:59:59.000Z' });
  expect(added).toMatchObject({ scope: 'sequence', inForce: false });
});

it('changes everything, takes the end away, and adds to the comments', async () => {
  const { itemId, version } = await add();
  const { status, body } = await change({
    ...CI,
    itemId,
    version,
    name: 'CI hosts',
    expireTime: null,
    comment: 'ticket 2',
  });
  expect(status).toBe(200);
  expect(exclusionResponseSchema.parse(body).exclusion).toMatchObject({
    itemId,
    name: 'CI hosts',
    expireTime: null,
    comments: [{ text: 'ticket 1' }, { text: 'ticket 2' }],
  });
});

it('refuses an edit of what somebody else has changed, and says who and when', async () => {
  const { itemId, version } = await add();
  await change({ ...CI, itemId, version, name: 'first' }, superuser('ann'));
  const { status, body } = await change({ ...CI, itemId, version, name: 'second' });
  expect(status).toBe(409);
  expect(body).toMatchObject({
    error: 'conflict',
    message: 'The exclusion [first] was changed meanwhile by ann at 2026-11-24T12:00:00.000Z',
    changed: { by: 'ann', at: '2026-11-24T12:00:00.000Z' },
  });
  expect((await list()).items.map(({ name }) => name)).toEqual(['first']);
});

it('refuses the later of two edits at the same moment', async () => {
  const { itemId, version } = await add();
  const answers = await Promise.all(
    ['a', 'b'].map((name) => change({ ...CI, itemId, version, name })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('deletes, unless somebody else has changed it', async () => {
  const { itemId, version } = await add();
  const changed = await change({ ...CI, itemId, version, name: 'new' });
  const remove = (of: string | null) =>
    plugin.call('DELETE', 'exclusions', { user: plugin.manager, query: { itemId, version: of } });
  expect((await remove(version)).status).toBe(409);
  expect((await remove(changed.body.exclusion.version)).body).toEqual({ deleted: true });
  expect((await list()).total).toBe(0);
  expect((await remove(version)).status).toBe(404);
});

it('leaves items of other lists alone', async () => {
  const lists = plugin.kibana.lists.exceptions.client(undefined);
  const other = { listId: 'other', namespaceType: 'single' } as const;
  await lists.createExceptionList({
    ...other,
    name: 'Other',
    description: '',
    type: 'detection',
    immutable: false,
    meta: undefined,
    tags: [],
    version: 1,
  });
  const item = await lists.createExceptionListItem({
    ...other,
    itemId: 'theirs',
    name: 'Theirs',
    description: '',
    entries: CI.entries,
    osTypes: [],
    tags: [],
    comments: [],
    meta: undefined,
    expireTime: undefined,
    type: 'simple',
  });
  const body = { ...CI, itemId: 'theirs', version: item._version };
  expect((await change(body)).status).toBe(404);
});

it('shows items that can not be applied as such', async () => {
  await add();
  const lists = plugin.kibana.lists.exceptions.client(undefined);
  await lists.createExceptionListItem({
    listId: 'recently-compiled-exclusions',
    namespaceType: 'single',
    itemId: 'odd',
    name: 'Odd',
    description: '',
    entries: [{ field: 'host.name', operator: 'included', type: 'sounds_like', value: 'x' }],
    osTypes: [],
    tags: [],
    comments: [],
    meta: undefined,
    expireTime: undefined,
    type: 'simple',
  });
  expect((await list()).items).toContainEqual(
    expect.objectContaining({ itemId: 'odd', scope: null, words: null }),
  );
});

it('says so where the lists plugin is off', async () => {
  await plugin.close();
  plugin = await startKibanaWithPlugin({ without: ['lists'] });
  const { status, body } = await plugin.call('GET', 'exclusions', { user: plugin.analyst });
  expect(status).toBe(404);
  expect(body.message).toContain('lists plugin of Kibana is off');
});

it('suggests the values that a field has in events', async () => {
  plugin.happen(
    { name: 'tool', at: NOW - 60_000, host: 'ci-1' },
    { name: 'tool', at: NOW - 30_000, host: 'ci-1' },
    { name: 'revsh', at: NOW - 20_000, host: 'web7' },
  );
  const values = async (field: string) => {
    const { body } = await plugin.call('GET', 'exclusions/values', {
      user: plugin.analyst,
      query: { field },
    });
    return exclusionValuesResponseSchema.parse(body).values;
  };
  expect(await values('host.name')).toEqual(['ci-1', 'web7']);
  expect(await values('destination.port')).toEqual(['4444']);
  expect(await values('no.such.field')).toEqual([]);
});
