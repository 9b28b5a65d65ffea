// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadKibanaFacts } from './kibana_facts';

const ROOT = path.resolve(__dirname, '..');

test('Kibana 8.12.2 runs on Node 18 and shares React 17', () => {
  const { node, sharedModules } = loadKibanaFacts(ROOT, '8.12.2');
  expect(node).toBe('18.18.2');
  expect(sharedModules['react-dom']?.global).toBe('__kbnSharedDeps__.ReactDom');
  expect(sharedModules['react-dom']?.exports).toContain('render');
  expect(sharedModules['react-dom']?.exports).not.toContain('createRoot');
  expect(sharedModules['react-dom/client']).toBeUndefined();
});

test.each(['8.13.0', '8.12', '../kibana_facts/8.12.2', ''])(
  'refuses version "%s" and says what to add',
  (version) => {
    expect(() => loadKibanaFacts(ROOT, version)).toThrow(
      `No facts about Kibana ${version} are on file`,
    );
    expect(() => loadKibanaFacts(ROOT, version)).toThrow(
      `On file: 8.12.2. To add it, write packaging/kibana_facts/${version}.json`,
    );
  },
);

test('incomplete facts are refused with the place', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'recently-compiled-facts-'));
  const folder = path.join(root, 'packaging/kibana_facts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, '9.0.0.json'),
    '{ "kibanaVersion": "9.0.0", "node": "20.18.2", "manifestKeys": "id" }',
  );
  expect(() => loadKibanaFacts(root, '9.0.0')).toThrow(
    'packaging/kibana_facts/9.0.0.json, manifestKeys: Expected array, received string',
  );
  rmSync(root, { recursive: true });
});
