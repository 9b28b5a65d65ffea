// SPDX-License-Identifier: Apache-2.0
import type { App, CoreSetup, RuleTypeModel } from './kibana_contracts';
import { plugin } from '.';

function setUp(plugins: Parameters<ReturnType<typeof plugin>['setup']>[1], version = '8.12.2') {
  const apps: App[] = [];
  const core: CoreSetup = {
    application: { register: (app) => apps.push(app) },
    getStartServices: () => Promise.reject(new Error('not needed in setup')),
  };
  plugin({ env: { packageInfo: { version } } }).setup(core, plugins);
  return apps;
}

test('the app is there without any of the optional plugins', () => {
  expect(setUp({}).map(({ id }) => id)).toEqual(['recentlyCompiled']);
});

test('in Kibana 9 the app is offered in the words of Kibana 9', () => {
  const [app] = setUp({}, '9.0.0');
  expect(app).toMatchObject({ visibleIn: expect.arrayContaining(['classicSideNav']) });
  expect(app).not.toHaveProperty('navLinkStatus');
});

test('rules of our type are created and edited in Stack Management', () => {
  const types: RuleTypeModel[] = [];
  setUp({ triggersActionsUi: { ruleTypeRegistry: { register: (type) => types.push(type) } } });
  expect(types).toHaveLength(1);
  expect(types[0]?.requiresAppContext).toBe(false);
});
