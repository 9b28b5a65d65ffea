// SPDX-License-Identifier: Apache-2.0
import { registerFeature } from './feature';
import type { KibanaFeature, RulesClient } from './kibana_contracts';
import { kibanaVersion } from './kibana_version';

const featureIn = (version: string): KibanaFeature => {
  const features: KibanaFeature[] = [];
  registerFeature(
    { registerKibanaFeature: (feature) => features.push(feature) },
    kibanaVersion(version),
  );
  return features[0] as KibanaFeature;
};

describe('Kibana 8.12', () => {
  it('names rules of a feature by their type', () => {
    const rules = ['recentlyCompiled.networkConnection'];
    expect(featureIn('8.12.2')).toMatchObject({
      alerting: rules,
      privileges: {
        all: { alerting: { rule: { all: rules }, alert: { all: rules } } },
        read: { alerting: { rule: { read: rules }, alert: { read: rules } } },
      },
    });
  });

  it('authorises routes by tags', () => {
    expect(kibanaVersion('8.12.2').authorisation('x-read')).toEqual({
      options: { tags: ['access:x-read'], access: 'internal' },
    });
  });
});

describe('Kibana 9.x', () => {
  it('names rules of a feature by their type and consumers', () => {
    const rules = [
      {
        ruleTypeId: 'recentlyCompiled.networkConnection',
        consumers: ['recentlyCompiled', 'alerts'],
      },
    ];
    expect(featureIn('9.1.0')).toMatchObject({
      alerting: rules,
      privileges: {
        all: { alerting: { rule: { all: rules }, alert: { all: rules } } },
        read: { alerting: { rule: { read: rules }, alert: { read: rules } } },
      },
    });
  });

  it('authorises routes by their security, without tags', () => {
    expect(kibanaVersion('9.1.0').authorisation('x-read')).toEqual({
      options: { tags: [], access: 'internal' },
      security: { authz: { requiredPrivileges: ['x-read'] } },
    });
  });

  it('calls what enables and disables rules by its new name', async () => {
    const called: string[] = [];
    const note = (name: string) => async () => {
      called.push(name);
    };
    const names = ['enable', 'disable', 'enableRule', 'disableRule'];
    const rules = Object.fromEntries(
      names.map((name) => [name, note(name)]),
    ) as unknown as RulesClient;
    for (const version of ['8.12.2', '9.1.0'].map(kibanaVersion)) {
      await version.enableRule(rules, 'a');
      await version.disableRule(rules, 'a');
    }
    expect(called).toEqual(['enable', 'disable', 'enableRule', 'disableRule']);
  });
});

it('lets those who may look do nothing else', () => {
  const { all, read } = featureIn('8.12.2').privileges;
  expect(read.ui).toEqual(['show']);
  expect(read.savedObject.all).toEqual([]);
  expect(read.api).toEqual(['recentlyCompiled-read', 'lists-read']);
  expect(all.ui).toEqual(['show', 'save']);
  expect(all.savedObject.all).toEqual(['exception-list', 'exception-list-agnostic']);
});
