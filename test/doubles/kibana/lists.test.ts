// SPDX-License-Identifier: Apache-2.0
import { recorded, shapeOf } from '../elasticsearch/test_support';
import { ExceptionLists } from '../../../standalone/kibana/exception_lists';
import { FleetDouble } from './fleet';
import { superuser, userWith } from '../../../standalone/kibana/kibana_user';
import { Lists } from '../../../standalone/kibana/lists';
import { kibanaRequest } from '../../../standalone/kibana/request';
import { boom, FEATURE_CONFIG } from './test_support';

const LIST = 'recently-compiled-exclusions';
const item = recorded('exception_item.created');

const NEW_LIST = {
  listId: LIST,
  name: 'Exclusions',
  description: 'd',
  type: 'detection',
  namespaceType: 'single',
  immutable: false,
  meta: undefined,
  tags: [],
  version: 1,
} as const;

const NEW_ITEM = {
  listId: LIST,
  itemId: 'ci-runner',
  name: 'CI',
  description: 'CI hosts',
  entries: item.entries,
  osTypes: ['linux'],
  tags: [],
  comments: [{ comment: 'ticket 1' }],
  meta: undefined,
  expireTime: '2027-01-01T00:00:00.000Z',
  namespaceType: 'single',
  type: 'simple',
} as const;

const FIND = {
  listId: LIST,
  namespaceType: 'single',
  page: 1,
  perPage: 20,
  filter: undefined,
  pit: undefined,
  search: undefined,
  searchAfter: undefined,
  sortField: undefined,
  sortOrder: undefined,
} as const;

const mutable = <T>(value: T) => structuredClone(value) as never;

const setUp = async () => {
  const lists = new ExceptionLists(() => Date.parse('2026-11-24T11:39:39.447Z'));
  const client = lists.client(superuser());
  const list = await client.createExceptionList(mutable(NEW_LIST));
  const created = await client.createExceptionListItem(mutable(NEW_ITEM));
  return { lists, client, list, created };
};

describe('the exception list client', () => {
  it('makes lists and items in the shape of real ones', async () => {
    const { client, list, created } = await setUp();
    expect(shapeOf(created)).toEqual(shapeOf(item));
    expect(created).toMatchObject({ entries: item.entries, expire_time: item.expire_time });
    expect(Object.keys(list).sort()).toEqual(
      Object.keys(recorded('exception_list.created')).sort(),
    );
    expect(shapeOf(await client.findExceptionListItem(FIND))).toEqual(
      shapeOf(recorded('exception_items.find')),
    );
  });

  it('makes a second list of the same name, as Kibana 8.12 does', async () => {
    const { client, list } = await setUp();
    const { id, list_id: listId } = await client.createExceptionList(mutable(NEW_LIST));
    expect(listId).toBe(list.list_id);
    expect(id).not.toBe(list.id);
  });

  it('refuses items that are there already, and items of no list', async () => {
    const { client } = await setUp();
    expect((await boom(client.createExceptionListItem(mutable(NEW_ITEM)))).status).toBe(409);
    const elsewhere = client.createExceptionListItem(mutable({ ...NEW_ITEM, listId: 'x' }));
    expect((await boom(elsewhere)).status).toBe(404);
  });

  it('changes an item of the version that the caller saw', async () => {
    const { client, created } = await setUp();
    const { listId: _, ...rest } = NEW_ITEM;
    const update = (version: string | undefined, itemId = 'ci-runner') =>
      client.updateOverwriteExceptionListItem(
        mutable({ ...rest, itemId, id: undefined, _version: version, expireTime: undefined }),
      );
    const changed = await update(created._version);
    expect(changed).not.toHaveProperty('expire_time');
    expect(changed?._version).not.toBe(created._version);
    expect((await boom(update(created._version))).status).toBe(409);
    expect(await update(undefined, 'missing')).toBeNull();
  });

  it('gives expired items too, and pages', async () => {
    const { client } = await setUp();
    await client.createExceptionListItem(
      mutable({ ...NEW_ITEM, itemId: 'old', expireTime: '2020-01-01T00:00:00.000Z' }),
    );
    const second = await client.findExceptionListItem({ ...FIND, page: 2, perPage: 1 });
    expect(second).toMatchObject({ total: 2, data: [{ item_id: 'old' }] });
    const deleted = { id: undefined, itemId: 'old', namespaceType: 'single' } as const;
    expect(await client.deleteExceptionListItem(deleted)).toMatchObject({ item_id: 'old' });
    expect(await client.getExceptionListItem(deleted)).toBeNull();
  });

  it('wants every parameter', async () => {
    const { client } = await setUp();
    const { pit: _, searchAfter: __, ...some } = FIND;
    await expect(client.findExceptionListItem(some as typeof FIND)).rejects.toThrow(
      'must be given pit, searchAfter',
    );
  });

  it('answers null without rights, and for another space', async () => {
    const { lists } = await setUp();
    const eve = lists.client(userWith('eve', []));
    expect(await eve.findExceptionListItem(FIND)).toBeNull();
    expect(await eve.getExceptionList({ id: undefined, ...FIND })).toBeNull();
    const reader = lists.client(userWith('r', [{ feature: FEATURE_CONFIG, privilege: 'read' }]));
    expect((await reader.findExceptionListItem(FIND))?.total).toBe(1);
    expect((await boom(reader.createExceptionListItem(mutable(NEW_ITEM)))).status).toBe(403);
    expect(await lists.client(superuser(), 'lab').findExceptionListItem(FIND)).toBeNull();
  });
});

it('value lists are read whole', async () => {
  const lists = new Lists(() => ({ user: undefined, spaceId: 'default' }));
  lists.valueLists.set('ips', { type: 'ip', values: ['10.0.0.1', '10.0.0.2'] });
  const client = lists.listClient();
  expect(await client.getList({ id: 'ips' })).toEqual({ id: 'ips', type: 'ip' });
  expect(await client.getList({ id: 'x' })).toBeNull();
  const all = { listId: 'ips', filter: '', sortField: undefined, sortOrder: undefined };
  expect((await client.findAllListItems(all))?.data.map(({ value }) => value)).toEqual([
    '10.0.0.1',
    '10.0.0.2',
  ]);
});

it('Fleet lists agents to those who hold all of it, and says so to others', async () => {
  const fleet = new FleetDouble();
  fleet.agents = [{ id: 'a1' }];
  const list = (user: ReturnType<typeof superuser>) =>
    fleet.start.agentService
      .asScoped(kibanaRequest({ user }))
      .listAgents({ kuery: '', perPage: 10, showInactive: false });
  expect((await list(superuser())).total).toBe(1);
  await expect(list(userWith('eve', []))).rejects.toMatchObject({
    name: 'FleetUnauthorizedError',
  });
});
