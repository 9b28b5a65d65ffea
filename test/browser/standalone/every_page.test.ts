// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { recordingFile, ROOT } from '../../cli/run_cli';
import { axeViolations } from '../axe';
import { expectSoon } from '../expect_soon';
import { englishLeft } from './english_left';
import { LOOKS } from './looks';
import { addressWithinApp, host, openPage, tab, useHostPages } from './use_host';

useHostPages(() => [path.join(ROOT, 'recordings')]);

const EXCLUSION = {
  name: 'Build server',
  entries: [{ field: 'host.name', operator: 'included', type: 'match', value: 'ci-1' }],
};
let alertId: string;
beforeAll(async () => {
  const { body } = await host.call('GET', '/alerts');
  alertId = body.alerts[0].id;
  expect((await host.call('POST', '/exclusions', EXCLUSION)).status).toBe(200);
});

interface Page {
  readonly name: string;
  readonly address: () => string;
  /** The element that is there once all of it is. */
  readonly ready: string;
  readonly title: string;
}

const PAGES: readonly Page[] = [
  { name: 'overview', address: () => '/overview', ready: 'lastRun', title: 'Overview' },
  { name: 'setup', address: () => '/setup', ready: 'hostsTable', title: 'Setup' },
  {
    name: 'exclusions',
    address: () => '/exclusions',
    ready: 'exclusions-hiddenLately',
    title: 'Exclusions',
  },
  {
    name: 'exclusion_editor',
    address: () => `/exclusions/new?alert=${encodeURIComponent(alertId)}`,
    ready: 'exclusions-preview',
    title: 'Exclusions',
  },
  { name: 'alerts', address: () => '/alerts', ready: 'alertsTable', title: 'Alerts' },
  {
    name: 'alert',
    address: () => `/alerts/${encodeURIComponent(alertId)}`,
    ready: 'sequenceTimeline',
    title: 'Alerts',
  },
];

describe.each(LOOKS)('%s', (look, options) => {
  test.each(PAGES)('$name', async ({ name, address, ready }) => {
    await openPage(address(), options);
    await tab.find(ready);
    await tab.page.waitForLoadState('networkidle');
    expect(await axeViolations((expression) => tab.evaluate(expression))).toEqual([]);
    expect(await tab.overflow()).toBeLessThanOrEqual(0);
    const language = await tab.page.getAttribute('html', 'lang');
    expect(language).toBe(options.locale ?? 'en');
    if (language === 'zh-CN') {
      expect(await englishLeft(tab.page)).toEqual([]);
    }
    await tab.screenshot(`${name}_${look}`);
  });
});

test.each(PAGES)('$name says its title, and is the same after a reload', async (page) => {
  await openPage(page.address());
  await tab.find(page.ready);
  await tab.page.waitForFunction((title) => document.title.includes(title), page.title);
  await tab.see(page.title);
  await tab.page.reload();
  await tab.find(page.ready);
  expect(addressWithinApp()).toBe(page.address());
});

test('back and forward go through the pages', async () => {
  await openPage('/overview');
  await tab.find('lastRun');
  for (const name of ['alerts', 'exclusions', 'setup']) {
    await tab.click(`tab-${name}`);
    await tab.arrive(new RegExp(`/${name}`));
  }
  await tab.page.goBack();
  await tab.find('exclusions');
  await tab.page.goBack();
  await tab.find('alertsTable');
  await tab.page.goForward();
  await tab.find('exclusions');
});

test('every page can be reached and used with the keyboard alone', async () => {
  await openPage('/alerts');
  await tab.find('alertsTable');
  await tab.all('openAlert').first().focus();
  await tab.press('Enter');
  await tab.find('sequenceTimeline');
  await tab.all('addExclusion').first().focus();
  await tab.press('Enter');
  await tab.find('exclusions-flyout');
  await tab.press('Escape');
  await tab.arrive(/\/exclusions$/);
});

test('speaks Chinese once that is chosen, after a reload too', async () => {
  await openPage('/alerts');
  await tab.click('host-language');
  await tab.click('host-language-zh-CN');
  await tab.see('告警');
  await tab.page.reload();
  await tab.see('告警');
  expect(await tab.page.getAttribute('html', 'lang')).toBe('zh-CN');
});

test('keeps the theme that is chosen', async () => {
  await openPage('/alerts');
  await tab.find('alertsTable');
  expect(await tab.lightnessOfPage()).toBeGreaterThan(200);
  await tab.click('host-theme');
  await tab.click('host-theme-dark');
  const isDark = async () => (await tab.lightnessOfPage()) < 50;
  await expectSoon(isDark, true);
  await tab.page.reload();
  await tab.find('alertsTable');
  await expectSoon(isDark, true);
});

test('a host that is gone is told of, with what to do, and trying again works', async () => {
  await openPage('/alerts');
  await tab.find('alertsTable');
  await tab.page.route('**/internal/recently_compiled/exclusions**', (route) => route.abort());
  await tab.click('tab-exclusions');
  await tab.find('failed');
  await tab.screenshot('exclusions_error');
  expect(await axeViolations((expression) => tab.evaluate(expression))).toEqual([]);
  await tab.page.unroute('**/internal/recently_compiled/exclusions**');
  await tab.click('retry');
  await tab.see('Build server');
});

test('says that it is loading as long as nothing is there', async () => {
  await openPage('/setup');
  await tab.find('setup');
  await tab.page.route('**/internal/recently_compiled/alerts**', () => undefined);
  await tab.click('tab-alerts');
  await tab.find('loading');
  expect(await axeViolations((expression) => tab.evaluate(expression))).toEqual([]);
  await tab.screenshot('alerts_loading');
  await tab.page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('takes in a file that is added, raises its alerts, and tells which lines are broken', async () => {
  await openPage('/alerts');
  await tab.see('8 alerts');
  const more = gunzipSync(readFileSync(recordingFile('35-reverse-shell')))
    .toString()
    .replaceAll('cap-35', 'cap-36')
    .replaceAll('"id":"', '"id":"more-');
  await tab.all('host-fileInput').setInputFiles({
    name: '<img src=x>.ndjson',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(`${more.trimEnd()}\n{"broken`),
  });
  await tab.find('host-uploadProblems');
  await tab.see('<img src=x>.ndjson');
  await tab.see('9 alerts');
  expect(await axeViolations((expression) => tab.evaluate(expression))).toEqual([]);
  await tab.screenshot('upload');
});
