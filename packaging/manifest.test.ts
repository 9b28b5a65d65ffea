// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { loadKibanaFacts, type KibanaFacts } from './kibana_facts';
import { checkManifest, manifestOf } from './manifest';
import { readPluginDescription, type PluginDescription } from './plugin_description';

const ROOT = path.resolve(__dirname, '..');

const FACTS: KibanaFacts = {
  ...loadKibanaFacts(ROOT, '8.12.2'),
  serverPlugins: ['alerting', 'lists', 'ruleRegistry'],
  browserPlugins: ['alerting', 'kibanaReact', 'lists'],
};

const DESCRIPTION: PluginDescription = {
  type: 'plugin',
  id: '@sample/plugin',
  owner: 'somebody',
  description: 'A sample.',
  plugin: {
    id: 'sample',
    server: true,
    browser: false,
    configPath: 'my_sample',
    requiredPlugins: ['alerting'],
    optionalPlugins: ['ruleRegistry'],
    requiredBundles: [],
  },
};

function withPlugins(plugins: Partial<PluginDescription['plugin']>) {
  return manifestOf(
    { ...DESCRIPTION, plugin: { ...DESCRIPTION.plugin, ...plugins } },
    '1.0.0',
    '8.12.2',
  );
}

test('says in the words of kibana.json what kibana.jsonc says', () => {
  expect(manifestOf(DESCRIPTION, '1.0.0', '8.12.2')).toEqual({
    id: 'sample',
    version: '1.0.0',
    kibanaVersion: '8.12.2',
    type: 'standard',
    owner: { name: 'somebody' },
    description: 'A sample.',
    configPath: 'my_sample',
    server: true,
    ui: false,
    requiredPlugins: ['alerting'],
    optionalPlugins: ['ruleRegistry'],
    requiredBundles: [],
  });
});

test('a manifest that fits passes', () => {
  expect(() => checkManifest(withPlugins({}), FACTS)).not.toThrow();
});

test('a key that this Kibana does not know is refused', () => {
  const facts = { ...FACTS, manifestKeys: FACTS.manifestKeys.filter((key) => key !== 'owner') };
  expect(() => checkManifest(withPlugins({}), facts)).toThrow(
    'Kibana 8.12.2 does not know these keys of kibana.json: owner.',
  );
});

test.each([
  [{ requiredPlugins: ['alertign'] }, 'alertign'],
  [{ optionalPlugins: ['fleat'] }, 'fleat'],
  [{ requiredBundles: ['ruleRegistry'] }, 'ruleRegistry'],
])('a plugin that this Kibana lacks is refused: %j', (plugins, missing) => {
  expect(() => checkManifest(withPlugins(plugins), FACTS)).toThrow(
    `Kibana 8.12.2 has no plugin ${missing}; correct kibana.jsonc.`,
  );
});

test('every plugin that ours needs or can use is in Kibana 8.12.2', () => {
  const facts = loadKibanaFacts(ROOT, '8.12.2');
  const { requiredPlugins, optionalPlugins } = readPluginDescription(ROOT).plugin;
  expect(requiredPlugins).toEqual(['alerting', 'features']);
  for (const id of [...requiredPlugins, ...optionalPlugins]) {
    expect([...facts.serverPlugins, ...facts.browserPlugins]).toContain(id);
  }
  // Without these in the browser, Kibana would not load our browser side at all.
  for (const id of requiredPlugins) {
    expect(facts.browserPlugins).toContain(id);
  }
});
