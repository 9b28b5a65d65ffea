// SPDX-License-Identifier: Apache-2.0
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PHONE } from '../use_browser';
import { HOSTILE, hostileRecording } from './hostile_recording';
import { host, openPage, tab, useHostPages } from './use_host';

useHostPages((folder) => {
  const file = path.join(folder, 'hostile.ndjson');
  writeFileSync(file, hostileRecording());
  return [file];
});

/** Nothing of it was run, and the page is no wider than the screen. */
const isUnharmed = async (): Promise<void> => {
  await tab.page.waitForLoadState('networkidle');
  expect(await tab.evaluate('window.hacked')).toBeUndefined();
  expect(await tab.evaluate('document.querySelectorAll("img[src=x]").length')).toBe(0);
  expect(await tab.overflow()).toBeLessThanOrEqual(0);
  // What would turn the text around it is written out, but for fields that are edited.
  const texts = await tab.page.evaluate(() =>
    [...document.querySelectorAll('main td, main p, main code, [role=dialog] p')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
  expect(texts.filter((text) => /[\u202e\u2066]/.test(text))).toEqual([]);
};

/** The part of it that every page must show as it is. */
const [MARKUP = ''] = HOSTILE.split("'");

test('the attack is found in spite of its names', async () => {
  const { body } = await host.call('GET', '/alerts');
  expect(body.alerts).toHaveLength(1);
  expect(body.alerts[0].processName).toContain(`implant35${MARKUP}`);
});

test.each([
  ['wide', undefined],
  ['narrow', PHONE],
])('the table and one alert show all of it as text: %s', async (look, size) => {
  await openPage('/alerts', size && { size });
  await tab.see('1 alert');
  await tab.see('implant35<img src=x');
  await isUnharmed();
  await tab.screenshot(`hostile_alerts_${look}`);
  await tab.click('openAlert');
  await tab.find('sequenceTimeline');
  await tab.see(MARKUP);
  await isUnharmed();
  // Every event in full.
  for (const open of await tab.all('wholeEvent').all()) {
    await open.click();
  }
  await isUnharmed();
  await tab.screenshot(`hostile_alert_${look}`);
});

test('an exclusion made of it hides it, and is shown as text', async () => {
  await openPage('/alerts');
  await tab.click('openAlert');
  await tab.click('addExclusion');
  await tab.find('exclusions-flyout');
  await tab.click('exclusions-askPreview');
  await tab.see('It hides 1 of 1 alert.');
  await isUnharmed();
  await tab.click('exclusions-save');
  await tab.arrive(/\/exclusions$/);
  await tab.see(MARKUP);
  await isUnharmed();
});

test.each(['/setup', '/overview'])('%s shows it as text', async (page) => {
  await openPage(page);
  await isUnharmed();
});

test('names in the address are shown as text', async () => {
  // An address holds whole characters only.
  const name = encodeURIComponent(HOSTILE.replace('\ud800', ''));
  for (const page of [
    `/alerts/${name}`,
    `/exclusions/${name}`,
    `/alerts?search=${name}&host=${name}`,
  ]) {
    await openPage(page);
    await isUnharmed();
  }
});
