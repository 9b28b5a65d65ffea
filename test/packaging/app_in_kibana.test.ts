// SPDX-License-Identifier: Apache-2.0
import { NEW_RULE, RUN_METRICS } from '../../public/overview/rule_test_data';
import { projectCopy, removeTemporaryFolders } from './project';
import type { Answer, Scenario } from './scenario';
import { buildAndInstall, buildPage, openInPage } from './unpacked';

const RULE = 'GET /internal/recently_compiled/rule';
const READINESS = 'GET /internal/recently_compiled/readiness';
const HOSTS = 'GET /internal/recently_compiled/readiness/hosts';
const NO_HOSTS = {
  hosts: [],
  total: 0,
  counts: { all: 0, published_no: 0, published_unknown: 0, lineage_no: 0 },
  page: 1,
  perPage: 25,
  from: '2026-11-17T12:00:00.000Z',
  to: '2026-11-24T12:00:00.000Z',
  isComplete: true,
};
const ok = (body: unknown): Answer => ({ status: 200, body });

const NOW = '2026-11-24T11:42:00.000Z';
const NOT_INSTALLED = { rule: null, now: NOW };
const ENABLED = {
  now: NOW,
  rule: {
    ...NEW_RULE,
    link: { securityRuleId: 'a7b1', status: 'enabled', name: 'Compiled and connected' },
    outcome: { status: 'warning', messages: [], at: '2026-11-24T11:41:15.000Z' },
    lastRun: RUN_METRICS,
  },
};
const DISABLED = { now: NOW, rule: { ...ENABLED.rule, enabled: false } };

let page: string;
let plugin: string;

beforeAll(async () => {
  page = buildPage();
  ({ plugin } = await buildAndInstall(projectCopy()));
});
afterAll(removeTemporaryFolders);

function open(scenario: Partial<Scenario>) {
  return openInPage(page, plugin, {
    kibanaVersion: '8.12.2',
    mayShow: true,
    maySave: true,
    answers: {
      [RULE]: [ok(NOT_INSTALLED)],
      [READINESS]: [ok({ checks: [] })],
      [HOSTS]: [ok(NO_HOSTS)],
    },
    steps: [],
    ...scenario,
  });
}

test('registers the app with its deep links, the rule type and the way to its rules', () => {
  const { registered } = open({});
  expect(registered).toMatchObject({
    app: {
      id: 'recentlyCompiled',
      title: 'Recently Compiled',
      category: { id: 'securitySolution' },
      navLinkStatus: 1,
      deepLinks: [
        { id: 'overview', path: '/overview' },
        { id: 'alerts', path: '/alerts' },
        { id: 'exclusions', path: '/exclusions' },
        { id: 'setup', path: '/setup' },
      ],
    },
    ruleType: { id: 'recentlyCompiled.networkConnection', requiresAppContext: false },
    navigation: {
      consumer: 'recentlyCompiled',
      ruleType: 'recentlyCompiled.networkConnection',
      path: '/app/recentlyCompiled/overview',
    },
  });
});

/** What is asked about the rule, and what changes it. */
const aboutRule = (requests: readonly string[]): string[] =>
  requests.filter((request) => request === RULE || !request.startsWith('GET'));

test('opens at the overview, says that it loads, and leaves nothing behind', () => {
  const { pages, requests, address, afterwards } = open({});
  expect(pages[0]).toContain('Loading the rule');
  expect(pages[1]).toContain('not installed');
  expect(address).toBe('/overview');
  expect(requests[0]).toBe(RULE);
  expect(afterwards).toBe('');
});

test('installs the rule, then shows its state', () => {
  const { pages, requests } = open({
    answers: {
      [RULE]: [ok(NOT_INSTALLED), ok(ENABLED)],
      'POST /internal/recently_compiled/rule/install': [ok({})],
    },
    steps: [{ click: 'rule-install' }],
  });
  expect(aboutRule(requests)).toEqual([
    RULE,
    'POST /internal/recently_compiled/rule/install',
    RULE,
  ]);
  expect(pages[2]).toMatch(/Switched on .*Linked .*Runs with warnings/);
  expect(pages[2]).toContain('Linked Security rule: Compiled and connected (enabled)');
  expect(pages[2]).toContain('50 more wait for the next run. None is lost.');
  expect(pages[2]).toContain('Detection: By lineage');
  expect(pages[2]).not.toContain('Install the rule');
});

test.each([
  ['run', ENABLED],
  ['disable', ENABLED],
  ['enable', DISABLED],
])('asks the server to %s the rule', (action, rule) => {
  const { requests } = open({
    answers: { [RULE]: [ok(rule)], [`POST /internal/recently_compiled/rule/${action}`]: [ok({})] },
    steps: [{ click: `rule-${action}` }],
  });
  expect(aboutRule(requests)[1]).toBe(`POST /internal/recently_compiled/rule/${action}`);
});

test('says why a change failed, and keeps the rule in sight', () => {
  const { pages } = open({
    answers: {
      [RULE]: [ok(ENABLED)],
      'POST /internal/recently_compiled/rule/run': [
        { status: 503, body: { message: 'The cluster is busy.', remedy: 'Run it later.' } },
      ],
    },
    steps: [{ click: 'rule-run' }],
  });
  expect(pages[2]).toContain('The cluster is busy. Run it later.');
  expect(pages[2]).toMatch(/Switched on .*Linked .*Runs with warnings/);
});

test('deletes the rule only after asking whether that is meant', () => {
  const DELETE = 'DELETE /internal/recently_compiled/rule';
  const { pages, requests } = open({
    answers: { [RULE]: [ok(ENABLED), ok(NOT_INSTALLED)], [DELETE]: [ok({ deleted: true })] },
    steps: [{ click: 'rule-uninstall' }, { click: 'confirmModalConfirmButton' }],
  });
  expect(pages[2]).toContain('Uninstall the rule?');
  expect(aboutRule(requests)).toEqual([RULE, DELETE, RULE]);
  expect(pages[3]).toContain('not installed');
});

test.each([
  ['installed', ENABLED],
  ['missing', NOT_INSTALLED],
])('who may not change things sees the rule, %s, without buttons', (_, rule) => {
  const { pages } = open({ maySave: false, answers: { [RULE]: [ok(rule)] } });
  expect(pages[1]).toContain('takes the Kibana privilege "Recently Compiled: All"');
  expect(pages[1]).not.toMatch(
    /Run now|Run again|Switch off|Uninstall|Install the rule|Link with|Edit parameters/,
  );
});

test('who lacks the privilege is told so, and whom to ask', () => {
  const { pages } = open({
    answers: { [RULE]: [{ status: 403, body: { message: 'Forbidden' } }] },
  });
  expect(pages[1]).toContain('You need more privileges');
  expect(pages[1]).toContain('Ask an administrator');
});

test('a failure is told with its remedy, and trying again mends it', () => {
  const failure = { statusCode: 500, message: 'No alert index.', remedy: 'Open Security once.' };
  const { pages } = open({
    answers: { [RULE]: [{ status: 500, body: failure }, ok(ENABLED)] },
    steps: [{ click: 'retry' }],
  });
  expect(pages[1]).toContain('No alert index. Open Security once.');
  expect(pages[2]).toMatch(/Switched on .*Linked .*Runs with warnings/);
});

test('without an answer it says to check the connection', () => {
  const { pages } = open({ answers: {} });
  expect(pages[1]).toContain('Failed to fetch. Check that the server can be reached');
});

test('shows each step with the checks that look at it, a word for its status and the remedy', () => {
  const checkedAt = '2026-11-24T12:00:00.000Z';
  const checks = [
    { id: 'hosts', title: 'Hosts', status: 'ok', message: '3 send events', checkedAt },
    {
      id: 'recent_events',
      title: 'File events',
      status: 'error',
      message: 'There are none',
      remedy: 'Turn them on',
      checkedAt,
    },
  ];
  const { pages, address } = open({
    answers: { [RULE]: [ok(ENABLED)], [READINESS]: [ok({ checks })], [HOSTS]: [ok(NO_HOSTS)] },
    steps: [{ click: 'tab-setup' }],
  });
  expect(address).toBe('/setup');
  expect(pages[2]).toMatch(
    /See the data arrive.*Must be mended.*Hosts.*3 send events.*File events.*There are none.*Turn them on.*Let the rule raise alerts/,
  );
  expect(pages[2]).toContain('No Linux host has sent events in this time');
});

test('the breadcrumbs and the title of the tab say which page is open', () => {
  expect(open({})).toMatchObject({
    trail: ['Recently Compiled', 'Overview'],
    title: ['Overview', 'Recently Compiled'],
  });
  expect(open({ steps: [{ go: '/setup' }] }).trail).toEqual(['Recently Compiled', 'Setup']);
});

test('who may not see the app is told so, and nothing is asked of the server', () => {
  const { pages, requests, trail } = open({ mayShow: false });
  expect(pages[1]).toContain('You need more privileges');
  expect(requests).toEqual([]);
  expect(trail).toEqual(['Recently Compiled']);
});

test('a deep link opens its page', () => {
  const { pages, requests } = open({ steps: [{ go: '/setup' }] });
  expect(requests).toContain(READINESS);
  expect(pages[2]).not.toContain('not installed');
});
