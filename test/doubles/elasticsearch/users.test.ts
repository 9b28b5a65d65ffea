// SPDX-License-Identifier: Apache-2.0
import { startElasticsearchDouble, type ElasticsearchDouble } from './elasticsearch_double';
import { refusal } from './test_support';

const time = { '@timestamp': '2026-11-24T11:40:47Z', event: { category: 'process' } };

let double: ElasticsearchDouble;

beforeEach(async () => {
  double = await startElasticsearchDouble();
  for (const name of ['logs-a', 'logs-b']) {
    double.createIndex(name, {
      mappings: {
        properties: {
          '@timestamp': { type: 'date' },
          event: { properties: { category: { type: 'keyword' } } },
        },
      },
    });
    double.index(name, [{ _source: time }]);
  }
});
afterEach(() => double.close());

const reader = () => double.user('ann', { indices: [{ names: ['logs-a'], privileges: ['read'] }] });

describe('a user', () => {
  it('who may read nothing is refused', async () => {
    const client = double.client(double.user('x', { indices: [] }));
    const { status, body } = await refusal(
      client.eql.search({ index: 'y', query: 'any where true' }),
    );
    expect(status).toBe(403);
    const cause = {
      type: 'security_exception',
      reason:
        'action [indices:data/read/eql] is unauthorized for user [x] on indices [y], ' +
        'this action is granted by the index privileges [read,all]',
    };
    expect(body).toEqual({ error: { root_cause: [cause], ...cause }, status: 403 });
  });

  it('gets from a wildcard only what they may read', async () => {
    const client = double.client(reader());
    expect((await client.count({ index: 'logs-*' })).count).toBe(1);
    const other = await refusal(client.count({ index: 'logs-b' }));
    expect(other.status).toBe(403);
    expect(other.body.error.reason).toContain('for user [ann] on indices [logs-b]');
  });

  it('can lose a privilege midway', async () => {
    const user = reader();
    const client = double.client(user);
    await client.count({ index: 'logs-a' });
    user.revoke('read');
    expect((await refusal(client.count({ index: 'logs-a' }))).status).toBe(403);
  });

  it('may not write with read alone; others of the bulk are written', async () => {
    const user = double.user('bob', {
      indices: [
        { names: ['logs-a'], privileges: ['read'] },
        { names: ['mine'], privileges: ['create_doc'] },
      ],
    });
    const { items } = await double.client(user).bulk({
      operations: [{ create: { _index: 'logs-a' } }, time, { create: { _index: 'mine' } }, time],
    });
    expect(items.map(({ create }) => create?.status)).toEqual([403, 201]);
    expect(items[0]?.create?.error?.reason).toContain('action [indices:data/write/bulk[s]]');
  });

  it('is told what they may do', async () => {
    const got = await double.client(reader()).security.hasPrivileges({
      cluster: ['monitor'],
      index: [{ names: ['logs-a', 'logs-b'], privileges: ['read', 'write'] }],
    });
    expect(got).toEqual({
      username: 'ann',
      has_all_requested: false,
      cluster: { monitor: false },
      index: {
        'logs-a': { read: true, write: false },
        'logs-b': { read: false, write: false },
      },
      application: {},
    });
  });

  it('whom nobody knows is not let in', async () => {
    const client = double.client(undefined, { auth: { username: 'eve', password: 'x' } });
    expect((await refusal(client.info())).status).toBe(401);
  });
});
