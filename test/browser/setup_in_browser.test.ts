// SPDX-License-Identifier: Apache-2.0
import { expectSoon } from './expect_soon';
import { COLOURS, DESKTOP, DEVICES, open, site, tab, useBrowser } from './use_browser';

useBrowser();

const MINUTE = 60_000;

/** In the tests of other pages nobody may see Fleet. */
function mayUseFleet(): void {
  Object.assign(site.manager, { mayCall: () => true, mayUseSavedObject: () => true });
}

/** What Fleet knows after the guide was followed, with one agent of two offline. */
function setUpFleet(): void {
  mayUseFleet();
  const { fleet } = site.kibana;
  const linux = { events: { process: true, file: true, network: true } };
  const chosen = { type: 'endpoint', endpointConfig: { preset: 'EDRComplete' } };
  fleet.installations.set('endpoint', { version: '8.12.0', install_status: 'installed' });
  fleet.policies = [
    { id: 's1', name: 'Fleet Server', policy_id: 'fs', package: { name: 'fleet_server' } },
    {
      id: 'd1',
      name: 'defend-linux',
      policy_id: 'ap1',
      package: { name: 'endpoint' },
      enabled: true,
      inputs: [{ config: { integration_config: { value: chosen }, policy: { value: { linux } } } }],
    },
  ];
  fleet.agentPolicies = [{ id: 'ap1', name: 'Linux servers' }];
  fleet.agents = [{ status: 'online' }, { status: 'offline' }];
}

/** Two hosts that compile, one that sends processes alone, one with a newer sensor; none named like another. */
function sendEvents(): void {
  const now = Date.now();
  site.happen(
    { name: 'implant', at: now - MINUTE, host: 'web1' },
    { name: 'implant', at: now - 2 * MINUTE, host: 'web2' },
  );
  const event = (host: string, category: string, process: object, action: string) => ({
    '@timestamp': new Date(now - MINUTE).toISOString(),
    event: { category: [category], type: ['start'], action },
    host: { id: `id-of-${host}`, name: host, os: { type: 'linux', full: 'Debian 12' } },
    agent: { version: '9.1.3' },
    process,
  });
  const dash = { name: 'dash', args: ['/bin/sh', '-c', 'true'] };
  const documents: [string, object][] = [
    ['process', event('db1', 'process', { name: 'sh', args: ['sh'] }, 'exec')],
    ['process', event('new1', 'process', dash, 'exec')],
    ['file', event('new1', 'file', dash, 'creation')],
    ['network', event('new1', 'network', dash, 'connection_attempted')],
  ];
  for (const [i, [category, source]] of documents.entries()) {
    site.elasticsearch.index(`logs-endpoint.events.${category}-default`, [
      { _id: `more${i}`, _source: source as Record<string, unknown> },
    ]);
  }
}

async function install(): Promise<void> {
  const { kibana, manager } = site;
  const base = '/internal/recently_compiled/rule';
  await kibana.core.http.call('POST', `${base}/install`, { user: manager, body: {} });
}

const address = async (): Promise<string> =>
  String(await tab.evaluate('location.pathname + location.search'));

const hostNames = async (): Promise<string[]> =>
  (
    await tab
      .all('hostsTable')
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-test-subj') ?? ''))
  ).map((subject) => subject.replace('host-', ''));

test('says of each step what is wrong and where it is mended', async () => {
  mayUseFleet();
  await open('/setup');
  await tab.find('step-fleetServer-error');
  await tab.see('No Fleet Server is set up');
  await tab.see('No agent has a policy with Elastic Defend.');
  expect(await tab.all('mend-fleet_server').getAttribute('href')).toBe('/app/fleet/agents');
  expect(await tab.all('mend-fleet_package').getAttribute('href')).toBe(
    '/app/integrations/detail/endpoint/overview',
  );
  await tab.find('noHosts');
  await tab.screenshot('setup_nothing');
  await tab.click('mend-own_rule');
  await tab.find('rule-install');
});

test('checks one step again, or all', async () => {
  await open('/setup');
  await tab.find('check-own_rule-error');
  setUpFleet();
  await install();
  await tab.click('checkStep-fleetServer');
  await tab.find('step-fleetServer-ok');
  // The others are as they were.
  expect(await tab.has('check-own_rule-error')).toBe(true);
  await tab.click('checkAgain');
  await tab.find('check-own_rule-ok');
  await tab.see('defend-linux (Traditional Endpoints, Complete EDR)');
  await tab.see('Agent policy with Elastic Defend: Linux servers');
  await tab.find('step-agents-warning');
  expect(await tab.all('mend-agents').getAttribute('href')).toContain('/app/fleet/agents?kuery=');
});

test('who may not see Fleet is told so, and led nowhere', async () => {
  setUpFleet();
  await open('/setup', { user: 'analyst' });
  await tab.find('step-agents-unknown');
  await tab.find('check-fleet_package-unknown');
  expect(await tab.has('mend-fleet_package')).toBe(false);
});

test('shows how a step is done, which the address keeps', async () => {
  await open('/setup');
  await tab.find('step-integration');
  await tab.all('guide-integration').locator('button').first().click();
  await tab.see('Complete EDR is suggested');
  expect(await address()).toBe('/app/recentlyCompiled/setup?step=integration');
  await tab.evaluate('history.back()');
  await tab.page.waitForURL((url) => !url.searchParams.has('step'));
  await tab.go(site.address('/setup?step=rule', { user: 'manager' }));
  await tab.see('What is harmless with you');
  const isInSight = async (): Promise<boolean> => {
    const { y = 0 } = (await tab.all('step-rule').boundingBox()) ?? {};
    return y > 0 && y < DESKTOP.height;
  };
  await expectSoon(isInSight, true);
});

test('lists hosts, sorts and searches them, and tells which can not be matched', async () => {
  sendEvents();
  await open('/setup');
  await tab.see('4 hosts');
  expect(await hostNames()).toEqual(['db1', 'new1', 'web1', 'web2']);
  await tab.see('No file events came in this time');
  await tab.see('Its sensor names the file that really runs');
  await tab.see('9.1.3');
  await tab.page.selectOption('[data-test-subj=hostsShow]', 'lineage_no');
  await tab.see('1 host');
  expect(await address()).toBe('/app/recentlyCompiled/setup?show=lineage_no');
  expect(await hostNames()).toEqual(['db1']);
  await tab.page.selectOption('[data-test-subj=hostsShow]', 'all');
  await tab.see('4 hosts');
  await tab.all('hostsTable').getByRole('button', { name: /^Host/ }).first().click();
  await tab.page.waitForURL((url) => url.searchParams.get('sort') === 'name');
  await tab.type('hostsSearch', 'WEB');
  await tab.press('Enter');
  await tab.see('2 hosts');
  expect(await address()).toBe('/app/recentlyCompiled/setup?search=WEB&sort=name');
  await tab.evaluate('history.back()');
  await tab.see('4 hosts');
  await tab.go(site.address('/setup?search=nothing', { user: 'manager' }));
  await tab.click('hostsClear');
  await tab.see('4 hosts');
});

test('five thousand hosts are paged', async () => {
  const now = Date.now();
  site.elasticsearch.index(
    'logs-endpoint.events.process-default',
    Array.from({ length: 5_000 }, (_, i) => ({
      _id: `p${i}`,
      _source: {
        '@timestamp': new Date(now - i * 1_000).toISOString(),
        event: { category: ['process'], type: ['start'], action: 'exec' },
        host: { id: `id-${i}`, name: `host-${i}`, os: { type: 'linux' } },
        process: { name: 'sh', args: ['sh'] },
      },
    })),
  );
  await open('/setup?sort=name&perPage=100');
  await tab.see('5,000 hosts');
  expect(await hostNames()).toHaveLength(100);
  await tab.click('pagination-button-next');
  await tab.find('host-host-199');
  expect(await address()).toBe('/app/recentlyCompiled/setup?sort=name&page=2&perPage=100');
});

test('a hostile name of a host is text', async () => {
  const name = `<img src=x onerror=alert(1)>\u202e${'y'.repeat(380)}`;
  site.happen({ name: 'implant', at: Date.now() - MINUTE, host: name });
  await open('/setup');
  await tab.see('⟨U+202E⟩');
  expect(await tab.evaluate('document.querySelectorAll("img[src=x]").length')).toBe(0);
  expect(await tab.overflow()).toBe(0);
});

test('what can not be loaded says why, each part for itself', async () => {
  sendEvents();
  await open('/setup', { user: 'nobody' });
  await tab.find('notAllowed');
  await tab.see('You need more privileges');
});

test('the address of earlier versions leads here', async () => {
  await open('/readiness');
  await tab.find('setupSteps');
  expect(await address()).toMatch(/^\/app\/recentlyCompiled\/setup/);
});

describe.each(COLOURS)('in %s colours', (colours, darkMode) => {
  test.each(DEVICES)('it fits on a %s', async (device, size) => {
    setUpFleet();
    sendEvents();
    await open('/setup?step=integration', { size, darkMode });
    await tab.find('hostsTable');
    await tab.find('setupSteps');
    await tab.see('4 hosts');
    expect(await tab.overflow()).toBe(0);
    await tab.screenshot(`setup_${colours}_${device}`);
    await tab.all('hostsSearch').scrollIntoViewIfNeeded();
    await tab.screenshot(`setup_hosts_${colours}_${device}`);
  });
});
