// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { manyAttacks } from '../../../bench/input/many_attacks';
import { PHONE } from '../use_browser';
import { addressWithinApp, host, openPage, tab, useHostPages } from './use_host';

/** Alerts, and hosts. */
const ATTACKS = 5_000;

useHostPages(
  (folder) => {
    const file = path.join(folder, 'many.ndjson');
    // Pages look back from now.
    writeFileSync(file, manyAttacks(ATTACKS, Date.now() - 60_000).join('\n'));
    return [file];
  },
  // What finds them makes no difference to the pages; this is over sooner.
  { params: { detection: 'published', maxSignals: 1_000 } },
);

/** Whatever there is in all, no page has more than this; the 5,000 rows alone would be some 250,000. */
const MOST_ELEMENTS = 10_000;
const expectFewElements = async (): Promise<void> => {
  const elements = await tab.evaluate('document.querySelectorAll("*").length');
  expect(Number(elements)).toBeLessThan(MOST_ELEMENTS);
};

/** The rows that a table shows, by what stands in them. */
const rowsOf = (subject: string): Promise<string[]> =>
  tab.all(subject).first().locator('tbody tr').allInnerTexts();

const textOf = (subject: string): Promise<string> => tab.all(subject).first().innerText();

/** Waits until the first row of a table has this. */
const seeFirst = (subject: string, text: string): Promise<void> =>
  tab.all(subject).first().locator('tbody tr').first().filter({ hasText: text }).waitFor();

const sortBy = (column: string): Promise<void> =>
  tab.page.locator('th', { hasText: column }).getByRole('button').click();

const alertOf = async (name: string): Promise<{ id: string }> => {
  const { body } = await host.call('GET', `/alerts?host=${name}`);
  expect(body.total).toBe(1);
  return body.alerts[0];
};

test('the overview sums the alerts up', async () => {
  await openPage('/overview?alerts=table');
  await tab.find('alertsOverTime-total');
  expect(await textOf('alertsOverTime-total')).toContain('5,000 alerts');
  await tab.see('20,000');
  await expectFewElements();
});

test('alerts are shown page by page, sorted among all', async () => {
  await openPage('/alerts?perPage=25');
  await tab.see('5,000 alerts');
  expect(await rowsOf('alertsTable')).toHaveLength(25);
  await sortBy('Host');
  await tab.arrive(/sort=host/);
  await seeFirst('alertsTable', 'fleet-0001');
  await tab.click('pagination-button-199');
  await tab.arrive(/page=200/);
  await seeFirst('alertsTable', 'fleet-4976');
  const rows = await rowsOf('alertsTable');
  expect(rows).toHaveLength(25);
  expect(rows[24]).toContain('fleet-5000');
  await tab.page.reload();
  await seeFirst('alertsTable', 'fleet-4976');
  await sortBy('Host');
  await seeFirst('alertsTable', 'fleet-5000');
  await expectFewElements();
});

test('one alert among all is found, by its host and by a search', async () => {
  await openPage('/alerts?host=fleet-4321');
  await seeFirst('alertsTable', 'fleet-4321');
  expect(await textOf('alertsCount')).toBe('1 alert');
  await openPage('/alerts');
  await tab.see('5,000 alerts');
  await tab.type('alertsSearch', 'fleet-1234');
  await tab.press('Enter');
  await tab.arrive(/search=fleet-1234/);
  await seeFirst('alertsTable', 'fleet-1234');
  expect(await rowsOf('alertsTable')).toHaveLength(1);
  await expectFewElements();
});

test('the alerts of a page are set to another status, and no others', async () => {
  await openPage('/alerts?sort=host&order=asc&perPage=100&page=3');
  await seeFirst('alertsTable', 'fleet-0201');
  await tab.click('checkboxSelectAll');
  await tab.see('100 of 5,000 selected');
  await tab.click('alertStatus-acknowledged');
  await tab.see('100 alerts are now set to: Acknowledged');
  await openPage('/alerts?status=acknowledged&sort=host&order=desc&perPage=100');
  await seeFirst('alertsTable', 'fleet-0300');
  expect(await textOf('alertsCount')).toBe('100 alerts');
  const { body } = await host.call('GET', '/alerts?status=open');
  expect(body.total).toBe(4_900);
  await expectFewElements();
});

test('on a phone, one page of alerts after the other', async () => {
  await openPage('/alerts?sort=host&order=asc&perPage=10', { size: PHONE });
  await seeFirst('alertsTable', 'fleet-0001');
  expect(await rowsOf('alertsTable')).toHaveLength(10);
  await tab.click('pagination-button-next');
  await tab.arrive(/page=2/);
  await seeFirst('alertsTable', 'fleet-0011');
  expect(await tab.overflow()).toBeLessThanOrEqual(0);
  await expectFewElements();
});

test('one alert tells how many others have its destination, and shows some', async () => {
  const { id } = await alertOf('fleet-0042');
  await openPage(`/alerts/${encodeURIComponent(id)}`);
  await tab.find('sequenceTimeline');
  await tab.find('related-destination');
  // As the recording has it: 50 destinations in turn, and a host for each attack.
  expect(await textOf('related-destination')).toContain('99 other alerts');
  expect(await textOf('related-destination')).toContain('100 events on 100 hosts');
  expect(await textOf('related-hostUser')).toContain('No other alert');
  await expectFewElements();
});

test('hosts are shown page by page, sorted among all, and searched', async () => {
  await openPage('/setup?perPage=25');
  await tab.see('5,000 hosts');
  expect(await rowsOf('hostsTable')).toHaveLength(25);
  await openPage('/setup?perPage=25&sort=name&order=desc');
  await seeFirst('hostsTable', 'fleet-5000');
  await tab.click('pagination-button-199');
  await tab.arrive(/page=200/);
  await seeFirst('hostsTable', 'fleet-0025');
  await tab.type('hostsSearch', 'fleet-2345');
  await tab.press('Enter');
  await seeFirst('hostsTable', 'fleet-2345');
  expect(await textOf('hostsCount')).toBe('1 host');
  expect(addressWithinApp()).toContain('fleet-2345');
  await expectFewElements();
});

test('the preview of an exclusion says of how many it hides some, and that there are more', async () => {
  // The newest alerts are examined.
  const { id } = await alertOf('fleet-5000');
  await openPage(`/exclusions/new?alert=${encodeURIComponent(id)}`);
  await tab.find('exclusions-flyout');
  await tab.click('exclusions-askPreview');
  await tab.find('exclusions-hiddenAlerts');
  expect(await textOf('exclusions-hiddenAlerts')).toContain(
    'of 500 alerts. There are more in this time than were examined.',
  );
  await tab.find('exclusions-hiddenSequences');
  await expectFewElements();
});
