// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { runCli } from '../../cli/run_cli';
import { end, startHost, until, type HostProcess } from '../../host/host_process';
import { startChromium } from '../chromium';
import { Tab } from '../tab';
import { DESKTOP } from '../use_browser';

const APP = '/app/recentlyCompiled';

/** Chromium may have to be installed, and the page bundled. */
const LONGEST_PREPARATION = 600_000;

/** The host of the present suite, started as a person would start it. */
export let host: HostProcess;
/** The tab that the present test opened last. */
export let tab: Tab;

let browser: Browser;
let startedWith: readonly string[] = [];
let opened: Tab[] = [];

/**
 * Gives a suite one host with the rule installed and run, unless that is left out, on what `words` names, and each test
 * its own tabs; `params` are those of the rule that are not the default. Whatever a page complains of, such as an
 * exception or a refusal by the CSP, fails the test.
 */
export function useHostPages(
  words: (folder: string) => readonly string[],
  {
    isInstalled = true,
    params,
  }: { isInstalled?: boolean; params?: Readonly<Record<string, unknown>> } = {},
): void {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'recently-compiled-pages-'));
    browser = await startChromium();
    await runCli(['serve', '--help']);
    const data = path.join(folder, 'data');
    const install = isInstalled && !params ? ['--install-rule'] : [];
    startedWith = [...words(folder), ...install, '--data', data];
    host = await startHost(startedWith);
    if (params) {
      expect((await host.call('POST', '/rule/install', { params })).status).toBe(200);
    }
    if (isInstalled) {
      await firstRun();
    }
  }, LONGEST_PREPARATION);
  afterAll(async () => {
    await browser?.close();
    if (host) {
      await end(host, 'SIGTERM');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    const complaints = opened.flatMap((one) => one.complaints);
    await Promise.all(opened.map((one) => one.close()));
    opened = [];
    expect(complaints).toEqual([]);
  });
}

/** Ends the host without a word, as a power cut does. */
export const killHost = (): Promise<void> => end(host, 'SIGKILL');

/** Starts it again where it was, with what it had kept. */
export const startHostAgain = async (): Promise<void> => {
  host = await startHost([...startedWith, '--port', new URL(host.url).port]);
};

/** Waits until the rule has run, has nothing left to do and is not about to run, as it is when it was switched on. */
export const firstRun = async (): Promise<void> => {
  await until(
    () => host.call('GET', '/rule'),
    ({ body: { rule } }) => rule?.lastRun?.waiting === 0 && !rule.running && rule.nextRun !== null,
  );
};

export interface HostLook {
  readonly size?: typeof DESKTOP;
  readonly darkMode?: boolean;
  /** Of the browser, as the page finds it. */
  readonly locale?: 'en' | 'zh-CN';
}

/** Opens a page of the app. */
export async function openPage(
  page: string,
  { size = DESKTOP, darkMode = false, locale = 'en' }: HostLook = {},
): Promise<void> {
  tab = await Tab.open(browser, {
    viewport: size,
    isMobile: size.width < 600,
    colorScheme: darkMode ? 'dark' : 'light',
    locale,
    timezoneId: 'Asia/Shanghai',
  });
  opened.push(tab);
  await tab.go(`${host.url}${APP}${page}`);
}

/** Where the tab is, within the app. */
export const addressWithinApp = (): string => {
  const { pathname, search } = new URL(tab.page.url());
  return pathname.slice(APP.length) + search;
};
