// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { superuser, userWith } from '../../../standalone/kibana/kibana_user';
import { SavedObjectStore, type StoredObject } from '../../../standalone/kibana/saved_objects';
import { Lists } from '../../../standalone/kibana/lists';
import { DetectionEngine, SECURITY_FEATURE, type ApiRequest } from './detection_engine';

const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(__dirname, '../../kibana/recorded', name), 'utf8'));

/** The same rule of a real Kibana 8.12.2, as it was stored and as the API answered with it. */
const [STORED] = recorded('alert_saved_objects.json') as [StoredObject];
const ANSWERED = recorded('rule.patched.json') as Readonly<Record<string, unknown>>;

const RULES = '/api/detection_engine/rules';

function engineWith(...rules: StoredObject[]) {
  const savedObjects = new SavedObjectStore();
  rules.forEach((rule) => savedObjects.put(rule));
  const lists = new Lists(() => ({ user: undefined, spaceId: 'default' }));
  const engine = new DetectionEngine({ savedObjects, lists });
  return (request: Partial<ApiRequest>) =>
    engine.answer({
      ...{ method: 'GET', path: RULES, user: superuser(), version: '2023-10-31' },
      ...{ query: {}, body: {}, ...request },
    });
}

test('a stored rule is answered with as a real Kibana does', async () => {
  const { status, body } = await engineWith(STORED)({ query: { id: STORED.id } });
  expect(status).toBe(200);
  expect(body).toEqual(ANSWERED);
});

test('a rule that is patched keeps all else', async () => {
  const ask = engineWith(STORED);
  const changes = { id: STORED.id, tiebreaker_field: 'event.sequence' };
  const { body } = await ask({ method: 'PATCH', body: changes });
  const { updated_at: _at, updated_by: _by, revision: _revision, ...kept } = ANSWERED;
  expect(body).toMatchObject({ ...kept, tiebreaker_field: 'event.sequence' });
});

test('a second rule of the same id, unknown fields and a missing version are refused', async () => {
  const ask = engineWith(STORED);
  const { name, description, risk_score, severity, type, language, query, rule_id } = ANSWERED;
  const rule = { name, description, risk_score, severity, type, language, query, rule_id };
  expect(await ask({ method: 'POST', body: rule })).toEqual({
    status: 409,
    body: {
      message: 'rule_id: "64cfca9e-0f6f-4048-8251-9ec56a055e9e" already exists',
      status_code: 409,
    },
  });
  expect((await ask({ method: 'POST', body: { ...rule, setup: '' } })).status).toBe(400);
  expect((await ask({ version: undefined })).status).toBe(400);
});

test('who may only read Security can not change it', async () => {
  const ask = engineWith(STORED);
  const reader = userWith('reader', [{ feature: SECURITY_FEATURE, privilege: 'read' }]);
  expect((await ask({ user: reader, query: { id: STORED.id } })).status).toBe(200);
  const changes = { id: STORED.id, enabled: false };
  expect((await ask({ user: reader, method: 'PATCH', body: changes })).status).toBe(403);
  expect((await ask({ user: userWith('nobody', []), query: { id: STORED.id } })).status).toBe(403);
});
