// SPDX-License-Identifier: Apache-2.0
import { axeViolations } from './axe';
import { open, site, tab, useBrowser } from './use_browser';

useBrowser();

/** What Kibana has around our pages is not ours. */
const OURS = { exclude: ['.euiHeader'] };

describe.each([
  ['light', false],
  ['dark', true],
])('in %s colours', (_, darkMode) => {
  test.each([
    ['/alerts', 'lookFurther'],
    ['/exclusions', 'exclusions-query'],
  ])('axe has nothing against %s', async (path, subject) => {
    site.happen({ name: 'implant', at: Date.now() - 60_000 });
    await open(path, { darkMode });
    await tab.find(subject);
    expect(await axeViolations((expression) => tab.evaluate(expression), OURS)).toEqual([]);
  });
});
