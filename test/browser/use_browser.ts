// SPDX-License-Identifier: Apache-2.0
import type { Browser } from 'playwright-core';
import { projectCopy, removeTemporaryFolders } from '../packaging/project';
import { buildAndInstall, type Installed } from '../packaging/unpacked';
import { startChromium } from './chromium';
import { buildPageScript, startKibanaSite, type KibanaSite, type UserName } from './kibana_site';
import { Tab } from './tab';

/** Chromium may have to be installed first. */
const LONGEST_PREPARATION = 600_000;

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** What Kibana looks like, with `darkMode`. */
export const COLOURS: readonly (readonly [name: string, darkMode: boolean])[] = [
  ['light', false],
  ['dark', true],
];
export const DEVICES: readonly (readonly [name: string, size: typeof DESKTOP])[] = [
  ['desktop', DESKTOP],
  ['phone', PHONE],
];

/** The Kibana of the present test, with the plugin from the zip. */
export let site: KibanaSite;
/** The tab that the present test opened last. */
export let tab: Tab;

let browser: Browser;

/**
 * Gives each test of a suite a Kibana of its own, and all of them one Chromium. Whatever the page complains of, such
 * as an exception or a refusal by the CSP, fails the test.
 */
export function useBrowser(): void {
  let installed: Installed;
  let pageScript: Uint8Array;

  beforeAll(async () => {
    browser = await startChromium();
    installed = await buildAndInstall(projectCopy());
    pageScript = await buildPageScript();
  }, LONGEST_PREPARATION);
  afterAll(async () => {
    await browser?.close();
    removeTemporaryFolders();
  });

  beforeEach(async () => {
    site = await startKibanaSite(installed, pageScript);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    const complaints = tab.complaints;
    await tab.close();
    await site.close();
    expect(complaints).toEqual([]);
  });
}

export interface Look {
  readonly user?: UserName;
  readonly size?: typeof DESKTOP;
  readonly darkMode?: boolean;
}

/** Opens a page of the app. */
export async function open(
  path: string,
  { user = 'manager', size = DESKTOP, darkMode = false }: Look = {},
): Promise<void> {
  tab = await Tab.open(browser, { viewport: size, isMobile: size.width < 600 });
  await tab.go(site.address(path, { user, darkMode }));
}
