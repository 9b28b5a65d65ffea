// SPDX-License-Identifier: Apache-2.0
import { recorded } from '../elasticsearch/test_support';
import { Alerting } from '../../../standalone/kibana/alerting';
import { superuser, userWith } from '../../../standalone/kibana/kibana_user';
import { SavedObjectStore } from '../../../standalone/kibana/saved_objects';
import { boom, FEATURE, FEATURE_CONFIG, RULE_TYPE, ruleData, ruleType } from './test_support';

const start = (version = '8.12.2') => {
  const savedObjects = new SavedObjectStore();
  return { savedObjects, alerting: new Alerting(savedObjects, version) };
};

const withType = () => {
  const doubles = start();
  doubles.alerting.setup.registerType(ruleType());
  return { ...doubles, client: doubles.alerting.rulesClient(superuser('ann')) };
};

describe('registering a rule type', () => {
  it('is done once', () => {
    const { alerting } = start();
    alerting.setup.registerType(ruleType());
    expect(() => alerting.setup.registerType(ruleType())).toThrow(
      'Rule type "test.chain" is already registered.',
    );
  });

  it.each([
    ['another character in the id', { id: 'a b' }, /invalid character/],
    ['an unknown license', { minimumLicenseRequired: 'free' }, /"free" is not a valid license/],
    ['a missing field', { category: undefined }, /lacks category/],
    ['a reserved group', { actionGroups: [{ id: 'recovered', name: 'R' }] }, /reserved/],
    ['no such default group', { defaultActionGroupId: 'other' }, /no action group "other"/],
    ['a timeout that is none', { ruleTaskTimeout: '5 minutes' }, /invalid timeout/],
  ])('refuses %s', (_, changes, reason) => {
    expect(() => start().alerting.setup.registerType(ruleType(changes))).toThrow(reason);
  });

  it("refuses alerts under Security's context", () => {
    const alerts = { context: 'security', mappings: { fieldMap: {} } };
    const withAlerts = Object.assign(ruleType(), { alerts });
    expect(() => start().alerting.setup.registerType(withAlerts)).toThrow(
      'security has already been registered with different options',
    );
  });

  it('needs a solution, and no late alerts that recover, from 9 on', () => {
    const { alerting } = start('9.1.0');
    const without = ruleType({ solution: undefined });
    expect(() => alerting.setup.registerType(without)).toThrow(/lacks solution/);
    expect(() => alerting.setup.registerType(ruleType({ autoRecoverAlerts: true }))).toThrow(
      /cancelAlertsOnRuleTimeout/,
    );
    expect(() => start().alerting.setup.registerType(without)).not.toThrow();
  });
});

describe('the rules client', () => {
  it('creates a rule with validated params, and reads it', async () => {
    const { client, savedObjects } = withType();
    const { id } = await client.create({ data: ruleData() });
    const rule = await client.get({ id });
    expect(rule).toMatchObject({
      id,
      name: 'A rule',
      alertTypeId: RULE_TYPE,
      params: { size: 1 },
      createdBy: 'ann',
      revision: 0,
      createdAt: expect.any(Date),
    });
    expect(savedObjects.find('alert', id)?.attributes['scheduledTaskId']).toBe(id);
  });

  it('refuses invalid params, an unknown type and an id that is taken', async () => {
    const { client } = withType();
    const bad = { params: { size: 'x' } };
    const refused = { status: 400, message: 'params invalid: [size]: write a number' };
    expect(await boom(client.create({ data: ruleData(bad) }))).toEqual(refused);
    const unknown = client.create({ data: ruleData({ alertTypeId: 'other' }) });
    expect((await boom(unknown)).status).toBe(400);
    const named = client.create({ data: ruleData(), options: { id: 'my-rule' } });
    expect(await boom(named)).toMatchObject({
      status: 400,
      message: expect.stringContaining('unless the ID is a UUID'),
    });
    const uuid = '2ed6657d-e927-568b-95e1-2665a8aea6a2';
    const { id } = await client.create({ data: ruleData(), options: { id: uuid } });
    expect((await boom(client.create({ data: ruleData(), options: { id } }))).status).toBe(409);
    const { name, tags, schedule, actions } = ruleData();
    const update = client.update({ id, data: { name, tags, schedule, actions, ...bad } });
    expect(await boom(update)).toEqual(refused);
  });

  it('says that a rule does not exist', async () => {
    const { client } = withType();
    expect(await boom(client.get({ id: 'x' }))).toEqual({
      status: 404,
      message: 'Saved object [alert/x] not found',
    });
  });

  it('finds by type and by params', async () => {
    const { client } = withType();
    await client.create({ data: ruleData({ params: { securityRuleId: 'a-1' } }) });
    const { id } = await client.create({ data: ruleData({ params: { securityRuleId: 'a-2' } }) });
    const find = async (filter: string) => {
      const { data } = await client.find({ options: { filter, perPage: 10 } });
      return data.map((rule) => rule.id);
    };
    const type = `alert.attributes.alertTypeId: ${RULE_TYPE}`;
    expect(await find(type)).toHaveLength(2);
    expect(await find(`${type} and alert.attributes.params.securityRuleId: "a-2"`)).toEqual([id]);
    expect(await find('alert.attributes.alertTypeId: other')).toEqual([]);
    await expect(find('alert.attributes.name: a*b and (x)')).rejects.toThrow(/can not read/);
  });

  it('finds a rule of Security as it was recorded', async () => {
    const { savedObjects, client } = withType();
    const [security] = recorded('alert_saved_objects');
    savedObjects.put(security);
    const { data } = await client.find({
      options: {
        filter:
          'alert.attributes.alertTypeId: siem.eqlRule AND alert.attributes.params.ruleId: "64cfca9e-0f6f-4048-8251-9ec56a055e9e"',
        perPage: 1,
      },
    });
    expect(data[0]?.id).toBe(security.id);
    expect(data[0]?.updatedAt).toEqual(new Date('2026-11-24T11:39:41.424Z'));
  });

  it('lets a user do what the feature grants for its consumer', async () => {
    const { alerting, client } = withType();
    const { id } = await client.create({ data: ruleData() });
    const as = (privilege: 'all' | 'read') =>
      alerting.rulesClient(userWith('bob', [{ feature: FEATURE_CONFIG, privilege }]));
    expect((await as('read').get({ id })).id).toBe(id);
    expect(await as('read').runSoon({ id })).toBeUndefined();
    expect(await boom(as('read').disable({ id }))).toEqual({
      status: 403,
      message: `Unauthorized by "${FEATURE}" to disable "${RULE_TYPE}" rule`,
    });
    await as('all').disable({ id });
    expect(await as('all').runSoon({ id })).toBe('Error running rule: rule is disabled');
    const foreign = as('all').create({ data: ruleData({ consumer: 'siem' }) });
    expect((await boom(foreign)).status).toBe(403);
    const nobody = alerting.rulesClient(userWith('eve', []));
    const all = { filter: `alert.attributes.alertTypeId: ${RULE_TYPE}`, perPage: 10 };
    expect((await nobody.find({ options: all })).total).toBe(0);
  });

  it('keeps the state when a rule is disabled, unless its alerts recover by themselves', async () => {
    const { alerting, client } = withType();
    alerting.setup.registerType(ruleType({ id: 'lifecycle', autoRecoverAlerts: true }));
    const kept = await client.create({ data: ruleData() });
    const lost = await client.create({ data: ruleData({ alertTypeId: 'lifecycle' }) });
    for (const { id } of [kept, lost]) {
      alerting.tasks.set(id, { state: '{"alertTypeState":{"n":1}}' });
      await client.disable({ id });
    }
    expect(await client.getAlertState({ id: kept.id })).toEqual({ alertTypeState: { n: 1 } });
    expect(await client.getAlertState({ id: lost.id })).toBeUndefined();
    await client.delete({ id: kept.id });
    expect(alerting.tasks.size).toBe(0);
  });
});

it('tells whether the alert index of a space could be made', async () => {
  const { alerting } = start();
  const { frameworkAlerts } = alerting.setup;
  const wait = (context: string, spaceId: string) =>
    frameworkAlerts.getContextInitializationPromise(context, spaceId);
  expect(await wait('security', 'lab')).toEqual({ result: true });
  expect(alerting.contextsAwaited).toEqual([{ context: 'security', spaceId: 'lab' }]);
  alerting.contextInitialization = async () => ({ result: false, error: 'no' });
  expect(await wait('security', 'lab')).toEqual({ result: false, error: 'no' });
});
