// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSources, ROOT } from '../translations/messages';

/** Of those that Kibana 8.12.2 takes; it refuses to start with one that it does not know. */
const TAKEN = [
  'xpack.alerting.rules.run.alerts.max',
  'xpack.encryptedSavedObjects.encryptionKey',
  'xpack.fleet.enabled',
];

const settingsIn = (text: string): string[] => text.match(/xpack(?:\.\w+)+/g) ?? [];

it('names no settings in texts that Kibana refuses to start with', () => {
  const translated = readFileSync(path.join(ROOT, 'translations/zh-CN.json'), 'utf8');
  const english = readSources().messages.map((message) => message.english);
  const plain = readFileSync(path.join(ROOT, 'server/optional_plugins.ts'), 'utf8')
    .split('\n')
    .filter((line) => !line.trim().startsWith('//'));
  const named = [translated, ...english, ...plain].flatMap(settingsIn);
  expect([...new Set(named)].sort()).toEqual(TAKEN);
});
