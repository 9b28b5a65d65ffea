// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { manyAttacks } from '../../../bench/input/many_attacks';
import { host, openPage, tab, useHostPages } from './use_host';

const ATTACKS = 5_000;

useHostPages(
  (folder) => {
    const file = path.join(folder, 'many.ndjson');
    writeFileSync(file, manyAttacks(ATTACKS).join('\n'));
    return [file];
  },
  // By lineage as many attacks at once take minutes to be found here.
  { detection: 'published', maxSignals: 1_000 },
);

/** What a page of a table shows, whatever there is in all. */
const rowsOf = (subject: string): Promise<number> =>
  tab.all(subject).first().locator('tbody tr').count();

/** No page has more than this, however much there is. */
const MOST_ELEMENTS = 5_000;
const elements = (): Promise<unknown> => tab.evaluate('document.querySelectorAll("*").length');

test('the overview sums them up', async () => {
  await openPage('/overview');
  await tab.find('alertsOverTime-total');
  await tab.see('5,000');
  expect(await elements()).toBeLessThan(MOST_ELEMENTS);
});

test('alerts are shown page by page', async () => {
  await openPage('/alerts?perPage=25');
  await tab.see('5,000 alerts');
  expect(await rowsOf('alertsTable')).toBe(25);
  await tab.page.locator('th', { hasText: 'Host' }).getByRole('button').click();
  await tab.arrive(/sort=host/);
  await tab.see('fleet-0001');
  expect(await rowsOf('alertsTable')).toBe(25);
  await tab.page.getByRole('button', { name: 'Page 200 of 200' }).click();
  await tab.arrive(/page=200/);
  await tab.see('fleet-5000');
  expect(await rowsOf('alertsTable')).toBe(25);
  expect(await elements()).toBeLessThan(MOST_ELEMENTS);
});

test('one host among all is found', async () => {
  await openPage('/alerts?host=fleet-4321');
  await tab.see('1 alert');
  await openPage('/alerts');
  await tab.see('5,000 alerts');
  await tab.type('alertsSearch', 'fleet-1234');
  await tab.press('Enter');
  await tab.see('1 alert');
  expect(await rowsOf('alertsTable')).toBe(1);
});

test('one alert says how many others are like it', async () => {
  const { body } = await host.call('GET', '/alerts');
  await openPage(`/alerts/${encodeURIComponent(body.alerts[0].id)}`);
  await tab.find('sequenceTimeline');
  await tab.page.waitForLoadState('networkidle');
  expect(await elements()).toBeLessThan(MOST_ELEMENTS);
});

test('hosts are shown page by page', async () => {
  await openPage('/setup?perPage=25');
  await tab.see('5,000 hosts');
  expect(await rowsOf('hostsTable')).toBe(25);
  await tab.type('hostsSearch', 'fleet-2345');
  await tab.press('Enter');
  await tab.find('host-fleet-2345');
  expect(await rowsOf('hostsTable')).toBe(1);
  expect(await elements()).toBeLessThan(MOST_ELEMENTS);
});

test('the preview of an exclusion says of how many it hides some', async () => {
  const { body } = await host.call('GET', '/alerts?host=fleet-0007');
  await openPage(`/exclusions/new?alert=${encodeURIComponent(body.alerts[0].id)}`);
  await tab.find('exclusions-flyout');
  await tab.click('exclusions-askPreview');
  await tab.find('exclusions-hiddenAlerts');
  await tab.see('of 5,000 alerts');
  expect(await elements()).toBeLessThan(MOST_ELEMENTS);
});
