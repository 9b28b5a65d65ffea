// SPDX-License-Identifier: Apache-2.0
import { isBuiltin } from 'node:module';
import { projectCopy, removeTemporaryFolders } from './project';
import type { ServerTranscript } from './scenario';
import { buildAndInstall, buildServer, runInServer } from './unpacked';

const ROUTES = [
  'DELETE /exclusions',
  'DELETE /rule',
  'GET /alerts',
  'GET /alerts/over_time',
  'GET /alerts/{id}',
  'GET /exclusions',
  'GET /exclusions/linked',
  'GET /exclusions/usage',
  'GET /exclusions/values',
  'GET /readiness',
  'GET /readiness/hosts',
  'GET /rule',
  'POST /exclusions',
  'POST /exclusions/preview',
  'POST /rule/disable',
  'POST /rule/enable',
  'POST /rule/install',
  'POST /rule/preview',
  'POST /rule/run',
  'POST /rule/unlink',
  'PUT /alerts/status',
  'PUT /exclusions',
  'PUT /rule/params',
];

const transcripts: Record<string, ServerTranscript> = {};

beforeAll(async () => {
  const server = buildServer();
  const { plugin } = await buildAndInstall(projectCopy());
  for (const version of ['8.12.2', '9.1.0']) {
    transcripts[version] = runInServer(server, plugin, version);
  }
});
afterAll(removeTemporaryFolders);

describe.each(['8.12.2', '9.1.0'])('the server side in the zip, in Kibana %s', (version) => {
  let seen: ServerTranscript;
  beforeAll(() => {
    seen = transcripts[version] as ServerTranscript;
  });

  it('requires packages that Kibana gives and Node’s own modules, nothing else', () => {
    expect(seen.required.filter((name) => !isBuiltin(name)).sort()).toEqual([
      '@kbn/config-schema',
      '@kbn/i18n',
    ]);
  });

  it('has a schema for its configuration, which refuses what it does not know', () => {
    expect(seen.config).toEqual({
      defaults: { enabled: true },
      unknownKey: '[enbled]: definition for this key is missing',
      wrongType: '[enabled]: expected value of type [boolean] but got [number]',
    });
  });

  it('registers all routes, the feature and the rule type', () => {
    expect(seen.routes.sort()).toEqual(
      ROUTES.map((route) => route.replace('/', '/internal/recently_compiled/')),
    );
    expect(seen.features).toEqual(['recentlyCompiled']);
    expect(seen.ruleTypes).toEqual(['recentlyCompiled.networkConnection']);
  });

  it('installs a rule that finds what happened', () => {
    expect(seen.runs.outcome).not.toBe('failed');
    expect(seen.runs.created).toBe(2);
    expect(seen.runs.alerted.sort()).toEqual(['beacon', 'implant']);
  });

  it('refuses to let those who may only read run it', () => {
    expect(seen.denied).toBe(403);
  });
});

test('says in the words of each version who may do what', () => {
  const { '8.12.2': v8, '9.1.0': v9 } = transcripts;
  expect(v8?.authorisation.tags).toEqual([expect.stringMatching(/^access:recentlyCompiled-/)]);
  expect(v8?.authorisation.security).toBeUndefined();
  expect(v9?.authorisation.security).toEqual({
    authz: { requiredPrivileges: [expect.stringMatching(/^recentlyCompiled-/)] },
  });
  expect(v8?.alertingOfFeature).toEqual(['recentlyCompiled.networkConnection']);
  expect(v9?.alertingOfFeature).toEqual([
    {
      ruleTypeId: 'recentlyCompiled.networkConnection',
      consumers: ['recentlyCompiled', 'alerts'],
    },
  ]);
});
