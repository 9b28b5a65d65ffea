// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { ROOT } from '../../cli/run_cli';
import { addressWithinApp, openPage, tab, useHostPages } from './use_host';

// As "npm start" starts it.
useHostPages(() => [path.join(ROOT, 'recordings')]);

test('a newcomer finds the reverse shell and sees why it matched', async () => {
  await openPage('');
  await tab.click('tab-alerts');
  await tab.see('8 alerts');
  await tab.type('alertsSearch', 'implant35');
  await tab.press('Enter');
  await tab.see('1 alert');
  await tab.click('openAlert');
  await tab.find('sequenceTimeline');
  // By hand, from the script that was recorded: a shell over port 4445.
  await tab.see('gcc -o implant35 implant.c');
  await tab.see('10.77.0.2:4445');
  for (const stage of ['compile', 'link', 'execute', 'connect']) {
    await tab.find(`timeline-${stage}`);
    await tab.find(`matched-${stage}`);
  }
  await tab.page.goBack();
  await tab.see('1 alert');
  expect(addressWithinApp()).toBe('/alerts?search=implant35');
  await tab.page.goForward();
  await tab.find('sequenceTimeline');
  await tab.page.reload();
  await tab.find('sequenceTimeline');
});

test('excludes the build server after seeing what that hides, and nothing else', async () => {
  await openPage('/alerts?search=selfcheck71');
  await tab.click('openAlert');
  await tab.click('addExclusion');
  await tab.find('exclusions-flyout');
  await tab.click('exclusions-askPreview');
  await tab.see('It hides 1 of 8 alerts.');
  await tab.see('It hides 1 of 8 sequences in the events.');
  await tab.all('exclusions-preview').scrollIntoViewIfNeeded();
  await tab.screenshot('exclusion_preview');
  await tab.click('exclusions-save');
  await tab.arrive(/\/exclusions$/);
  await tab.see('1 sequence');
  await tab.page.reload();
  await tab.find('exclusions-hiddenLately');
});

test('the setup page tells the truth about the recording', async () => {
  await openPage('/setup');
  await tab.see('13 Linux hosts have events');
  await tab.see('Not part of a recording');
  await tab.see('13 hosts');
});
