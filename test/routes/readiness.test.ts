// SPDX-License-Identifier: Apache-2.0
import {
  CHECK_IDS,
  readinessResponseSchema,
  type CheckId,
  type CheckResult,
} from '../../common/api';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import { superuser, type KibanaUser } from '../../standalone/kibana/kibana_user';
import { chainEvents } from '../executor/chains';
import {
  NOW,
  putSecurityRule,
  startKibanaWithPlugin,
  type KibanaWithPlugin,
} from './kibana_with_plugin';

const MINUTE = 60_000;
const FLEET_CHECKS = [
  'fleet_server',
  'fleet_package',
  'defend_policy',
  'agent_policy',
  'agents',
] as const;

let plugin: KibanaWithPlugin;
beforeEach(async () => {
  plugin = await startKibanaWithPlugin();
});
afterEach(() => plugin.close());

const checks = async (user: KibanaUser = superuser()): Promise<Map<CheckId, CheckResult>> => {
  const { status, body } = await plugin.call('GET', 'readiness', { user });
  expect(status).toBe(200);
  return new Map(readinessResponseSchema.parse(body).checks.map((check) => [check.id, check]));
};
const check = async (id: CheckId, user?: KibanaUser): Promise<CheckResult> =>
  (await checks(user)).get(id)!;

/** Without a right on any index. */
const blind = (): KibanaUser => ({
  ...plugin.analyst,
  elasticsearch: plugin.elasticsearch.user('blind', { indices: [] }),
});

const install = (body: object = {}) =>
  plugin.call('POST', 'rule/install', { user: superuser(), body });

const changeRule = (id: string, changes: object) => {
  const rule = plugin.kibana.savedObjects.find('alert', id)!;
  plugin.kibana.savedObjects.put({ ...rule, attributes: { ...rule.attributes, ...changes } });
};

it('runs every check, and says what to do for each that is not ok', async () => {
  const results = [...(await checks()).values()];
  expect(results.map(({ id }) => id).sort()).toEqual([...CHECK_IDS].sort());
  for (const { status, remedy, checkedAt } of results) {
    expect(remedy === undefined).toBe(status === 'ok');
    expect(status).not.toBe('not_applicable');
    expect(checkedAt).toBe('2026-11-24T12:00:00.000Z');
  }
});

it('goes on with the others when one can not be done', async () => {
  plugin.happen({ name: 'a', at: NOW - MINUTE });
  plugin.kibana.fleet.policies = [{ id: 'a', policy_id: 'p', package: { name: 'endpoint' } }];
  const results = await checks(plugin.analyst);
  expect(results.get('agents')).toMatchObject({ status: 'unknown' });
  expect(results.get('fleet_package')).toMatchObject({
    status: 'unknown',
    remedy: 'Ask an administrator for a role that may do this',
  });
  expect(results.get('recent_events')).toMatchObject({ status: 'ok' });
});

it('says what is off where optional plugins are not there', async () => {
  await plugin.close();
  plugin = await startKibanaWithPlugin({ without: ['lists', 'fleet', 'spaces', 'security'] });
  const results = await checks();
  for (const id of [...FLEET_CHECKS, 'exception_list'] as const) {
    expect(results.get(id)).toMatchObject({ status: 'warning' });
    expect(results.get(id)?.message).toContain('plugin of Kibana is off');
  }
});

it.each([
  ['recording', 'Not part of a recording'],
  ['files', 'Not part of this host'],
  ['cluster', 'Not part of this host'],
] as const)('does not miss Fleet where events come from a %s', async (origin, words) => {
  await plugin.close();
  plugin = await startKibanaWithPlugin({ without: ['fleet'], origin });
  plugin.happen({ name: 'a', at: NOW - MINUTE }, { name: 'a', at: NOW - 60 * MINUTE, host: 'w' });
  const results = await checks();
  for (const id of FLEET_CHECKS) {
    expect(results.get(id)).toMatchObject({ status: 'not_applicable' });
    expect(results.get(id)?.remedy).toBeUndefined();
    expect(results.get(id)?.message).toContain(words);
  }
  // A host that was silent when the recording ended is not broken.
  expect(results.get('hosts')?.status).toBe(origin === 'recording' ? 'ok' : 'warning');
  expect([...results.values()].map(({ remedy = '' }) => remedy).join()).not.toContain('Fleet');
});

it('runs those checks alone that are asked for', async () => {
  const { body } = await plugin.call('GET', 'readiness', {
    user: superuser(),
    query: { check: ['fields', 'agents'] },
  });
  expect(body.checks.map(({ id }: CheckResult) => id)).toEqual(['agents', 'fields']);
  const wrong = await plugin.call('GET', 'readiness', {
    user: superuser(),
    query: { check: 'nonsense' },
  });
  expect(wrong.status).toBe(400);
});

it('stops when the browser goes away', async () => {
  const gone = new AbortController();
  plugin.elasticsearch.before = () => gone.abort();
  const { status } = await plugin.call('GET', 'readiness', {
    user: superuser(),
    signal: gone.signal,
  });
  expect(status).toBe(499);
});

describe('data streams', () => {
  it('are there', async () => {
    plugin.happen({ name: 'a', at: NOW - 86_400_000 });
    expect(await check('data_streams')).toMatchObject({
      status: 'ok',
      details: {
        process: 'logs-endpoint.events.process-default',
        file: 'logs-endpoint.events.file-default',
        network: 'logs-endpoint.events.network-default',
      },
    });
  });

  it('lack a category', async () => {
    for (const [stream, document] of chainEvents({ name: 'a', at: NOW })) {
      if (!stream.includes('file')) {
        plugin.elasticsearch.index(stream, [document]);
      }
    }
    const { status, message } = await check('data_streams');
    expect([status, message]).toEqual([
      'error',
      'There are no file events of Linux hosts in [logs-endpoint.events.*]',
    ]);
  });

  it('can not be looked at while the cluster is busy', async () => {
    plugin.elasticsearch.faults.add({ endpoint: 'search', kind: 'status503', times: 99 });
    expect((await check('data_streams')).status).toBe('unknown');
  });
});

describe('recent events', () => {
  it('are counted for each stage', async () => {
    plugin.happen({ name: 'a', at: NOW - 10 * MINUTE }, { name: 'b', at: NOW - 20 * MINUTE });
    expect(await check('recent_events')).toMatchObject({
      status: 'ok',
      message: 'In the last 15 minutes: 1 for compile, 1 for link, 2 for execute, 1 for connect',
      details: { compile: 1, link: 1, execute: 2, connect: 1 },
    });
  });

  it('do not count where the rule leaves them out', async () => {
    plugin.happen({ name: 'a', at: NOW - MINUTE, destination: '127.0.0.1' });
    expect(await check('recent_events')).toMatchObject({
      status: 'warning',
      details: { connect: 0 },
    });
  });

  it('are missing', async () => {
    expect((await check('recent_events')).status).toBe('error');
  });

  it('can not be counted while the cluster is busy', async () => {
    plugin.elasticsearch.faults.add({ endpoint: 'search', kind: 'status503', times: 99 });
    expect((await check('recent_events')).status).toBe('unknown');
  });
});

describe('hosts', () => {
  it('are counted and named', async () => {
    plugin.happen({ name: 'a', at: NOW - MINUTE }, { name: 'a', at: NOW - MINUTE, host: 'web7' });
    expect(await check('hosts')).toMatchObject({
      status: 'ok',
      message: '2 Linux hosts send events',
      details: { names: ['lab1', 'web7'] },
    });
  });

  it('have become silent', async () => {
    plugin.happen({ name: 'a', at: NOW - MINUTE }, { name: 'a', at: NOW - 60 * MINUTE, host: 'w' });
    expect(await check('hosts')).toMatchObject({
      status: 'warning',
      details: { last15Minutes: 1, lastDay: 2 },
    });
  });

  it('are all silent', async () => {
    expect((await check('hosts')).status).toBe('error');
  });

  it('can not be counted while the cluster is busy', async () => {
    plugin.elasticsearch.faults.add({ endpoint: 'search', kind: 'status503', times: 99 });
    expect((await check('hosts')).status).toBe('unknown');
  });
});

describe('fields', () => {
  it('have types that fit', async () => {
    expect((await check('fields')).status).toBe('ok');
  });

  it('have another type in one index, which is named', async () => {
    const process = { properties: { name: { type: 'text' } } };
    const properties = { '@timestamp': { type: 'date' }, process };
    plugin.elasticsearch.createIndex('logs-endpoint.events.old', { mappings: { properties } });
    const { status, message, details } = await check('fields');
    expect([status, message]).toEqual([
      'error',
      'Fields are mapped with types that the rule can not search: [process.name] as text in logs-endpoint.events.old',
    ]);
    expect(details).toEqual({
      misfits: [{ field: 'process.name', type: 'text', indices: ['logs-endpoint.events.old'] }],
    });
  });

  it('are missing everywhere', async () => {
    await plugin.close();
    plugin = await startKibanaWithPlugin();
    await install({ params: { indexPatterns: ['mine'] } });
    plugin.elasticsearch.createIndex('mine', {
      mappings: { dynamic: false, properties: { '@timestamp': { type: 'date' } } },
    });
    const { status, message } = await check('fields');
    expect(status).toBe('error');
    expect(message).toContain('No index maps [destination.ip]');
  });

  it('have no index', async () => {
    await install({ params: { indexPatterns: ['nothing-*'] } });
    expect((await check('fields')).message).toBe('No index matches [nothing-*]');
    expect((await check('tiebreaker')).status).toBe('error');
  });

  it('can not be looked at while the cluster is busy', async () => {
    plugin.elasticsearch.faults.add({ endpoint: 'field_caps', kind: 'status503', times: 99 });
    const results = await checks();
    expect(results.get('fields')?.status).toBe('unknown');
    expect(results.get('tiebreaker')?.status).toBe('unknown');
  });
});

describe('the tiebreaker', () => {
  it('is a number everywhere', async () => {
    expect((await check('tiebreaker')).status).toBe('ok');
  });

  it.each([
    ['text', { event: { properties: { sequence: { type: 'keyword' } } } }, 'it is keyword in'],
    ['not mapped', {}, 'not mapped in'],
  ])('is %s in one index', async (_, others, words) => {
    const properties = { ...EVENT_MAPPING.properties, event: { properties: {} }, ...others };
    plugin.elasticsearch.createIndex('logs-endpoint.events.old', {
      mappings: { dynamic: false, properties },
    });
    const { status, message } = await check('tiebreaker');
    expect(status).toBe('warning');
    expect(message).toContain(`${words} logs-endpoint.events.old`);
  });

  it('is not used', async () => {
    await install({ params: { tiebreakerField: null } });
    expect((await check('tiebreaker')).status).toBe('warning');
  });
});

describe('Fleet', () => {
  const policy = (name: string, events: object = {}) => ({
    id: name,
    name,
    policy_id: `agents-${name}`,
    package: { name: 'endpoint' },
    enabled: true,
    inputs: [{ type: 'endpoint', config: { policy: { value: { linux: { events } } } } }],
  });
  const on = { process: true, file: true, network: true };

  it.each([
    ['installed', 'ok'],
    ['installing', 'warning'],
    ['install_failed', 'error'],
  ])('has the package %s', async (installStatus, status) => {
    plugin.kibana.fleet.installations.set('endpoint', {
      version: '8.12.0',
      install_status: installStatus,
    });
    expect((await check('fleet_package')).status).toBe(status);
  });

  it('has no package, policy or agent', async () => {
    const results = await checks();
    for (const id of FLEET_CHECKS) {
      expect(results.get(id)?.status).toBe('error');
    }
  });

  it.each([
    ['with all events on', [policy('a', on)], 'ok'],
    [
      'of which one turns file events off',
      [policy('a', on), policy('b', { ...on, file: false })],
      'warning',
    ],
    ['of which all do', [policy('b', { ...on, file: false })], 'error'],
    ['that are off', [{ ...policy('a', on), enabled: false }], 'error'],
  ])('has policies %s', async (_, policies, status) => {
    plugin.kibana.fleet.policies = policies;
    expect((await check('defend_policy')).status).toBe(status);
  });

  it('shows nothing to a user without rights in it, who is not told that nothing is there', async () => {
    plugin.kibana.fleet.policies = [policy('a', on)];
    const results = await checks(plugin.analyst);
    for (const id of FLEET_CHECKS) {
      expect(results.get(id)).toMatchObject({
        status: 'unknown',
        message: expect.stringContaining('does not have adequate permissions'),
      });
    }
  });

  it('can not be asked for policies', async () => {
    jest
      .spyOn(plugin.kibana.fleet.start.packagePolicyService, 'list')
      .mockRejectedValue(new Error('no such saved objects'));
    expect(await check('defend_policy')).toMatchObject({
      status: 'unknown',
      message: 'Asking Fleet for the policies failed: no such saved objects',
    });
  });

  it('has policies, told with their environment and preset', async () => {
    const chosen = (name: string, value: object) => ({
      ...policy(name, on),
      inputs: [{ config: { integration_config: { value } } }],
    });
    plugin.kibana.fleet.policies = [
      chosen('web', { type: 'endpoint', endpointConfig: { preset: 'EDRComplete' } }),
      chosen('pods', { type: 'cloud', eventFilters: { nonInteractiveSession: true } }),
      policy('old', on),
    ];
    expect(await check('defend_policy')).toMatchObject({
      status: 'ok',
      message:
        'Process, file and network events of Linux are on in: web (Traditional Endpoints, Complete EDR); pods (Cloud Workloads, interactive sessions only); old',
    });
  });

  it('has agent policies, told by their names', async () => {
    plugin.kibana.fleet.policies = [policy('a', on), { ...policy('b', on), policy_ids: ['x'] }];
    plugin.kibana.fleet.agentPolicies = [{ id: 'agents-a', name: 'Servers' }];
    expect(await check('agent_policy')).toMatchObject({
      status: 'ok',
      message: '3 agent policies with Elastic Defend: Servers, agents-b, x',
    });
  });

  const fleetServer = { id: 's', policy_id: 'servers', package: { name: 'fleet_server' } };

  it.each([
    ['that is healthy', [fleetServer], ['online'], 'ok'],
    ['that is offline', [fleetServer], ['offline'], 'error'],
    ['without an agent', [fleetServer], [], 'error'],
    ['that Elastic runs, as agents report', [policy('a', on)], ['online'], 'ok'],
    ['nowhere, as no agent reports either', [policy('a', on)], ['offline'], 'error'],
  ])('has a Fleet Server %s', async (_, policies, statuses, status) => {
    plugin.kibana.fleet.policies = policies;
    plugin.kibana.fleet.agents = statuses.map((one, i) => ({ id: String(i), status: one }));
    expect((await check('fleet_server')).status).toBe(status);
  });

  it.each([
    [['online', 'online'], 'ok'],
    [['online', 'offline'], 'warning'],
    [['offline'], 'error'],
    [[], 'error'],
  ])('has agents that are %j', async (statuses, status) => {
    plugin.kibana.fleet.policies = [policy('a', on)];
    plugin.kibana.fleet.agents = statuses.map((one, i) => ({ id: String(i), status: one }));
    expect((await check('agents')).status).toBe(status);
  });
});

describe('alerts', () => {
  it('have their index', async () => {
    expect((await check('alert_index')).status).toBe('ok');
  });

  it('have no index yet', async () => {
    plugin.elasticsearch.deleteIndex('.internal.alerts-security.alerts-default-000001');
    expect(await check('alert_index')).toMatchObject({ status: 'error' });
  });

  it('may not be looked at', async () => {
    expect(await check('alert_index', blind())).toMatchObject({ status: 'unknown' });
  });
});

describe('privileges', () => {
  it('suffice to close alerts', async () => {
    expect((await check('privileges', plugin.manager)).status).toBe('ok');
  });

  it('suffice to look', async () => {
    const { status, message } = await check('privileges', plugin.analyst);
    expect(status).toBe('warning');
    expect(message).toContain('[write, maintenance] on [.alerts-security.alerts-default]');
  });

  it('are missing', async () => {
    expect(await check('privileges', blind())).toMatchObject({
      status: 'error',
      message: 'You may not read [logs-endpoint.events.*, .alerts-security.alerts-default]',
    });
  });

  it('can not be asked for', async () => {
    plugin.elasticsearch.faults.add({ endpoint: 'has_privileges', kind: 'status503', times: 9 });
    expect((await check('privileges')).status).toBe('unknown');
  });
});

describe('our rule', () => {
  it('is not installed', async () => {
    const results = await checks();
    expect(results.get('own_rule')?.status).toBe('error');
    expect(results.get('linked_rule')?.status).toBe('warning');
  });

  it('is enabled', async () => {
    await install();
    const results = await checks();
    expect(results.get('own_rule')?.status).toBe('ok');
    expect(results.get('linked_rule')?.status).toBe('ok');
  });

  it('is disabled', async () => {
    await install({ enabled: false });
    expect((await check('own_rule')).status).toBe('warning');
  });

  it.each([
    ['succeeded', 'ok'],
    ['warning', 'warning'],
    ['failed', 'error'],
  ])('has a last run that %s', async (outcome, status) => {
    const { id } = (await install()).body.rule;
    changeRule(id, { lastRun: { outcome, outcomeMsg: ['No index matches'] } });
    expect((await check('own_rule')).status).toBe(status);
  });

  it('has parameters that can not be used', async () => {
    const { id } = (await install()).body.rule;
    changeRule(id, { params: { version: 1, maxspan: 'soon' } });
    expect(await check('own_rule')).toMatchObject({ status: 'error' });
  });

  it('can not be read', async () => {
    const user = superuser();
    user.mayUseRule = () => {
      throw new Error('no alerting today');
    };
    await install();
    const results = await checks(user);
    expect(results.get('own_rule')?.status).toBe('unknown');
    expect(results.get('linked_rule')?.status).toBe('unknown');
    expect(results.get('fields')?.status).toBe('ok');
  });
});

describe('the linked rule', () => {
  const ID = '2cb1017c-dd7f-4500-a142-7402f8aa8dc9';
  beforeEach(async () => {
    putSecurityRule(plugin.kibana, ID);
    await install({ link: true, securityRuleId: ID });
  });

  it('is enabled', async () => {
    expect((await check('linked_rule')).status).toBe('ok');
  });

  it.each([
    ['disabled', () => putSecurityRule(plugin.kibana, ID, { enabled: false }), 'warning'],
    ['gone', () => plugin.kibana.savedObjects.remove('alert', ID), 'error'],
    [
      'of another type',
      () => putSecurityRule(plugin.kibana, ID, { alertTypeId: 'siem.queryRule' }),
      'error',
    ],
  ])('is %s', async (_, change, status) => {
    change();
    expect((await check('linked_rule')).status).toBe(status);
  });

  it('may not be read', async () => {
    expect((await check('linked_rule', plugin.analyst)).status).toBe('unknown');
  });
});

describe('the exception list', () => {
  const add = () =>
    plugin.call('POST', 'exclusions', {
      user: superuser(),
      body: {
        name: 'CI',
        entries: [{ field: 'host.name', operator: 'included', type: 'match', value: 'ci-1' }],
      },
    });

  it('is not there yet', async () => {
    expect((await check('exception_list')).status).toBe('ok');
  });

  it('is there', async () => {
    await add();
    expect(await check('exception_list')).toMatchObject({ status: 'ok', details: { inForce: 1 } });
  });

  it('holds what can not be applied', async () => {
    await add();
    await plugin.kibana.lists.exceptions.client(undefined).createExceptionListItem({
      listId: 'recently-compiled-exclusions',
      namespaceType: 'single',
      itemId: 'odd',
      name: 'Odd',
      description: '',
      entries: [{ type: 'sounds_like' }],
      osTypes: [],
      tags: [],
      comments: [],
      meta: undefined,
      expireTime: undefined,
      type: 'simple',
    });
    expect(await check('exception_list')).toMatchObject({
      status: 'error',
      message: 'Exclusions can not be applied: Odd',
    });
  });

  it('can not be read', async () => {
    jest.spyOn(plugin.kibana.lists.exceptions, 'client').mockReturnValue({
      findExceptionListItem: () => Promise.reject(new Error('no lists today')),
    } as never);
    expect(await check('exception_list')).toMatchObject({
      status: 'unknown',
      message: 'Reading the exclusions failed: no lists today',
    });
  });
});
