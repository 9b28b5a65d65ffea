// SPDX-License-Identifier: Apache-2.0
import type { Route } from 'playwright-core';
import { userWith } from '../../../standalone/kibana/kibana_user';
import { startKibanaWithPlugin } from '../../routes/kibana_with_plugin';
import { axeViolations } from '../axe';
import { expectSoon } from '../expect_soon';
import { DESKTOP, PHONE } from '../use_browser';
import { tab } from './use_host';

/** Fails where axe complains, or where something is wider than the screen. */
async function expectSound(): Promise<void> {
  expect(await axeViolations((expression) => tab.evaluate(expression))).toEqual([]);
  expect(await tab.overflow()).toBeLessThanOrEqual(0);
}

/** Colours hang on the theme and places on the width, so that each of both in one look is as good as four. */
const LOOKS = [
  { look: 'narrow_dark', colorScheme: 'dark', size: PHONE },
  { look: 'wide_light', colorScheme: 'light', size: DESKTOP },
] as const;

/** Looks at what the tab shows in both themes, and on a wide and on a narrow screen. */
export async function expectSoundInEveryLook(name: string): Promise<void> {
  for (const { look, colorScheme, size } of LOOKS) {
    await tab.page.emulateMedia({ colorScheme });
    await tab.page.setViewportSize(size);
    await expectSoon(async () => (await tab.lightnessOfPage()) < 128, colorScheme === 'dark');
    await expectSound();
    await tab.screenshot(`${name}_${look}`);
  }
}

/** What the plugin answers in Kibana for a path of ours to those who lack the privilege of the feature. */
export async function refusalOf(path: string): Promise<object> {
  const plugin = await startKibanaWithPlugin();
  try {
    const { status, body } = await plugin.call('GET', path, { user: userWith('nobody', []) });
    expect(status).toBe(403);
    return body as object;
  } finally {
    await plugin.close();
  }
}

export interface AskedFor {
  /** The request that the page can do nothing without. */
  readonly request: RegExp;
  /** What is there once it is answered. */
  readonly ready: string;
  /** The body of the real answer to those who lack the privilege. */
  readonly refusal: object;
  /** For screenshots. */
  readonly name: string;
}

/** Lets the page that is open wait for its data, be refused, fail and recover; each state is looked at in every look. */
export async function goThroughStates({ request, ready, refusal, name }: AskedFor): Promise<void> {
  const answerWith = async (handler: (route: Route) => Promise<void> | undefined) => {
    await tab.page.unrouteAll({ behavior: 'ignoreErrors' });
    await tab.page.route(request, handler);
    await tab.page.reload();
  };
  await answerWith(() => undefined);
  await tab.find('loading');
  await expectSoundInEveryLook(`${name}_loading`);

  await answerWith((route) => route.fulfill({ status: 403, json: refusal }));
  await tab.find('notAllowed');
  await tab.see('Ask an administrator for the Kibana privilege "Recently Compiled" in this space.');
  await expectSoundInEveryLook(`${name}_not_allowed`);

  await answerWith((route) => route.abort());
  await tab.find('failed');
  await tab.see('Check that the server can be reached, then try again.');
  await expectSoundInEveryLook(`${name}_failed`);

  await tab.page.unrouteAll({ behavior: 'ignoreErrors' });
  await tab.click('retry');
  await tab.find(ready);
}
