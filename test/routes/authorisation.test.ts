// SPDX-License-Identifier: Apache-2.0
import { errorSchema } from '../../common/api';
import { ROUTES } from '../../server/routes/all_routes';
import { superuser, userWith } from '../../standalone/kibana/kibana_user';
import { startKibanaWithPlugin, type KibanaWithPlugin } from './kibana_with_plugin';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const EVERY_ROUTE = ROUTES.map(({ method, path, privilege }) => ({
  method: method.toUpperCase() as Method,
  path: path.replace('{id}', 'some-alert'),
  privilege,
}));

describe.each(['8.12.2', '9.1.0'])('in Kibana %s', (version) => {
  let plugin: KibanaWithPlugin;
  beforeAll(async () => {
    plugin = await startKibanaWithPlugin({ version });
  });
  afterAll(() => plugin.close());

  it.each(EVERY_ROUTE)('$method $path is closed without the feature', async ({ method, path }) => {
    const user = userWith('nobody', []);
    expect((await plugin.call(method, path, { user })).status).toBe(403);
    expect(plugin.elasticsearch.requests).toEqual([]);
    expect(plugin.kibana.savedObjects.all('alert')).toEqual([]);
  });

  it.each(EVERY_ROUTE.filter(({ privilege }) => privilege === 'all'))(
    '$method $path is closed to those who may only look',
    async ({ method, path }) => {
      expect((await plugin.call(method, path, { user: plugin.analyst })).status).toBe(403);
    },
  );

  it('demands a privilege of our feature for every route, in the way of the version', () => {
    const demanded = plugin.kibana.core.http.routes.map(({ config }) =>
      version.startsWith('9')
        ? config.security?.authz.requiredPrivileges
        : config.options.tags.map((tag) => tag.replace('access:', '')),
    );
    expect(demanded).toHaveLength(ROUTES.length);
    expect(new Set(demanded.flat())).toEqual(
      new Set(['recentlyCompiled-read', 'recentlyCompiled-all']),
    );
    expect(demanded.every((privileges) => privileges?.length === 1)).toBe(true);
  });
});

describe('a user with the feature but without the indices', () => {
  let plugin: KibanaWithPlugin;
  beforeAll(async () => {
    plugin = await startKibanaWithPlugin();
  });
  afterAll(() => plugin.close());

  it.each([
    ['GET', 'alerts', undefined],
    ['GET', 'alerts/some-alert', undefined],
    ['PUT', 'alerts/status', { ids: ['a'], status: 'closed' }],
  ] as const)('is told which privilege %s %s takes', async (method, path, body) => {
    const inElasticsearch = plugin.elasticsearch.user('blind', { indices: [] });
    const user = userWith(
      'blind',
      [{ feature: plugin.feature, privilege: 'all' }],
      inElasticsearch,
    );
    const answer = await plugin.call(method, path, { user, ...(body && { body }) });
    expect(errorSchema.parse(answer.body)).toMatchObject({
      statusCode: 403,
      error: 'missing_privilege',
      remedy:
        'Ask an administrator for a role with the privileges [read] on [.alerts-security.alerts-default]',
    });
  });
});

describe('what goes wrong', () => {
  let plugin: KibanaWithPlugin;
  beforeEach(async () => {
    plugin = await startKibanaWithPlugin();
  });
  afterEach(() => plugin.close());

  it.each([
    ['a busy cluster', 'status429', 503, 'busy'],
    ['a cut connection', 'reset', 503, 'busy'],
  ] as const)('is told for %s', async (_, kind, status, error) => {
    plugin.elasticsearch.faults.add({ endpoint: 'search', kind, times: 9 });
    const answer = await plugin.call('GET', 'alerts', { user: plugin.analyst });
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(errorSchema.parse(answer.body).remedy).not.toBe('');
  });

  it('is told for a missing alert index', async () => {
    plugin.elasticsearch.deleteIndex('.internal.alerts-security.alerts-default-000001');
    const { status, body } = await plugin.call('GET', 'alerts', { user: plugin.analyst });
    expect([status, body.error, body.message]).toEqual([
      404,
      'missing_index',
      'The alert index of this space does not exist yet: [.alerts-security.alerts-default]',
    ]);
  });

  it('stays without stack and text where nobody foresaw it, and goes to the log', async () => {
    const { alerting } = plugin.kibana;
    jest.spyOn(alerting, 'rulesClient').mockReturnValue({
      find: () => Promise.reject(new Error('secret at /opt/kibana/x.js:1')),
    } as never);
    const { status, body } = await plugin.call('GET', 'rule', { user: superuser() });
    expect([status, body.error]).toEqual([500, 'unexpected']);
    expect(JSON.stringify(body)).not.toMatch(/opt|\bat \//);
    expect(plugin.kibana.log).toContainEqual(expect.objectContaining({ level: 'error' }));
  });

  it('ends the search when the browser goes away', async () => {
    const gone = new AbortController();
    plugin.elasticsearch.before = (endpoint) => {
      if (endpoint === 'search') {
        gone.abort();
      }
    };
    const { status, body } = await plugin.call('GET', 'alerts', {
      user: plugin.analyst,
      signal: gone.signal,
    });
    expect([status, body.error]).toEqual([499, 'cancelled']);
  });

  it.each([
    [
      'GET',
      'alerts',
      { query: { status: 'done', page: '0', colour: 'red' } },
      ['status[0]', 'page', 'colour'],
    ],
    ['GET', 'alerts', { query: { from: 'yesterday' } }, ['from']],
    ['GET', 'alerts', { query: { page: '500', perPage: '100' } }, ['page']],
    ['PUT', 'alerts/status', { body: { ids: [], status: 'open' } }, ['ids']],
    ['PUT', 'alerts/status', {}, ['ids', 'status']],
    ['POST', 'rule/install', { body: { params: 1, linked: true } }, ['params', 'linked']],
    ['PUT', 'rule/params', { body: { params: {} } }, ['revision']],
    ['POST', 'exclusions', { body: { name: ' ', entries: [] } }, ['name', 'entries']],
    ['PUT', 'exclusions', { body: { name: 'a', entries: [{ type: 'match' }] } }, undefined],
    ['DELETE', 'exclusions', { query: { itemId: 'a' } }, ['version']],
    ['POST', 'exclusions/preview', { body: {} }, ['exclusion']],
  ] as const)('is told by field for %s %s with %j', async (method, path, parts, fields) => {
    const { status, body } = await plugin.call(method, path, { user: plugin.manager, ...parts });
    expect([status, body.error]).toEqual([400, 'invalid']);
    const { problems = [] } = errorSchema.parse(body);
    expect(problems.every(({ message, remedy }) => message !== '' && remedy !== '')).toBe(true);
    if (fields) {
      expect(problems.map(({ field }) => field)).toEqual(fields);
    }
  });
});
