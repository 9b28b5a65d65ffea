// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { Alerting } from '../../standalone/kibana/alerting';
import { checkRuleType } from '../../standalone/kibana/check_rule_type';
import { superuser } from '../../standalone/kibana/kibana_user';
import { SavedObjectStore } from '../../standalone/kibana/saved_objects';
import type { ExecutorDependencies } from '../../server/rule_type/execute';
import { createRuleType } from '../../server/rule_type/rule_type';
import { ourRuleData } from './our_rule';

/** Nothing here runs the rule. */
const ruleType = createRuleType({} as ExecutorDependencies);

const create = (params: Record<string, unknown>) => {
  const alerting = new Alerting(new SavedObjectStore(), '8.12.2');
  alerting.setup.registerType(ruleType);
  return alerting.rulesClient(superuser()).create({
    data: ourRuleData(params),
  });
};

test.each([
  ['8.12', false],
  ['9.x', true],
])('Kibana %s takes it', (_, isVersion9) => {
  expect(() => checkRuleType(ruleType, isVersion9)).not.toThrow();
});

test('alerts do not recover, and are kept when the time of a run is over', () => {
  expect(ruleType).toMatchObject({
    id: 'recentlyCompiled.networkConnection',
    producer: 'recentlyCompiled',
    autoRecoverAlerts: false,
    cancelAlertsOnRuleTimeout: false,
    ruleTaskTimeout: '10m',
  });
  // Security has registered that context with other options.
  expect(ruleType).not.toHaveProperty('alerts');
  expect(ruleType.getViewInAppRelativeUrl({ rule: { id: 'x' } })).toBe('/app/recentlyCompiled');
});

describe('a rule is created', () => {
  test('with the parameters of the published rule, and lineage, where none are given', async () => {
    const { params } = await create({});
    expect(params).toEqual({ ...DEFAULT_RULE_PARAMS, version: 2, securityRuleId: null });
    expect(params).toMatchObject({ detection: 'lineage' });
  });

  test('with older parameters, which are brought up to date', async () => {
    const { params } = await create({ linkedRuleId: 'abc', maxspan: '90s' });
    expect(params).toMatchObject({
      version: 2,
      securityRuleId: 'abc',
      maxspan: '90s',
      detection: 'published',
    });
    expect(params).not.toHaveProperty('linkedRuleId');
  });
});

describe('a rule is refused', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['a time without a unit', { maxspan: '60' }, /\[?maxspan\]?.*\. .*(?:Write|1m)/],
    ['no compilers', { compilers: [] }, /\[?compilers\]?.*\. .*/],
    ['too many alerts', { maxSignals: 5000 }, /\[?maxSignals\]? .*1 to 1000.*Write 100/],
    [
      'a short look-back',
      { detection: 'published', from: '5m' },
      /\[?from\]? .*5m.*Write at least 6m/,
    ],
    ['an unknown field', { linker: ['ld'] }, /linker.*\. .*linkers/],
    ['no id', { securityRuleId: '' }, /\[securityRuleId\].*address of the rule/],
    ['a newer version', { version: 3 }, /\[version\].*newer version of the plugin/],
  ])('with %s, naming field and remedy', async (_, params, message) => {
    await expect(create(params)).rejects.toMatchObject({
      message: expect.stringMatching(message),
      output: { statusCode: 400 },
    });
  });

  test('naming all that is wrong at once', async () => {
    await expect(create({ maxspan: 'soon', maxSignals: 0 })).rejects.toThrow(
      /maxspan[\s\S]*maxSignals|maxSignals[\s\S]*maxspan/,
    );
  });
});
