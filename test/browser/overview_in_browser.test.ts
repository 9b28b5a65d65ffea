// SPDX-License-Identifier: Apache-2.0
import { expectSoon } from './expect_soon';
import { COLOURS, DEVICES, open, site, tab, useBrowser } from './use_browser';

useBrowser();

const BASE = '/internal/recently_compiled';
const MINUTE = 60_000;

/** Calls one of our routes as somebody who may change things, without a browser. */
async function call(method: 'GET' | 'POST' | 'PUT', path: string, body: object | null = null) {
  const { kibana, manager } = site;
  const answer = await kibana.core.http.call(method, `${BASE}/${path}`, { user: manager, body });
  return answer.body as { rule: { id: string; revision: number; params: Record<string, unknown> } };
}

async function install(): Promise<string> {
  return (await call('POST', 'rule/install', {})).rule.id;
}

const run = (id: string, at = Date.now()) =>
  site.kibana.harness().run(id, { startedAt: new Date(at) });

function attack(now = Date.now()): void {
  site.happen(
    { name: 'implant', at: now - 2 * MINUTE },
    { name: 'beacon', at: now - MINUTE, host: 'web7', destination: '198.51.100.9' },
    { name: 'revsh', at: now - MINUTE / 2, user: 'www-data' },
  );
}

const RIGHTS = {
  indices: [
    { names: ['logs-endpoint.*'], privileges: ['read', 'view_index_metadata'] },
    { names: ['.alerts-security.alerts-*'], privileges: ['read', 'write', 'maintenance'] },
  ],
} as const;

/** Runs whose figures differ, one of which fails, since its owner loses the right to read. */
async function history(): Promise<void> {
  const id = await install();
  const now = Date.now();
  attack(now - 20 * MINUTE);
  await run(id, now - 20 * MINUTE);
  await run(id, now - 15 * MINUTE);
  site.elasticsearch.before = (endpoint) => {
    if (endpoint === 'open_pit') {
      site.manager.elasticsearch?.revoke('read');
    }
  };
  await run(id, now - 10 * MINUTE);
  site.elasticsearch.before = () => undefined;
  site.manager.elasticsearch?.setRights(RIGHTS);
  attack(now);
  await run(id, now);
}

test('what a run has found is there when the run has ended', async () => {
  const id = await install();
  attack();
  await open('/overview');
  await tab.find('alertsOverTime-none');
  // Kibana answers before its task manager has begun.
  await tab.page.route('**/rule/run', async (route) =>
    route.fulfill({ json: await call('GET', 'rule') }),
  );
  await tab.click('rule-run');
  await tab.find('runAwaited');
  await run(id);
  await tab.see('3 alerts are open');
  await expectSoon(() => tab.has('alertsOverTime-none'), false);
});

const address = async (): Promise<string> =>
  String(await tab.evaluate('location.pathname + location.search'));

test('the page of the rule of earlier versions leads to the overview', async () => {
  await open('/rule');
  await tab.find('overview');
  expect(await tab.evaluate('location.pathname')).toBe('/app/recentlyCompiled/overview');
});

test('tells what needs attention, and mends what it can', async () => {
  await install();
  await call('POST', 'rule/disable');
  await open('/overview');
  await tab.find('attention-off');
  await tab.see('The rule is switched off, so nothing is detected');
  await tab.click('mend-off');
  await tab.see('Switched on');
  await tab.all('attention-off').waitFor({ state: 'detached' });
});

test('leads to where Kibana has what mends a check', async () => {
  // In the other tests nobody may see Fleet.
  Object.assign(site.manager, { mayCall: () => true });
  await install();
  await open('/overview');
  await tab.find('attention-check-fleet_server');
  const mend = tab.all('attention-check-fleet_server').locator('a');
  expect(await mend.innerText()).toBe('Open the agents in Fleet');
  expect(await mend.getAttribute('href')).toBe('/app/fleet/agents');
});

test('shows alerts over time by severity and host, as a chart and as a table', async () => {
  await history();
  await open('/overview');
  await tab.see('6 alerts');
  await tab.all('alertsOverTime').locator('canvas').first().waitFor();
  await tab.click('alertsOverTime-by-host');
  await tab.click('alertsView-table');
  await tab.find('alertsOverTimeTable');
  await tab.see('web7');
  expect(await address()).toMatch(/overview\?by=host&alerts=table$/);
  await tab.evaluate('history.back()');
  await tab.all('alertsOverTime').locator('canvas').first().waitFor();
});

test('opens the open alerts', async () => {
  await history();
  await open('/overview');
  await tab.see('6 alerts are open');
  await tab.click('mend-openAlerts');
  await tab.find('alertsTable');
  expect(await address()).toContain('/alerts?status=open');
});

test('shows the history of runs as charts and as a table', async () => {
  await history();
  await open('/overview');
  for (const figure of ['durationMs', 'events', 'sequences', 'created', 'latenessMs', 'gapMs']) {
    await tab.find(`runFigure-${figure}`);
  }
  await tab.all('runs').locator('canvas').first().waitFor();
  await tab.click('runsView-table');
  await tab.find('runsTable');
  const table = await tab.all('runsTable').first().innerText();
  expect(table.match(/Succeeded|Failed/g)).toHaveLength(4);
  expect(table.match(/Failed/g)).toHaveLength(1);
});

test('edits parameters, shows what that changes in the query, and saves it', async () => {
  await install();
  await open('/overview?edit=params');
  await tab.find('ruleParamsForm');
  await tab.see('Nothing is changed yet');
  await tab.page.click('label[for="detection-published"]');
  await tab.type('param-compilers', 'clang');
  await tab.press('Enter');
  await tab.all('param-from').fill('1');
  await tab.see('[from] is 1m, less than interval and maxspan together (6m)');
  expect(await tab.all('params-review').isDisabled()).toBe(true);
  await tab.screenshot('params_wrong');
  await tab.all('param-from').fill('10');
  await tab.click('params-review');
  await tab.find('queryDiff-added');
  await tab.see('Added: clang');
  await tab.see('10m, was 9m');
  await tab.screenshot('params_review');
  await tab.click('params-save');
  await tab.all('paramsEditor').waitFor({ state: 'detached' });
  await tab.see('gcc, g++, cc, clang');
  expect(await address()).toBe('/app/recentlyCompiled/overview');
  const { rule } = await call('GET', 'rule');
  expect(rule.params).toMatchObject({
    detection: 'published',
    compilers: ['gcc', 'g++', 'cc', 'clang'],
    from: '10m',
  });
});

test('does not overwrite what somebody else has saved meanwhile', async () => {
  await install();
  await open('/overview?edit=params');
  await tab.find('ruleParamsForm');
  await tab.all('param-maxSignals').fill('50');
  const { rule } = await call('GET', 'rule');
  const params = { ...rule.params, lineageWindow: '2m' };
  await call('PUT', 'rule/params', { revision: rule.revision, params });
  await tab.click('params-review');
  await tab.click('params-save');
  await tab.find('params-failure');
  await tab.screenshot('params_conflict');
  await tab.click('params-reload');
  await tab.find('ruleParamsForm');
  expect(await tab.all('param-lineageWindow').inputValue()).toBe('2');
  expect(await tab.all('param-maxSignals').inputValue()).toBe('100');
});

test('who may only read can not edit, also not by the address', async () => {
  await install();
  await open('/overview?edit=params', { user: 'analyst' });
  await tab.find('params');
  expect(await tab.has('paramsEditor')).toBe(false);
  expect(await tab.has('params-edit')).toBe(false);
});

describe.each(COLOURS)('in %s colours', (colours, darkMode) => {
  test.each(DEVICES)('it fits on a %s', async (device, size) => {
    await history();
    await open('/overview', { size, darkMode });
    await tab.all('runs').locator('canvas').first().waitFor();
    await tab.all('alertsOverTime').locator('canvas').first().waitFor();
    await tab.find('mend-openAlerts');
    expect(await tab.overflow()).toBe(0);
    await tab.page.screenshot({
      path: `build/screenshots/overview_history_${colours}_${device}.png`,
      animations: 'disabled',
      fullPage: true,
    });
    await tab.click('params-edit');
    await tab.find('ruleParamsForm');
    expect(await tab.overflow()).toBe(0);
    await tab.screenshot(`overview_params_${colours}_${device}`);
  });
});
