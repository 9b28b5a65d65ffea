// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { ROOT } from '../../cli/run_cli';
import { expectSoon } from '../expect_soon';
import { killHost, openPage, startHostAgain, tab, useHostPages } from './use_host';

useHostPages(() => [path.join(ROOT, 'recordings')]);

/** An icon that could not be fetched is an empty square. */
const strokesOf = (subject: string): Promise<number> =>
  tab.all(subject).locator('svg path').count();

it('says that the host is gone, and goes on by itself when it is back', async () => {
  await openPage('/alerts');
  await tab.see('implant35');
  // The icons of the table are fetched after it.
  await expectSoon(() => tab.page.locator('[data-is-loading="true"]').count(), 0);

  await killHost();
  await tab.page.getByRole('button', { name: 'Refresh' }).click();
  await tab.find('failed');
  await tab.see('Check that the server can be reached, then try again.');
  await tab.see('No answer');
  await expectSoon(async () => (await strokesOf('failed')) > 0, true);
  await tab.screenshot('host_gone');

  await startHostAgain();
  await tab.see('implant35');
  expect(await tab.has('failed')).toBe(false);
  await tab.see('2,667 events');
});
