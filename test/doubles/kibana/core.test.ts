// SPDX-License-Identifier: Apache-2.0
import type { RequestHandler, RouteConfig } from '../../../server/kibana_contracts';
import {
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../elasticsearch/elasticsearch_double';
import { recorded, refusal } from '../elasticsearch/test_support';
import { startKibanaDouble, type KibanaDouble } from './kibana_double';
import { superuser, userWith } from '../../../standalone/kibana/kibana_user';
import { kibanaRequest } from '../../../standalone/kibana/request';
import { boom, FEATURE_CONFIG } from './test_support';

let elasticsearch: ElasticsearchDouble;
let kibana: KibanaDouble;

beforeEach(async () => {
  elasticsearch = await startElasticsearchDouble();
  kibana = startKibanaDouble({ elasticsearch, publicBaseUrl: 'https://kibana.example' });
});
afterEach(() => elasticsearch.close());

const pass: RouteConfig['validate']['body'] = (value, result) => result.ok(value);

const route = (path: string, changes: Partial<RouteConfig> = {}): RouteConfig => ({
  path,
  validate: { params: pass, query: pass, body: pass },
  options: { tags: ['access:test-all'], access: 'internal' },
  ...changes,
});

const echo: RequestHandler = async (_, { params, query, body }, response) =>
  response.ok({ body: { params, query, body } });

describe('a route', () => {
  it('is called as from a browser: parts of the path, a query of texts, a JSON body', async () => {
    kibana.core.setup.http.createRouter().put(route('/internal/x/{id}'), echo);
    const body = { at: new Date(0) };
    expect(
      await kibana.core.http.call('PUT', '/internal/x/a%20b', { query: { n: 1 }, body }),
    ).toEqual({
      status: 200,
      body: { params: { id: 'a b' }, query: { n: '1' }, body: { at: '1970-01-01T00:00:00.000Z' } },
    });
    expect((await kibana.core.http.call('GET', '/internal/x/a')).status).toBe(404);
  });

  it('refuses what its validation refuses, by error or by exception', async () => {
    const router = kibana.core.setup.http.createRouter();
    const badRequest: RouteConfig['validate']['query'] = (_, result) =>
      (result as unknown as { badRequest(why: unknown): unknown }).badRequest('[n]: a number');
    const throws = () => {
      throw new Error('[m]: a text');
    };
    const validate = { params: pass, query: badRequest, body: pass };
    router.get(route('/a', { validate }), echo);
    router.get(route('/b', { validate: { ...validate, query: throws } }), echo);
    expect(await kibana.core.http.call('GET', '/a')).toEqual({
      status: 400,
      body: { statusCode: 400, error: 'Bad Request', message: '[request query]: [n]: a number' },
    });
    expect((await kibana.core.http.call('GET', '/b')).status).toBe(400);
  });

  it('is open to those who hold the privilege of its tag', async () => {
    kibana.core.setup.http.createRouter().get(route('/a'), echo);
    const call = async (user: ReturnType<typeof superuser>) =>
      (await kibana.core.http.call('GET', '/a', { user })).status;
    const with_ = (privilege: 'all' | 'read') =>
      userWith('ann', [{ feature: FEATURE_CONFIG, privilege }]);
    expect(await call(with_('all'))).toBe(200);
    expect(await call(with_('read'))).toBe(403);
    expect(await call(userWith('eve', []))).toBe(403);
  });

  it('of 9.x must declare its security, which then counts', async () => {
    const nine = startKibanaDouble({ elasticsearch, version: '9.1.0' });
    const router = nine.core.setup.http.createRouter();
    expect(() => router.get(route('/a'), echo)).toThrow(/does not declare its security/);
    const security = { authz: { requiredPrivileges: ['test-read'] } };
    router.get(route('/b', { security }), echo);
    const user = userWith('ann', [{ feature: FEATURE_CONFIG, privilege: 'read' }]);
    expect((await nine.core.http.call('GET', '/b', { user })).status).toBe(200);
  });

  it('keeps message and attributes of an error, and drops what Kibana drops', async () => {
    const router = kibana.core.setup.http.createRouter();
    const error = { message: 'gone', remedy: 'look', attributes: { a: 1 } };
    router.get(route('/a'), async (_, __, response) =>
      response.customError({ statusCode: 404, body: error }),
    );
    router.get(route('/b'), async (_, __, response) =>
      response.customError({ statusCode: 404, body: error, ...{ bypassErrorFormat: true } }),
    );
    router.get(route('/c'), async () => {
      throw new Error('secret');
    });
    expect((await kibana.core.http.call('GET', '/a')).body).toEqual({
      statusCode: 404,
      error: 'Not Found',
      message: 'gone',
      attributes: { a: 1 },
    });
    expect((await kibana.core.http.call('GET', '/b')).body).toEqual(error);
    expect(await kibana.core.http.call('GET', '/c')).toMatchObject({
      status: 500,
      body: { message: expect.not.stringContaining('secret') },
    });
  });

  it("has the user's rights in Elasticsearch", async () => {
    elasticsearch.createIndex('logs-a', {});
    elasticsearch.createSecurityAlertIndex('default');
    const ann = elasticsearch.user('ann', {
      indices: [{ names: ['logs-a'], privileges: ['read'] }],
    });
    kibana.core.setup.http.createRouter().get(route('/a'), async (context, _, response) => {
      const { client } = (await context.core).elasticsearch;
      await client.asCurrentUser.count({ index: 'logs-a' });
      await client.asInternalUser.count({ index: '.alerts-security.alerts-default' });
      return response.ok({ body: {} });
    });
    const user = userWith('ann', [{ feature: FEATURE_CONFIG, privilege: 'all' }], ann);
    expect((await kibana.core.http.call('GET', '/a', { user })).status).toBe(200);
    expect(elasticsearch.requests.map((request) => request.user)).toEqual(['ann', 'kibana_system']);
  });
});

it('reads and writes as Kibana itself only where Kibana may', async () => {
  elasticsearch.createIndex('logs-other', {});
  elasticsearch.createSecurityAlertIndex('default');
  const { asInternalUser } = kibana.core.start.elasticsearch.client;
  const operations = [{ create: { _id: 'a' } }, {}];
  const alias = '.alerts-security.alerts-default';
  const { errors } = await asInternalUser.bulk({ index: alias, require_alias: true, operations });
  expect(errors).toBe(false);
  expect((await refusal(asInternalUser.count({ index: 'logs-other' }))).status).toBe(403);
});

describe('saved objects', () => {
  const user = userWith('ann', [{ feature: FEATURE_CONFIG, privilege: 'all' }]);
  const [rule] = recorded('alert_saved_objects');

  beforeEach(() => kibana.savedObjects.put(rule));

  it('of type alert are read by the internal repository alone', async () => {
    const { savedObjects } = kibana.core.start;
    const found = await savedObjects.createInternalRepository(['alert']).get('alert', rule.id);
    expect(found.attributes).toEqual(rule.attributes);
    expect(found.references).toEqual(rule.references);
    expect((await boom(savedObjects.createInternalRepository().get('alert', rule.id))).status).toBe(
      404,
    );
    const scoped = savedObjects.getScopedClient(kibanaRequest({ user }), {
      includedHiddenTypes: ['alert'],
    });
    expect(await boom(scoped.get('alert', rule.id))).toEqual({
      status: 403,
      message: 'Unable to get alert',
    });
  });

  it('that do not exist, or not in this space, are not found', async () => {
    const repository = kibana.core.start.savedObjects.createInternalRepository(['alert']);
    expect(await boom(repository.get('alert', 'x'))).toEqual({
      status: 404,
      message: 'Saved object [alert/x] not found',
    });
    expect((await boom(repository.get('alert', rule.id, { namespace: 'lab' }))).status).toBe(404);
  });
});

describe('a feature', () => {
  const register = (changes: Record<string, unknown>) => () =>
    startKibanaDouble({ elasticsearch }).features.setup.registerKibanaFeature({
      ...FEATURE_CONFIG,
      ...changes,
    });
  const { privileges } = FEATURE_CONFIG;
  const changed = (change: Record<string, unknown>) => ({
    privileges: { ...privileges, all: { ...privileges.all, ...change } },
  });

  it('has no members that Kibana does not know', () => {
    expect(register({ description: 'A feature' })).toThrow(
      '[description]: definition for this key is missing',
    );
  });

  it('is registered once', () => {
    expect(register({})).not.toThrow();
    const { setup } = kibana.features;
    setup.registerKibanaFeature(FEATURE_CONFIG);
    expect(() => setup.registerKibanaFeature(FEATURE_CONFIG)).toThrow(/already registered/);
    expect(kibana.features.registered).toEqual([FEATURE_CONFIG]);
    kibana.features.lock();
    expect(() => setup.registerKibanaFeature({ ...FEATURE_CONFIG, id: 'b' })).toThrow(/locked/);
  });

  it.each([
    ['an id with a dot', { id: 'a.b' }, /not allowed as the id/],
    ['a reserved id', { id: 'catalogue' }, /not allowed as the id/],
    ['an app that no privilege grants', { app: ['testApp', 'b'] }, /app entries.*not granted.*: b/],
    ['an app that it does not name', changed({ app: ['b'] }), /all has unknown app entries: b/],
    ['a rule type that no privilege grants', { alerting: ['test.chain', 'b'] }, /alerting entries/],
    ['a privilege without ui', changed({ ui: undefined }), /privileges\.all\.ui/],
    ['a privilege without saved objects', changed({ savedObject: undefined }), /savedObject/],
  ])('is refused with %s', (_, changes, reason) => {
    expect(register(changes)).toThrow(reason);
  });
});

it('gives what a plugin gets, without the plugins that are not there', async () => {
  const some = startKibanaDouble({ elasticsearch, without: ['lists', 'fleet'] });
  const [, plugins] = await some.core.setup.getStartServices();
  expect(Object.keys(plugins)).toEqual(['alerting', 'spaces', 'security']);
  expect(Object.keys(some.setupPlugins)).toEqual(['alerting', 'features']);
  expect(kibana.core.setup.http.basePath.publicBaseUrl).toBe('https://kibana.example');
  const request = kibanaRequest({ user: superuser('ann'), spaceId: 'lab' });
  expect(plugins.spaces?.spacesService.getSpaceId(request)).toBe('lab');
  expect(plugins.security?.authc.getCurrentUser(request)).toEqual({ username: 'ann' });
  kibana.initializerContext.logger.get('a').warn('careful');
  expect(kibana.log).toEqual([{ level: 'warn', context: 'plugins.a', message: 'careful' }]);
});
