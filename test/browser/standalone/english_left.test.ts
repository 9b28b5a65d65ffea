// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { startChromium } from '../chromium';
import { englishLeft } from './english_left';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
}, 600_000);
afterAll(() => browser?.close());

test('finds English sentences in what can be read or heard, and leaves names, data and code', async () => {
  const page = await browser.newPage();
  await page.setContent(`
    <p>规则 Recently Compiled 由 Elastic Defend 提供</p>
    <p>没有 rule was found here</p>
    <button aria-label="Close this dialog">×</button>
    <input placeholder="Type an entry">
    <select><option>Last seven days</option></select>
    <code>sequence by host</code>
    <td>make check all</td>
    <p hidden>Nobody can see this</p>
    <p>gcc -o implant35 implant.c</p>`);
  expect(await englishLeft(page, ['make check all'])).toEqual([
    'rule was found here',
    'Last seven days',
    'Close this dialog',
    'Type an entry',
  ]);
});
