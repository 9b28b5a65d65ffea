// SPDX-License-Identifier: Apache-2.0
import { Boom } from '../../standalone/kibana/boom';
import { HEADERS } from './kibana_site';
import { COLOURS, DEVICES, open, site, tab, useBrowser } from './use_browser';

useBrowser();

function attack(): void {
  const now = Date.now();
  site.happen(
    { name: 'implant', at: now - 120_000 },
    { name: 'beacon', at: now - 60_000, destination: '198.51.100.9' },
    { name: 'revsh', at: now - 30_000, user: 'www-data' },
  );
}

/** Installs our rule and lets it run, without a browser. */
async function installAndRun(): Promise<void> {
  const { kibana, manager } = site;
  const base = '/internal/recently_compiled/rule';
  const { body } = await kibana.core.http.call('POST', `${base}/install`, {
    user: manager,
    body: {},
  });
  await kibana.harness().run((body as { rule: { id: string } }).rule.id, { startedAt: new Date() });
}

test('installs, runs, disables, enables and uninstalls the rule', async () => {
  attack();
  await open('/');
  await tab.see('The rule is not installed');
  await tab.screenshot('not_installed');
  await tab.click('rule-install');
  await tab.see('It has not run yet.');
  await tab.click('rule-run');
  await tab.find('runSummary');
  await tab.see('3 sequences, 3 new alerts, 0 already there, 0 excluded.');
  expect(await tab.text()).toMatch(/3\s+new alerts/);
  await tab.see('Succeeded');
  await tab.click('rule-disable');
  await tab.see('Switched off');
  await tab.click('rule-enable');
  await tab.see('Switched on');
  await tab.click('rule-uninstall');
  await tab.see('Uninstall the rule?');
  await tab.screenshot('uninstall');
  await tab.click('confirmModalConfirmButton');
  await tab.see('The rule is not installed');
  expect(site.kibana.savedObjects.all('alert')).toEqual([]);
});

test('begins right below the headers of Kibana', async () => {
  await open('/');
  await tab.see('The rule is not installed');
  const [header] = await tab.page.locator('.euiPageHeader').all();
  expect((await header?.boundingBox())?.y).toBe(HEADERS);
});

test('says why a run is refused, and what to do', async () => {
  await installAndRun();
  await open('/overview');
  await tab.find('rule-run');
  const { kibana, manager } = site;
  await kibana.core.http.call('POST', '/internal/recently_compiled/rule/disable', {
    user: manager,
  });
  await tab.click('rule-run');
  await tab.see('The rule can not run now: Error running rule: rule is disabled');
  await tab.see('Enable it if it is disabled');
  // What others have done meanwhile is seen as well.
  await tab.find('rule-enable');
});

test('a page that can not be loaded says why and what to do, and comes with the next try', async () => {
  await installAndRun();
  jest.spyOn(site.kibana.alerting, 'rulesClient').mockImplementationOnce(() => {
    throw new Boom(503, 'No living connections');
  });
  await open('/overview');
  await tab.find('failed');
  await tab.see('No living connections');
  await tab.screenshot('failed');
  await tab.click('retry');
  await tab.find('lastRun');
});

test('its styles stand before the style sheets of Kibana, which build on them', async () => {
  await open('/overview');
  await tab.find('rule-install');
  // The colour of a whole theme EUI writes elsewhere, wherever it is told to write.
  const astray = await tab.evaluate(
    `[...document.querySelectorAll('style[data-emotion]')]
      .filter((style) => style.closest('meta') === null)
      .map((style) => style.textContent)
      .filter((text) => !text.includes('-euiColorMode-'))`,
  );
  expect(astray).toEqual([]);
  expect(
    await tab.evaluate("document.querySelectorAll('meta[name=emotion] style').length > 0"),
  ).toBe(true);
});

test('who may only read sees the rule without buttons', async () => {
  await installAndRun();
  await open('/overview', { user: 'analyst' });
  await tab.find('readOnly');
  await tab.screenshot('read_only');
  for (const subject of ['rule-run', 'rule-disable', 'rule-uninstall', 'linkRule']) {
    expect(await tab.has(subject)).toBe(false);
  }
});

test('who lacks the privilege is told whom to ask', async () => {
  await open('/overview', { user: 'nobody' });
  await tab.find('notAllowed');
  await tab.see('You need more privileges');
  await tab.see('Ask an administrator');
  await tab.screenshot('not_allowed');
});

describe.each(COLOURS)('in %s colours', (colours, darkMode) => {
  test.each(DEVICES)('the page fits on a %s', async (device, size) => {
    attack();
    await installAndRun();
    await open('/overview', { size, darkMode });
    await tab.find('runSummary');
    expect(await tab.overflow()).toBe(0);
    const lightness = await tab.lightness('lastRun');
    expect(darkMode ? 255 - lightness : lightness).toBeGreaterThan(200);
    await tab.screenshot(`overview_${colours}_${device}`);
  });
});
