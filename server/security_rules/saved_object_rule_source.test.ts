// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SavedObject, SavedObjectsReader } from '../kibana_contracts';
import { SavedObjectRuleSource } from './saved_object_rule_source';

type Attributes = Readonly<Record<string, unknown>>;

/** Of a real Kibana 8.12.2: a Security rule, and a rule of another type. */
const [securityRule, otherRule] = JSON.parse(
  readFileSync(path.join(__dirname, '../../test/kibana/recorded/alert_saved_objects.json'), 'utf8'),
) as [SavedObject<Attributes>, SavedObject<Attributes>];

const sourceOf = (get: (...args: unknown[]) => unknown): SavedObjectRuleSource =>
  new SavedObjectRuleSource({
    get: async (...args: unknown[]) => get(...args),
  } as SavedObjectsReader);

const failing = (statusCode: number): SavedObjectRuleSource =>
  sourceOf(() => {
    throw Object.assign(new Error('refused'), { isBoom: true, output: { statusCode } });
  });

describe('the Security rule of a real Kibana 8.12.2', () => {
  test('is read with all that alerts need', async () => {
    const rule = await sourceOf(() => securityRule).read('x', 'default');
    expect(rule).toMatchObject({
      uuid: '2cb1017c-dd7f-4500-a142-7402f8aa8dc9',
      name: 'Network Connection via Recently Compiled Executable',
      tags: [
        'Domain: Endpoint',
        'OS: Linux',
        'Use Case: Threat Detection',
        'Tactic: Execution',
        'Data Source: Elastic Defend',
      ],
      enabled: true,
      interval: '5m',
      actions: [],
      createdAt: '2026-11-24T11:34:17.549Z',
      createdBy: 'elastic',
      updatedAt: '2026-11-24T11:39:41.424Z',
      updatedBy: 'elastic',
      revision: 1,
    });
    expect(rule?.params).toEqual(securityRule.attributes['params']);
  });

  test('takes the ids of its exception lists from its references', async () => {
    const [reference] = securityRule.references;
    const imported = {
      ...securityRule,
      references: reference ? [{ ...reference, id: 'new-id' }] : [],
    };
    const rule = await sourceOf(() => imported).read('x', 'default');
    expect(rule?.params.exceptionsList).toEqual([
      {
        id: 'new-id',
        list_id: 'recently-compiled-exclusions',
        type: 'detection',
        namespace_type: 'single',
      },
    ]);
    const bare = await sourceOf(() => ({ ...securityRule, references: [] })).read('x', 'default');
    expect(bare?.params.exceptionsList).toMatchObject([
      { id: 'afd54f12-e2af-484a-9185-e96780019da4' },
    ]);
  });
});

test.each([
  ['default', {}],
  ['ops', { namespace: 'ops' }],
])('looks in the space %s', async (space, options) => {
  const asked: unknown[] = [];
  await sourceOf((...args) => {
    asked.push(...args);
    return securityRule;
  }).read('id-1', space);
  expect(asked).toEqual(['alert', 'id-1', options]);
});

test('a rule that is gone', async () => {
  await expect(failing(404).read('x', 'default')).resolves.toBeUndefined();
});

test.each([
  [503, 'busy'],
  [403, 'missing_privilege'],
])('status %d', async (status, kind) => {
  await expect(failing(status).read('x', 'default')).rejects.toMatchObject({
    kind,
    message: 'The look at the Security rule [x] failed: refused',
  });
});

test('a rule of another type is refused', async () => {
  await expect(sourceOf(() => otherRule).read('x', 'default')).rejects.toMatchObject({
    kind: 'invalid',
    message:
      'The rule [RC enhanced] (d455f0bf-4117-45c1-b931-6f666d7ae25f) can not be linked, its type is [recentlyCompiled.sequence] and not [siem.eqlRule]',
    remedy: 'Link a Security rule of type Event Correlation',
  });
});

test('a rule that is not like those of 8.12 says what is amiss', async () => {
  const params = { ...(securityRule.attributes['params'] as Attributes), riskScore: '47' };
  const odd = { ...securityRule, attributes: { ...securityRule.attributes, params } };
  await expect(sourceOf(() => odd).read('x', 'default')).rejects.toMatchObject({
    kind: 'unexpected',
    message: expect.stringContaining('params.riskScore: it must be a number, not text'),
  });
});
