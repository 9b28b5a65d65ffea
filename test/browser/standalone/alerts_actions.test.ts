// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AlertResponse, AlertsResponse } from '../../../common/api';
import { recordingFile, ROOT } from '../../cli/run_cli';
import { expectSoon } from '../expect_soon';
import { expectSoundInEveryLook, goThroughStates, refusalOf } from './page_states';
import { addressWithinApp, host, openPage, tab, useHostPages } from './use_host';

useHostPages(() => [path.join(ROOT, 'recordings')]);

const alertsFor = async (query: string): Promise<AlertsResponse['alerts']> =>
  ((await host.call('GET', `/alerts${query}`)).body as AlertsResponse).alerts;

const ids = new Map<string | null, string>();
beforeAll(async () => {
  for (const { processName, id } of await alertsFor('')) {
    ids.set(processName, id);
  }
});

const pageOf = (program: string): string => `/alerts/${ids.get(program)}`;
const alertOf = async (program: string): Promise<AlertResponse> =>
  (await host.call('GET', pageOf(program))).body as AlertResponse;

/** The programs in the table, from top to bottom. */
const programs = async (): Promise<string[]> =>
  (await tab.all('openAlert').allInnerTexts()).map((text) => path.posix.basename(text));

/** Waits until these programs are in the table, in this order. */
const seePrograms = (expected: readonly string[]): Promise<void> =>
  expectSoon(programs, [...expected]);

describe('the list', () => {
  /** Types into a filter and takes what is typed. */
  async function filterBy(name: string, value: string): Promise<void> {
    await tab.all(`alertsFilter-${name}`).locator('input').fill(value);
    await tab.press('Enter');
    await tab.press('Escape');
  }

  test('is filtered by host, user, severity and status; each filter is a step of the address', async () => {
    await openPage('/alerts');
    await tab.see('8 alerts');
    await filterBy('host', 'cap-67-www-data-tmp');
    await tab.see('1 alert');
    expect(await programs()).toEqual(['exploit67']);
    expect(addressWithinApp()).toBe('/alerts?host=cap-67-www-data-tmp');
    await tab.page.goBack();
    await tab.see('8 alerts');
    await filterBy('user', 'www-data');
    await tab.see('1 alert');
    await filterBy('severity', 'Medium');
    await tab.arrive(/severity=medium&user=www-data$/);
    await filterBy('status', 'Closed');
    await tab.find('noAlertsMatch');
    await expectSoundInEveryLook('alerts_none_match');
    await tab.page.goBack();
    await tab.see('1 alert');
    await tab.page.reload();
    await tab.see('1 alert');
    await tab.go(`${host.url}/app/recentlyCompiled/alerts?severity=high&user=www-data`);
    await tab.find('noAlertsMatch');
    await tab.click('clearFilters');
    await tab.see('8 alerts');
  });

  test('is searched for parts of a path, for destinations and networks', async () => {
    await openPage('/alerts');
    await tab.see('8 alerts');
    const searches = [
      ['tmp/.x67', ['exploit67']],
      ['fd77::2', ['implant46']],
      ['203.0.113.0/24', []],
    ] as const;
    for (const [text, found] of searches) {
      await tab.all('alertsSearch').fill(text);
      await tab.press('Enter');
      await tab.page.waitForURL(({ searchParams }) => searchParams.get('search') === text);
      await seePrograms(found);
    }
  });

  test('takes a time range, and the end of the recording for now, whatever the day is', async () => {
    await openPage('/alerts');
    await tab.see('8 alerts');
    await tab.page.clock.setFixedTime('2028-02-29T12:00:00Z');
    await tab.page.reload();
    await tab.see('8 alerts');
    await tab.click('superDatePickerToggleQuickMenuButton');
    await tab.page.getByRole('button', { name: 'Last 15 minutes' }).click();
    await tab.arrive(/from=now-15m$/);
    await tab.see('8 alerts');
    await tab.go(
      `${host.url}/app/recentlyCompiled/alerts?from=2026-11-01T00:00:00.000Z&to=2026-11-02T00:00:00.000Z`,
    );
    await tab.find('noAlerts');
    await expectSoundInEveryLook('alerts_none');
    await tab.click('lookFurther');
    await tab.see('8 alerts');
    expect(addressWithinApp()).toBe('/alerts?from=now-90d');
  });

  test('is sorted by its columns, and shows as many as wanted', async () => {
    await openPage('/alerts');
    await tab.see('8 alerts');
    const happened = tab.page.getByRole('button', { name: 'Happened' });
    await happened.click();
    await tab.arrive(/sort=startedAt&order=asc$/);
    // By hand, from the times of the recordings.
    const oldestFirst = [
      'implant01',
      'implant20',
      'implant31',
      'implant35',
      'implant46',
      'implant47',
      'exploit67',
      'selfcheck71',
    ];
    await seePrograms(oldestFirst);
    await happened.click();
    await tab.arrive(/sort=startedAt$/);
    await seePrograms([...oldestFirst].reverse());
    await tab.click('tablePaginationPopoverButton');
    await tab.click('tablePagination-10-rows');
    await tab.arrive(/sort=startedAt&perPage=10$/);
    await seePrograms([...oldestFirst].reverse());
  });

  test('shows its last page where the address asks for a later one', async () => {
    await openPage('/alerts?page=3&perPage=10');
    await tab.arrive(/alerts\?perPage=10$/);
    await tab.find('openAlert');
    expect(await programs()).toHaveLength(8);
  });

  test('changes the status of those that are selected, and of no other', async () => {
    await openPage('/alerts?sort=startedAt&order=asc');
    await tab.see('8 alerts');
    for (const program of ['implant01', 'implant20']) {
      await tab.page.check(`[data-test-subj="checkboxSelectRow-${ids.get(program)}"]`);
    }
    await tab.see('2 of 8 selected');
    await tab.click('alertStatus-acknowledged');
    await tab.see('2 alerts are now set to: Acknowledged');
    await filterBy('status', 'Acknowledged');
    await tab.see('2 alerts');
    await seePrograms(['implant01', 'implant20']);
    await tab.click('checkboxSelectAll');
    await tab.click('alertStatus-closed');
    await tab.see('2 alerts are now set to: Closed');
    await tab.find('noAlertsMatch');
    const closed = (await alertsFor('?status=closed')).map(({ processName }) => processName);
    expect(closed.sort()).toEqual(['implant01', 'implant20']);
  });

  test('waits, is refused, fails and recovers', async () => {
    await openPage('/alerts');
    await goThroughStates({
      request: /recently_compiled\/alerts\?/,
      ready: 'alertsTable',
      refusal: await refusalOf('alerts'),
      name: 'alerts',
    });
  });
});

describe('one alert', () => {
  /** What a part of the page says. */
  const part = async (subject: string): Promise<string> => {
    await tab.find(subject);
    return tab.all(subject).first().innerText();
  };

  test('tells when, who, what, where, by which processes, and why it matched', async () => {
    await openPage(pageOf('implant35'));
    // By hand, from the times of the four events: 57.35.821, .857, .876 and .877.
    expect(await part('timeline-compile')).toMatch(/Compile gcc\n.*19:57:35\.821$/);
    expect(await part('timeline-link')).toMatch(
      /Link ld\n.*19:57:35\.857 \(36 ms after the stage before\)$/,
    );
    expect(await part('timeline-execute')).toContain('(19 ms after the stage before)');
    expect(await part('timeline-connect')).toContain('(1 ms after the stage before)');
    await tab.see('From the first event to the last: 56 ms');
    expect(await tab.page.locator('[data-test-subj=sequenceTimeline] circle').count()).toBe(4);
    await tab.all('timeline-compile').locator('time').focus();
    await tab.see('2026-11-24 11:57:35.821');

    expect(await part('story-who')).toMatch(/root \(0\)[^]*cap-35-reverse-shell[^]*Debian 12/);
    expect(await part('story-compile')).toMatch(
      /Command line\ngcc -o implant35 implant\.c\nCompiled from\nimplant\.c\nIn the folder\n\/home\/dev\/work\/35-reverse-shell/,
    );
    expect(await part('story-binary')).toMatch(
      /Path\n\/home\/dev\/work\/35-reverse-shell\/implant35\nWritten by\n\/usr\/bin\/ld/,
    );
    expect(await part('story-binary')).toContain('The sensor recorded no hash of it.');
    expect(await part('story-run')).toMatch(
      /Command line\n\.\/implant35[^]*\/usr\/bin\/bash \(pid/,
    );
    expect(await part('story-connect')).toMatch(/Destination\n10\.77\.0\.2:4445[^]*tcp/);
    expect(await part('story-file')).toMatch(/Written[^]*by ld[^]*Run[^]*by bash/);

    // A shell starts the compiler, whose driver starts the linker, and then the program.
    expect(await part('processTree')).toMatch(
      /bash \(pid \d+\)[^]*gcc \(pid \d+\)\s+1\. Compile[^]*ld \(pid \d+\)\s+2\. Link[^]*implant35 \(pid \d+\)\s+3\. Execute\s+4\. Connect/,
    );

    // Another request tells of the parameters of the rule.
    await tab.all('matched-time').filter({ hasText: 'within 15 min' }).waitFor();
    expect(await part('matched-compile')).toContain('gcc is among the compilers');
    expect(await part('matched-link')).toMatch(/ld is among the linkers[^]*wrote \/home\/dev/);
    expect(await part('matched-execute')).toContain('The program that runs is this file');
    expect(await part('matched-connect')).toContain('10.77.0.2 is in none of the networks');
    expect(await part('nextSteps')).toMatch(/isolate the host[^]*add an exclusion/);

    // No other app of Kibana is here.
    for (const button of ['openInSecurity', 'openInTimeline', 'openInDiscover']) {
      expect(await tab.has(button)).toBe(false);
    }
  });

  test('has every event in full, to be copied as it is, and is downloaded as it is', async () => {
    const alert = await alertOf('implant35');
    expect(alert.events).toHaveLength(4);
    await openPage(pageOf('implant35'));
    await tab.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const { stage, id, index, source } of alert.events) {
      const event = tab.all(`sourceEvent-${stage}`);
      await event.locator('button').first().click();
      await event.locator('[data-test-subj="copyEvent"]').click();
      const copied = await tab.page.evaluate(() => navigator.clipboard.readText());
      expect(JSON.parse(copied)).toEqual({ _id: id, _index: index, _source: source });
      expect(await event.locator('[data-test-subj="eventJson"]').innerText()).toContain(id);
    }
    const [download] = await Promise.all([
      tab.page.waitForEvent('download'),
      tab.click('downloadAlert'),
    ]);
    expect(download.suggestedFilename()).toBe(`alert-${alert.alert.id}.json`);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(alert);
    await expectSoundInEveryLook('alert_events');
  });

  test('leads to what is related, and says what is new and what was seen before', async () => {
    await openPage(pageOf('implant35'));
    expect(await part('related-binary')).toMatch(/First time[^]*No other alert/);
    // Of the eight, all but the one over IPv6 connect to 10.77.0.2; three did so before.
    expect(await part('related-destination')).toMatch(/Seen before[^]*6 other alerts/);
    expect(await part('related-hostUser')).toMatch(/First time[^]*No other alert/);
    await tab.all('related-destination').getByRole('link', { name: 'implant20 on cap-20' }).click();
    await tab.see('cc -Wall');
    expect(addressWithinApp()).toBe(pageOf('implant20'));
    await tab.page.goBack();
    await tab.see('10.77.0.2:4445');
    await openPage(pageOf('implant01'));
    expect(await part('related-destination')).toMatch(/First time[^]*6 other alerts/);
  });

  test('changes its status, and leads to an exclusion that is filled in', async () => {
    await openPage(pageOf('implant46'));
    await tab.click('alertStatus-acknowledged');
    await tab.see('1 alert is now set to: Acknowledged');
    await expectSoon(() => part('alertStatus'), 'Acknowledged');
    expect(await tab.has('alertStatus-acknowledged')).toBe(false);
    expect((await alertOf('implant46')).alert.status).toBe('acknowledged');
    await tab.click('addExclusion');
    await tab.find('exclusions-flyout');
    await tab.see('destination.ip is fd77::2');
    await tab.page.goBack();
    await tab.find('sequenceTimeline');
  });

  test('that is not there is said to be gone, and the list is a click away', async () => {
    await openPage('/alerts/nothing');
    await tab.find('failed');
    await tab.see('There is no alert [nothing]');
    await tab.click('backToAlerts');
    await tab.see('8 alerts');
  });

  test('waits, is refused, fails and recovers', async () => {
    await openPage(pageOf('implant35'));
    await goThroughStates({
      request: /recently_compiled\/alerts\/\w{64}/,
      ready: 'sequenceTimeline',
      refusal: await refusalOf('alerts/some'),
      name: 'alert',
    });
  });

  test('tells the hashes of the binary where the sensor tells them', async () => {
    const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const events = gunzipSync(readFileSync(recordingFile('35-reverse-shell')))
      .toString()
      .replaceAll('cap-35', 'cap-99')
      .replaceAll('"id":"', '"id":"hashed-')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const event = JSON.parse(line) as { process?: object };
        return JSON.stringify({
          ...event,
          process: { ...event.process, hash: { sha256: SHA256 } },
        });
      });
    await openPage('/alerts');
    await tab.see('8 alerts');
    await tab.all('host-fileInput').setInputFiles({
      name: 'hashed.ndjson',
      mimeType: 'application/x-ndjson',
      buffer: Buffer.from(events.join('\n')),
    });
    await tab.see('9 alerts');
    const [alert] = await alertsFor('?host=cap-99-reverse-shell');
    await openPage(`/alerts/${alert?.id}`);
    expect(await part('story-binary')).toContain(`SHA-256\n${SHA256}`);
  });
});
