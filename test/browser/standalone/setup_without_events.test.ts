// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { recordingFile } from '../../cli/run_cli';
import { axeViolations } from '../axe';
import { englishLeft } from './english_left';
import { openPage, tab, useHostPages } from './use_host';

// As who has only installed it: there is nothing to search yet.
useHostPages(() => [], { isInstalled: false });

const isSound = async (): Promise<void> => {
  expect(await axeViolations((expression) => tab.evaluate(expression))).toEqual([]);
  expect(await tab.overflow()).toBeLessThanOrEqual(0);
};

test.each(['en', 'zh-CN'] as const)('says what is missing and what to do: %s', async (locale) => {
  await openPage('/setup', { locale });
  await tab.find('step-data-error');
  await tab.find('step-rule-error');
  await tab.find('noHosts');
  await isSound();
  if (locale === 'zh-CN') {
    // Categories of events.
    expect(await englishLeft(tab.page, ['process, file, network'])).toEqual([]);
  }
  await tab.screenshot(`setup_nothing_${locale}`);
});

test('says more with the events of a file that is added, when it is checked again', async () => {
  await openPage('/setup');
  await tab.find('noHosts');
  await tab.all('host-fileInput').setInputFiles({
    name: 'reverse-shell.ndjson.gz',
    mimeType: 'application/gzip',
    buffer: readFileSync(recordingFile('35-reverse-shell')),
  });
  await tab.find('host-cap-35-reverse-shell');
  await tab.click('checkAgain');
  await tab.find('step-data-ok');
  await tab.see('1 Linux host has events');
  await tab.click('mend-own_rule');
  await tab.click('rule-install');
  await tab.see('1 alert is open');
  await tab.click('tab-setup');
  await tab.find('step-rule-ok');
});
