// SPDX-License-Identifier: Apache-2.0
import { installResponseSchema, ruleResponseSchema } from '../../common/api';
import { userWith, type KibanaUser } from '../../standalone/kibana/kibana_user';
import {
  putSecurityRule,
  startKibanaWithPlugin,
  type KibanaWithPlugin,
} from './kibana_with_plugin';

const SECURITY_RULE = '2cb1017c-dd7f-4500-a142-7402f8aa8dc9';

let plugin: KibanaWithPlugin;
beforeEach(async () => {
  plugin = await startKibanaWithPlugin();
});
afterEach(() => plugin.close());

const install = (body: object = {}) =>
  plugin.call('POST', 'rule/install', { user: plugin.manager, body });
const storedRules = () => plugin.kibana.savedObjects.all('alert');

describe('installing', () => {
  it('makes one rule with the defaults, owned by whoever asks', async () => {
    const { status, body } = await install();
    expect(status).toBe(200);
    expect(installResponseSchema.parse(body)).toMatchObject({
      created: true,
      rule: { enabled: true, link: null, paramProblems: [], revision: 0, createdBy: 'manager' },
    });
    expect(storedRules().map(({ attributes }) => attributes)).toMatchObject([
      {
        alertTypeId: 'recentlyCompiled.networkConnection',
        consumer: 'recentlyCompiled',
        schedule: { interval: '5m' },
        params: { version: 2, detection: 'lineage', securityRuleId: null, maxspan: '1m' },
      },
    ]);
  });

  it('answers with the rule that is there', async () => {
    const first = await install({ params: { maxspan: '2m' } });
    const second = await install({ params: { maxspan: '3m' } });
    expect(second.body).toMatchObject({
      created: false,
      rule: { id: first.body.rule.id, params: { maxspan: '2m' } },
    });
    expect(storedRules()).toHaveLength(1);
  });

  it('makes one rule when two people install at the same moment', async () => {
    const answers = await Promise.all([install(), install(), install()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.filter(({ body }) => body.created)).toHaveLength(1);
    expect(storedRules()).toHaveLength(1);
  });

  it('makes a rule in each space', async () => {
    await install();
    const other = { user: plugin.manager, body: {}, spaceId: 'soc' };
    expect((await plugin.call('POST', 'rule/install', other)).body.created).toBe(true);
    expect(new Set(storedRules().map(({ id }) => id)).size).toBe(2);
    expect((await plugin.call('GET', 'rule', other)).body.rule.id).not.toBe(
      (await plugin.call('GET', 'rule', { user: plugin.manager })).body.rule.id,
    );
  });

  it('tells each parameter that is wrong', async () => {
    const { status, body } = await install({ params: { maxspan: 'soon', compilers: [] } });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      statusCode: 400,
      error: 'invalid',
      problems: [
        { field: 'compilers', message: '[compilers] needs at least one entry' },
        { field: 'maxspan', message: '[maxspan] is no time span: [soon]' },
      ],
    });
    expect(storedRules()).toEqual([]);
  });

  it('keeps the interval and the params together', async () => {
    await install({ params: { interval: '2m' }, enabled: false });
    expect(storedRules()[0]?.attributes).toMatchObject({
      enabled: false,
      schedule: { interval: '2m' },
      params: { interval: '2m' },
    });
  });
});

describe('the link with a Security rule', () => {
  const link = { link: true, securityRuleId: SECURITY_RULE };
  /** May also read rules of Security. */
  const securityAnalyst = (): KibanaUser => ({ ...plugin.manager, mayUseRule: () => true });
  const installLinked = (user = securityAnalyst()) =>
    plugin.call('POST', 'rule/install', { user, body: link });

  it('is made for a user who may read that rule', async () => {
    putSecurityRule(plugin.kibana, SECURITY_RULE);
    expect((await installLinked()).body).toMatchObject({
      created: true,
      rule: { link: { securityRuleId: SECURITY_RULE, status: 'enabled' } },
    });
    expect(storedRules().at(-1)?.attributes['params']).toMatchObject({
      securityRuleId: SECURITY_RULE,
    });
  });

  it('is refused to a user who may not', async () => {
    putSecurityRule(plugin.kibana, SECURITY_RULE);
    const { status, body } = await installLinked(plugin.manager);
    expect(status).toBe(403);
    expect(body).toEqual({
      statusCode: 403,
      error: 'missing_privilege',
      message: `You may not read the Security rule [${SECURITY_RULE}]`,
      remedy: 'Ask an administrator for a role that may read rules of Security, then link it again',
    });
    expect(storedRules()).toHaveLength(1);
  });

  it('is refused where there is no such rule, or one of another type, or no id', async () => {
    expect((await installLinked()).status).toBe(404);
    putSecurityRule(plugin.kibana, SECURITY_RULE, { alertTypeId: 'siem.queryRule' });
    expect((await installLinked()).body.problems[0].field).toBe('securityRuleId');
    const { status, body } = await install({ link: true });
    expect([status, body.problems[0].field]).toEqual([400, 'securityRuleId']);
  });

  it('can be added to a rule that stands alone', async () => {
    await install({ params: { maxspan: '2m' } });
    putSecurityRule(plugin.kibana, SECURITY_RULE);
    expect((await installLinked()).body).toMatchObject({
      created: false,
      rule: { link: { securityRuleId: SECURITY_RULE }, params: { maxspan: '2m' } },
    });
  });

  it.each([
    ['disabled', () => putSecurityRule(plugin.kibana, SECURITY_RULE, { enabled: false })],
    ['missing', () => plugin.kibana.savedObjects.remove('alert', SECURITY_RULE)],
  ])('is told to be %s', async (status, change) => {
    putSecurityRule(plugin.kibana, SECURITY_RULE);
    await installLinked();
    change();
    const { body } = await plugin.call('GET', 'rule', { user: securityAnalyst() });
    expect(ruleResponseSchema.parse(body).rule?.link?.status).toBe(status);
  });

  it('can be taken off, so that the rule stands alone with its parameters', async () => {
    putSecurityRule(plugin.kibana, SECURITY_RULE);
    await plugin.call('POST', 'rule/install', {
      user: securityAnalyst(),
      body: { ...link, params: { maxspan: '2m' } },
    });
    const unlink = () => plugin.call('POST', 'rule/unlink', { user: plugin.manager });
    expect((await unlink()).body.rule).toMatchObject({ link: null, params: { maxspan: '2m' } });
    // Taking off what is not there changes nothing.
    const { revision } = (await unlink()).body.rule;
    expect((await unlink()).body.rule.revision).toBe(revision);
  });

  it('is told without a name to those who may not read the Security rule', async () => {
    putSecurityRule(plugin.kibana, SECURITY_RULE);
    await installLinked();
    const { body } = await plugin.call('GET', 'rule', { user: plugin.analyst });
    expect(body.rule.link).toEqual({ securityRuleId: SECURITY_RULE, status: 'hidden', name: null });
  });
});

describe('the state of the rule', () => {
  it('is null before it is installed', async () => {
    expect((await plugin.call('GET', 'rule', { user: plugin.analyst })).body).toEqual({
      rule: null,
      now: '2026-11-24T12:00:00.000Z',
    });
  });

  it('tells the last runs', async () => {
    const { id } = (await install()).body.rule;
    const rule = plugin.kibana.savedObjects.find('alert', id)!;
    plugin.kibana.savedObjects.put({
      ...rule,
      attributes: {
        ...rule.attributes,
        lastRun: { outcome: 'warning', outcomeMsg: ['120 alerts wait for the next run.'] },
        executionStatus: { status: 'warning', lastExecutionDate: '2026-11-24T11:55:00.000Z' },
        nextRun: '2026-11-24T12:05:00.000Z',
        monitoring: {
          run: {
            history: [
              { success: false, timestamp: Date.parse('2026-11-24T11:50:00Z') },
              { success: true, timestamp: Date.parse('2026-11-24T11:55:00Z'), duration: 882 },
            ],
          },
        },
      },
    });
    const { body } = await plugin.call('GET', 'rule', { user: plugin.analyst });
    expect(ruleResponseSchema.parse(body).rule).toMatchObject({
      outcome: {
        status: 'warning',
        messages: ['120 alerts wait for the next run.'],
        at: '2026-11-24T11:55:00.000Z',
      },
      nextRun: '2026-11-24T12:05:00.000Z',
      runs: [
        { startedAt: '2026-11-24T11:55:00.000Z', outcome: 'succeeded', durationMs: 882 },
        { startedAt: '2026-11-24T11:50:00.000Z', outcome: 'failed', durationMs: null },
      ],
    });
    const changed = await plugin.call('PUT', 'rule/params', {
      user: plugin.manager,
      body: { revision: 0, params: { maxspan: '2m' } },
    });
    expect(changed.body.rule.runs).toEqual(body.rule.runs);
  });

  it('tells parameters that can not be used any more', async () => {
    const { id } = (await install()).body.rule;
    const rule = plugin.kibana.savedObjects.find('alert', id)!;
    const attributes = { ...rule.attributes, params: { version: 1, maxspan: 'soon' } };
    plugin.kibana.savedObjects.put({ ...rule, attributes });
    const { body } = await plugin.call('GET', 'rule', { user: plugin.analyst });
    expect(body.rule).toMatchObject({ params: null, paramProblems: [{ field: 'maxspan' }] });
  });
});

describe('changing the rule', () => {
  const change = (body: object) =>
    plugin.call('PUT', 'rule/params', { user: plugin.manager, body });

  it('changes the interval of its runs as well', async () => {
    await install();
    const { status, body } = await change({
      revision: 0,
      params: { interval: '10m', from: '15m' },
    });
    expect(status).toBe(200);
    expect(body.rule).toMatchObject({ revision: 1, params: { interval: '10m', from: '15m' } });
    expect(storedRules()[0]?.attributes['schedule']).toEqual({ interval: '10m' });
  });

  it.each([
    [
      'that say how often they are started',
      { actions: [{ id: 'mail', group: 'default', frequency: { notifyWhen: 'onActiveAlert' } }] },
    ],
    [
      'of which the rule says it',
      {
        actions: [{ id: 'mail', group: 'default' }],
        notifyWhen: 'onThrottleInterval',
        throttle: '1h',
      },
    ],
  ])('keeps the link, name and actions %s', async (_, actions) => {
    putSecurityRule(plugin.kibana, SECURITY_RULE);
    const user = { ...plugin.manager, mayUseRule: () => true, mayUseSavedObject: () => true };
    const body = { link: true, securityRuleId: SECURITY_RULE };
    const { id } = (await plugin.call('POST', 'rule/install', { user, body })).body.rule;
    const rule = plugin.kibana.savedObjects.find('alert', id)!;
    const own = { name: 'Ours', tags: ['soc'], ...actions };
    plugin.kibana.savedObjects.put({ ...rule, attributes: { ...rule.attributes, ...own } });
    const changed = { revision: 0, params: {} };
    expect((await plugin.call('PUT', 'rule/params', { user, body: changed })).status).toBe(200);
    expect(plugin.kibana.savedObjects.find('alert', id)?.attributes).toMatchObject({
      ...own,
      params: { securityRuleId: SECURITY_RULE },
    });
  });

  it('takes the privilege for connectors as well, where it has actions', async () => {
    const { id } = (await install()).body.rule;
    const rule = plugin.kibana.savedObjects.find('alert', id)!;
    const actions = [{ id: 'mail', group: 'default', frequency: { notifyWhen: 'onActiveAlert' } }];
    plugin.kibana.savedObjects.put({ ...rule, attributes: { ...rule.attributes, actions } });
    for (const refused of [
      await change({ revision: 0, params: {} }),
      await plugin.call('POST', 'rule/enable', { user: plugin.manager }),
      await plugin.call('POST', 'rule/run', { user: plugin.manager }),
    ]) {
      expect(refused.status).toBe(403);
      expect(refused.body.remedy).toContain('"Actions and Connectors: Read"');
    }
  });

  it('is refused when somebody else has changed it, and says who and when', async () => {
    await install();
    await change({ revision: 0, params: { maxspan: '2m' } });
    const { status, body } = await change({ revision: 0, params: { maxspan: '3m' } });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      error: 'conflict',
      message: 'The rule was changed meanwhile by manager at 2026-11-24T12:00:00.000Z',
      changed: { by: 'manager', at: '2026-11-24T12:00:00.000Z' },
    });
    expect(storedRules()[0]?.attributes['params']).toMatchObject({ maxspan: '2m' });
  });

  it('tells each parameter that is wrong', async () => {
    await install();
    const { status, body } = await change({ revision: 0, params: { from: '1m', compiler: [] } });
    expect(status).toBe(400);
    expect(body.problems).toEqual([
      expect.objectContaining({ field: 'compiler', message: '[compiler] is no parameter' }),
      expect.objectContaining({ field: 'from', remedy: 'Write at least 5m' }),
    ]);
  });

  it('enables, disables, runs and deletes it', async () => {
    const act = (path: string) => plugin.call('POST', path, { user: plugin.manager });
    const { id } = (await install({ enabled: false })).body.rule;
    const refused = await act('rule/run');
    expect(refused.status).toBe(409);
    expect(refused.body.message).toContain('rule is disabled');
    expect((await act('rule/enable')).body.rule.enabled).toBe(true);
    expect((await act('rule/run')).status).toBe(200);
    expect(plugin.kibana.alerting.runSoonRequests).toEqual([id]);
    expect((await act('rule/disable')).body.rule.enabled).toBe(false);
    expect((await plugin.call('DELETE', 'rule', { user: plugin.manager })).body).toEqual({
      deleted: true,
    });
    expect(storedRules()).toEqual([]);
  });

  it.each([
    ['POST', 'rule/enable'],
    ['POST', 'rule/disable'],
    ['POST', 'rule/run'],
    ['DELETE', 'rule'],
  ] as const)('answers %s %s with 404 where there is no rule', async (method, path) => {
    const { status, body } = await plugin.call(method, path, { user: plugin.manager });
    expect([status, body.error, body.remedy]).toEqual([404, 'not_found', 'Install it first']);
  });
});

it('works in 9.x, for a user with the feature alone', async () => {
  await plugin.close();
  plugin = await startKibanaWithPlugin({ version: '9.1.0' });
  expect((await install()).body.created).toBe(true);
  const nobody = userWith('nobody', []);
  expect((await plugin.call('GET', 'rule', { user: nobody })).status).toBe(403);
});

it('tells how to mend a Kibana that has no key to encrypt with', async () => {
  // As Kibana 8.12 throws it.
  plugin.kibana.startPlugins.alerting.getRulesClientWithRequest = () => {
    throw new Error(
      'Unable to create alerts client because the Encrypted Saved Objects plugin is missing encryption key. Please set xpack.encryptedSavedObjects.encryptionKey in the kibana.yml or use the bin/kibana-encryption-keys command.',
    );
  };
  const { status, body } = await install();
  expect([status, body.remedy]).toEqual([
    500,
    'Set xpack.encryptedSavedObjects.encryptionKey in kibana.yml, as bin/kibana-encryption-keys generate prints it, and restart Kibana',
  ]);
});
