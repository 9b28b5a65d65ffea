// SPDX-License-Identifier: Apache-2.0
import type {
  KibanaFeature,
  RuleExecutorOptions,
  RuleType,
} from '../../../server/kibana_contracts';

export const RULE_TYPE = 'test.chain';
export const FEATURE = 'testFeature';

type Executor = RuleType['executor'];

export const ruleType = (changes: Partial<Record<keyof RuleType, unknown>> = {}): RuleType =>
  ({
    id: RULE_TYPE,
    name: 'Chain',
    category: 'securitySolution',
    producer: FEATURE,
    solution: 'security',
    actionGroups: [{ id: 'default', name: 'Default' }],
    defaultActionGroupId: 'default',
    minimumLicenseRequired: 'basic',
    isExportable: true,
    autoRecoverAlerts: false,
    cancelAlertsOnRuleTimeout: false,
    ruleTaskTimeout: '5m',
    defaultScheduleInterval: '1m',
    doesSetRecoveryContext: false,
    validate: {
      params: {
        validate: (params: { size?: unknown }) => {
          if (typeof params.size === 'string') {
            throw new Error('[size]: write a number');
          }
          return { size: 1, ...params };
        },
      },
    },
    actionVariables: { context: [], params: [] },
    getViewInAppRelativeUrl: () => '/app/x',
    executor: async () => ({ state: {} }),
    ...changes,
  }) as RuleType;

/** A rule type whose runs do, one after the other, what the list says. */
export const playing = (...runs: ((options: RuleExecutorOptions) => unknown)[]): RuleType => {
  const executor: Executor = async (options) => {
    const state = await runs.shift()?.(options);
    return { state: (state ?? {}) as Record<string, unknown> };
  };
  return ruleType({ executor });
};

export const ruleData = (changes: Readonly<Record<string, unknown>> = {}) => ({
  name: 'A rule',
  alertTypeId: RULE_TYPE,
  consumer: FEATURE,
  enabled: true,
  tags: [],
  params: {},
  schedule: { interval: '1m' },
  actions: [],
  ...changes,
});

const privilege = (access: 'all' | 'read') => ({
  app: ['testApp'],
  catalogue: [],
  api: access === 'all' ? ['test-all', 'test-read'] : ['test-read'],
  ui: ['show'],
  savedObject: {
    all: access === 'all' ? ['exception-list'] : [],
    read: access === 'all' ? [] : ['exception-list'],
  },
  alerting: { rule: { [access]: [RULE_TYPE] }, alert: { [access]: [RULE_TYPE] } },
});

export const FEATURE_CONFIG: KibanaFeature = {
  id: FEATURE,
  name: 'Test',
  order: 1,
  category: { id: 'securitySolution', label: 'Security', order: 4000, euiIconType: 'logoSecurity' },
  app: ['testApp'],
  catalogue: [],
  alerting: [RULE_TYPE],
  privileges: { all: privilege('all'), read: privilege('read') },
};

/** Status and message of the Boom error that a call ends with. */
export const boom = async (
  call: Promise<unknown>,
): Promise<{ status: number; message: string }> => {
  try {
    await call;
  } catch (error) {
    const { output, message } = error as { output: { statusCode: number }; message: string };
    return { status: output.statusCode, message };
  }
  throw new Error('The call was answered');
};
