// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { ROOT } from '../../cli/run_cli';
import { axeViolations } from '../axe';
import { DESKTOP, PHONE } from '../use_browser';
import { host, openPage, tab, useHostPages } from './use_host';

// The program is copied and then renamed before it runs, each by a busybox that names itself so.
const RECORDING = 'test/captures/recorded/resolved/126-busybox-shell.ndjson.gz';
useHostPages(() => [path.join(ROOT, RECORDING)]);

const SIZES = [
  ['wide', DESKTOP],
  ['narrow', PHONE],
] as const;

const isSound = async (): Promise<void> => {
  expect(await axeViolations((expression) => tab.evaluate(expression))).toEqual([]);
  expect(await tab.overflow()).toBeLessThanOrEqual(0);
};

test.each(SIZES)('an alert tells how the file came to its name: %s', async (look, size) => {
  const { body } = await host.call('GET', '/alerts');
  expect(body.total).toBe(1);
  await openPage(`/alerts/${encodeURIComponent(body.alerts[0].id)}`, { size });
  await tab.find('sequenceTimeline');
  // By hand, from the script that was recorded.
  await tab.see('/tmp/agent126');
  await tab.see('stage126');
  await tab.see('copy126');
  // The shell moves the copy to another file system, which is to copy and to delete it.
  const story = await tab.all('story-file').innerText();
  expect(story).toMatch(
    /Written[^]*stage126[^]*copy126[^]*agent126[^]*Deleted[^]*copy126 by busybox[^]*Run[^]*agent126/,
  );
  for (const stage of ['compile', 'link', 'execute', 'connect']) {
    await tab.find(`timeline-${stage}`);
    await tab.find(`matched-${stage}`);
  }
  await tab.page.waitForLoadState('networkidle');
  await isSound();
  await tab.screenshot(`lineage_alert_${look}`);
  await tab.page.screenshot({
    path: path.join(ROOT, `build/screenshots/lineage_alert_whole_${look}.png`),
    fullPage: true,
  });
});

test.each(SIZES)('the parameters say what each detection finds: %s', async (look, size) => {
  await openPage('/overview', { size });
  await tab.click('params-edit');
  await tab.find('detectionChoice');
  await tab.click('askDetectionPreview');
  await tab.find('detectionPreviewResult');
  const shown = await tab.all('detectionPreviewResult').first().innerText();
  expect(shown).toContain('126');
  await isSound();
  await tab.all('detectionPreview').first().scrollIntoViewIfNeeded();
  await tab.screenshot(`detection_preview_${look}`);
});

test('by name is chosen, reviewed and saved', async () => {
  await openPage('/overview');
  await tab.click('params-edit');
  await tab.page.locator('[data-test-subj="detection-published"]').first().click();
  await tab.click('params-review');
  await tab.find('paramsReview');
  await tab.find('paramsChanges');
  await isSound();
  await tab.screenshot('detection_review_wide');
  await tab.click('params-save');
  await tab.page.waitForSelector('[data-test-subj="paramsEditor"]', { state: 'detached' });
  const { body } = await host.call('GET', '/rule');
  expect(body.rule.params.detection).toBe('published');
});
