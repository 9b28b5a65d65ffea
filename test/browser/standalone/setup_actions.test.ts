// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { RECORDINGS_FILES, ROOT } from '../../cli/run_cli';
import { axeViolations } from '../axe';
import { PHONE } from '../use_browser';
import { englishLeft } from './english_left';
import { refuse, ROUTES } from './refusals';
import { addressWithinApp, openPage, tab, useHostPages } from './use_host';

useHostPages(() => [path.join(ROOT, 'recordings')]);

interface RecordedEvent {
  readonly '@timestamp': string;
  readonly event: { readonly category: readonly string[]; readonly action: string };
  readonly host: { readonly id: string; readonly name: string };
  readonly process: { readonly name: string };
  readonly destination?: { readonly ip?: string };
}

/** What was recorded, read without any of our code. */
const EVENTS: readonly RecordedEvent[] = RECORDINGS_FILES.flatMap((file) =>
  gunzipSync(readFileSync(file))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = JSON.parse(line);
      return parsed._source ?? parsed;
    }),
);
const is = (category: string) => (one: RecordedEvent) => one.event.category.includes(category);
const namesOf = (events: readonly RecordedEvent[]): string[] =>
  [...new Set(events.map(({ host }) => host.name))].sort();
const HOSTS = namesOf(EVENTS);
const WITHOUT_NETWORK = HOSTS.filter(
  (name) => !namesOf(EVENTS.filter(is('network'))).includes(name),
);

const isSound = async (): Promise<void> => {
  expect(await axeViolations((expression) => tab.evaluate(expression))).toEqual([]);
  expect(await tab.overflow()).toBeLessThanOrEqual(0);
};

const shownHosts = async (): Promise<string[]> =>
  (
    await tab
      .all('hostsTable')
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-test-subj') ?? ''))
  ).map((subject) => subject.replace('host-', ''));

const isDetached = (subject: string) => tab.all(subject).first().waitFor({ state: 'detached' });

describe('each step has the state that the recording has', () => {
  test('there is no Fleet in a recording, which is no fault', async () => {
    await openPage('/setup');
    for (const step of ['fleetServer', 'integration', 'agentPolicy', 'agents']) {
      await tab.find(`step-${step}-not_applicable`);
      expect(await tab.all(`step-${step}`).innerText()).toContain('Not part of a recording');
    }
    await tab.see('6 of 6 steps need nothing');
  });

  test('its events are counted by host and by stage', async () => {
    const start = ({ process, event }: RecordedEvent, names: readonly string[]) =>
      event.action === 'exec' && names.includes(process.name);
    const isOwnNetwork = (ip: string) => /^(127\.|169\.254\.|2(2[4-9]|3\d)\.|::1$)/.test(ip);
    const execute = EVENTS.filter((one) => is('process')(one) && one.event.action === 'exec');
    const compile = execute.filter((one) => start(one, ['gcc', 'g++', 'cc']));
    const link = EVENTS.filter(
      (one) => is('file')(one) && one.event.action === 'creation' && one.process.name === 'ld',
    );
    const connect = EVENTS.filter(
      ({ event, process, destination }) =>
        event.action === 'connection_attempted' &&
        destination?.ip !== undefined &&
        !isOwnNetwork(destination.ip) &&
        !['simpleX', 'conftest', 'ssh', 'python', 'ispnull', 'pvtui'].includes(process.name),
    );
    await openPage('/setup');
    await tab.find('step-data-ok');
    await tab.see(`${HOSTS.length} Linux hosts have events in the last day of the recording.`);
    await tab.see(
      `${compile.length} for compile, ${link.length} for link, ${execute.length} for execute, ${connect.length} for connect.`,
    );
  });

  test('the rule is on and has run', async () => {
    await openPage('/setup');
    await tab.find('step-rule-ok');
    await tab.see('The rule is enabled, and its last run succeeded.');
    await tab.see('Our rule stands alone, no Security rule is linked with it.');
  });
});

describe('checking again', () => {
  test('asks for the checks of one step, and for all', async () => {
    await openPage('/setup');
    await tab.find('step-data-ok');
    const asked: string[] = [];
    tab.page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith('/readiness')) {
        asked.push(searchParams.getAll('check').join(' '));
      }
    });
    const times = () =>
      tab
        .all('setupSteps')
        .locator('time')
        .evaluateAll((all) => all.map((one) => one.textContent));
    const before = await times();
    await tab.click('checkStep-rule');
    await tab.page.waitForFunction(
      (text) =>
        [...document.querySelectorAll('[data-test-subj=setupSteps] time')].at(-1)?.textContent !==
        text,
      before.at(-1),
    );
    expect(asked).toEqual(['own_rule linked_rule alert_index exception_list']);
    // The others were checked when they were.
    expect((await times()).slice(0, -1)).toEqual(before.slice(0, -1));
    await tab.click('checkAgain');
    await tab.page.waitForFunction(
      (text) => document.querySelector('[data-test-subj=setupSteps] time')?.textContent !== text,
      before[0],
    );
    expect(asked).toHaveLength(2);
  });

  test('a step that can not be checked keeps what was known, and says why', async () => {
    await openPage('/setup');
    await tab.find('step-data-ok');
    await refuse(tab, ROUTES.readiness, 'failed');
    await tab.click('checkStep-data');
    await tab.find('checkStepFailed');
    await tab.see('Try again in a moment.');
    await tab.find('step-data-ok');
    await isSound();
    await tab.page.unroute(ROUTES.readiness);
    await tab.click('checkStep-data');
    await isDetached('checkStepFailed');
  });
});

test('how a step is done opens, and the address keeps and leads to it', async () => {
  await openPage('/setup');
  await tab.find('step-integration');
  await tab.all('guide-integration').locator('button').first().click();
  await tab.see('Complete EDR is suggested');
  await isSound();
  expect(addressWithinApp()).toBe('/setup?step=integration');
  await tab.page.goBack();
  await tab.page.waitForURL(/\/setup$/);
  await openPage('/setup?step=rule');
  await tab.see('What is harmless with you, such as a build server, you exclude later.');
  await tab.page.waitForFunction(() => {
    const box = document.querySelector('[data-test-subj~=step-rule]')?.getBoundingClientRect();
    return box !== undefined && box.top > 0 && box.top < window.innerHeight;
  });
});

describe('the hosts', () => {
  test('are told with what they send, and which can not be matched', async () => {
    await openPage('/setup');
    await tab.see(`${HOSTS.length} hosts`);
    // Those that can not be matched come first.
    expect((await shownHosts()).slice(0, 2)).toEqual(WITHOUT_NETWORK);
    expect((await shownHosts()).sort()).toEqual(HOSTS);
    for (const name of WITHOUT_NETWORK) {
      const row = await tab.all(`host-${name}`).innerText();
      expect(row.match(/No network events came in this time/g)).toHaveLength(2);
      expect(row).toContain('—');
    }
    const reverse = EVENTS.filter(({ host }) => host.name === 'cap-35-reverse-shell');
    const lastOf = (category: string) =>
      reverse
        .filter(is(category))
        .map((one) => one['@timestamp'])
        .sort()
        .at(-1);
    const titles = await tab
      .all('host-cap-35-reverse-shell')
      .locator('time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    expect(titles.map((time) => new Date(time ?? '').getTime())).toEqual(
      ['process', 'file', 'network'].map((category) => new Date(lastOf(category) ?? '').getTime()),
    );
  });

  test('are sorted and paged, which the address, back, forward and a reload keep', async () => {
    await openPage('/setup?perPage=10&sort=name');
    await tab.see(`${HOSTS.length} hosts`);
    expect(await shownHosts()).toEqual(HOSTS.slice(0, 10));
    await tab.click('pagination-button-next');
    await tab.find(`host-${HOSTS.at(-1)}`);
    expect(addressWithinApp()).toBe('/setup?sort=name&page=2&perPage=10');
    expect(await shownHosts()).toEqual(HOSTS.slice(10));
    await tab.page.reload();
    await tab.find(`host-${HOSTS.at(-1)}`);
    await tab.all('hostsTable').getByRole('button', { name: /^Host/ }).first().click();
    await tab.page.waitForURL(/order=desc/);
    await tab.page.waitForFunction(
      (first) =>
        document
          .querySelector('[data-test-subj=hostsTable] tbody tr')
          ?.getAttribute('data-test-subj') === first,
      `host-${HOSTS.at(-1)}`,
    );
    expect(await shownHosts()).toEqual([...HOSTS].reverse().slice(0, 10));
    await tab.page.goBack();
    await tab.page.waitForURL(/page=2/);
    await tab.find(`host-${HOSTS.at(-1)}`);
    await tab.page.goForward();
    await tab.page.waitForURL(/order=desc/);
  });

  test('are searched and filtered', async () => {
    await openPage('/setup');
    await tab.type('hostsSearch', 'SHELL');
    await tab.press('Enter');
    await tab.see('1 host');
    expect(addressWithinApp()).toBe('/setup?search=SHELL');
    expect(await shownHosts()).toEqual(['cap-35-reverse-shell']);
    await openPage('/setup');
    await tab.find('hostsTable');
    await tab.page.selectOption('[data-test-subj=hostsShow]', 'published_no');
    await tab.see(`${WITHOUT_NETWORK.length} hosts`);
    expect(addressWithinApp()).toBe('/setup?show=published_no');
    expect(await shownHosts()).toEqual(WITHOUT_NETWORK);
    await tab.page.selectOption('[data-test-subj=hostsDays]', '1');
    await tab.page.waitForURL(/days=1/);
    await openPage('/setup?search=nowhere');
    await tab.find('hostsClear');
    await isSound();
    await tab.click('hostsClear');
    await tab.see(`${HOSTS.length} hosts`);
    expect(addressWithinApp()).toBe('/setup');
  });

  test('are cards on a phone, which can be sorted too', async () => {
    await openPage('/setup', { size: PHONE });
    await tab.find('hostsTable');
    await tab.page.getByRole('button', { name: 'Sorting' }).click();
    await tab.page.getByRole('dialog').getByText('Host', { exact: true }).click();
    await tab.page.waitForURL(/sort=name/);
    expect(await shownHosts()).toHaveLength(HOSTS.length);
    await tab.press('Escape');
    await tab.page.getByRole('dialog').waitFor({ state: 'detached' });
    await isSound();
  });
});

describe('each state of the page', () => {
  test('loading', async () => {
    await openPage('/alerts');
    await tab.find('alerts');
    await tab.page.route(ROUTES.readiness, () => undefined);
    await tab.page.route(ROUTES.hosts, () => undefined);
    await tab.click('tab-setup');
    await tab.see('Loading the checks');
    await tab.see('Loading the hosts');
    await isSound();
    await tab.page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('failed, each part for itself, with a way to try again', async () => {
    await openPage('/alerts');
    await tab.find('alerts');
    await refuse(tab, ROUTES.readiness, 'failed');
    await refuse(tab, ROUTES.hosts, 'failed');
    await tab.click('tab-setup');
    await tab.all('failed').nth(1).waitFor();
    await tab.see('This could not be loaded');
    await tab.see('Try again in a moment.');
    await isSound();
    await tab.screenshot('setup_failed');
    await tab.page.unrouteAll();
    await tab.all('retry').nth(1).click();
    await tab.find('hostsTable');
    await tab.click('retry');
    await tab.find('setupSteps');
    expect(await tab.has('failed')).toBe(false);
  });

  test('not allowed', async () => {
    await openPage('/alerts', { locale: 'zh-CN' });
    await tab.find('alerts');
    await refuse(tab, ROUTES.all, 'forbidden');
    await tab.click('tab-setup');
    await tab.find('notAllowed');
    expect(await englishLeft(tab.page)).toEqual([]);
    await isSound();
    await tab.screenshot('setup_notAllowed');
  });
});
