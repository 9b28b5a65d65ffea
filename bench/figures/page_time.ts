// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startChromium } from '../../test/browser/chromium';
import { Tab } from '../../test/browser/tab';
import { runCli } from '../../test/cli/run_cli';
import { end, startHost, until, type HostProcess } from '../../test/host/host_process';
import { manyAttacks } from '../input/many_attacks';
import { ratioFigure, type Figures } from '../report/figure';
import { ratioOf } from '../statistics';

/** Alerts, and hosts. */
const MANY = 5_000;

/** People wait this long for a page without a thought, in milliseconds. */
const LIMIT = 2_000;

interface Page {
  readonly name: string;
  readonly address: string;
  /** The element that shows the first of what people came for. */
  readonly first: string;
}

/** The pages, and of the alerts one. */
const pagesWith = (alert: string): readonly Page[] => [
  { name: 'overview', address: '/overview', first: 'alertsOverTime-total' },
  { name: 'alerts', address: '/alerts', first: 'openAlert' },
  { name: 'one alert', address: `/alerts/${alert}`, first: 'sequenceTimeline' },
  { name: 'exclusions', address: '/exclusions', first: 'exclusions' },
  { name: 'setup, hosts', address: '/setup', first: 'hostsTable' },
];

/**
 * How long pages take until they show something, with thousands of alerts and hosts, in a real browser on the app
 * without Kibana. Told beside a limit, and no bar: the machine decides. Nothing where there is no Chromium.
 */
export const pageTimeFigures = async (times: number): Promise<Figures> => {
  let browser: Browser;
  try {
    browser = await startChromium();
  } catch (error) {
    return { figures: [], notes: [`Pages were not measured: ${(error as Error).message.trim()}`] };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'recently-compiled-bench-'));
  try {
    return await onHost(folder, (host) => measure(browser, host, times));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const onHost = async (
  folder: string,
  work: (host: HostProcess) => Promise<Figures>,
): Promise<Figures> => {
  const file = path.join(folder, 'many.ndjson');
  writeFileSync(file, manyAttacks(MANY, Date.now() - 60_000).join('\n'));
  // The bundles are made by the first command.
  await runCli(['serve', '--help']);
  const host = await startHost([file, '--data', path.join(folder, 'data')]);
  try {
    const params = { detection: 'published', maxSignals: 1_000 };
    await host.call('POST', '/rule/install', { params });
    await until(
      () => host.call('GET', '/rule'),
      ({ body }) => body.rule?.lastRun?.waiting === 0,
    );
    return await work(host);
  } finally {
    await end(host, 'SIGTERM');
  }
};

const measure = async (browser: Browser, host: HostProcess, times: number): Promise<Figures> => {
  const limits = Array.from({ length: times }, () => LIMIT);
  const figures = [];
  const { body } = await host.call('GET', '/alerts');
  for (const page of pagesWith(encodeURIComponent(body.alerts[0].id))) {
    const taken: number[] = [];
    for (let i = 0; i < times; i += 1) {
      taken.push(await inTab(browser, (tab) => firstContent(tab, host, page)));
    }
    const name = `page ${page.name}, ${MANY.toLocaleString('en')} alerts and hosts: first content ÷ 2 s`;
    figures.push(ratioFigure(name, ratioOf(taken, limits)));
  }
  const sorted: number[] = [];
  for (let i = 0; i < times; i += 1) {
    sorted.push(await inTab(browser, (tab) => sorting(tab, host)));
  }
  figures.push(ratioFigure('page alerts: sorted by another column ÷ 2 s', ratioOf(sorted, limits)));
  return {
    figures,
    notes: [
      `Pages: a new browser tab each time, without a cache, on the app without Kibana with ${MANY.toLocaleString('en')} attacks on as many hosts; ${times} times each.`,
    ],
  };
};

const inTab = async (browser: Browser, work: (tab: Tab) => Promise<number>): Promise<number> => {
  const tab = await Tab.open(browser, { viewport: { width: 1440, height: 900 } });
  try {
    return await work(tab);
  } finally {
    await tab.close();
  }
};

const firstContent = async (tab: Tab, host: HostProcess, page: Page): Promise<number> => {
  const before = performance.now();
  await tab.go(`${host.url}/app/recentlyCompiled${page.address}`);
  await tab.find(page.first);
  return performance.now() - before;
};

const sorting = async (tab: Tab, host: HostProcess): Promise<number> => {
  await tab.go(`${host.url}/app/recentlyCompiled/alerts?sort=startedAt&order=desc`);
  await tab.see('fleet-5000');
  const before = performance.now();
  await tab.page.locator('th', { hasText: 'Host' }).getByRole('button').click();
  await tab.see('fleet-0001');
  return performance.now() - before;
};
