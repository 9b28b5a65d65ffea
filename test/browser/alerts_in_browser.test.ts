// SPDX-License-Identifier: Apache-2.0
import { COLOURS, DEVICES, open, site, tab, useBrowser } from './use_browser';

useBrowser();

/** As long as the id of an event may be. */
const HOSTILE = `x<img src=x onerror=alert(1)>\u202e${'y'.repeat(380)}`;

/** Three sequences, one of which an attacker has named, and the run that alerts them. */
async function attack(): Promise<void> {
  const now = Date.now();
  site.happen(
    { name: 'implant', at: now - 120_000 },
    { name: 'beacon', at: now - 60_000, host: 'web7', destination: '198.51.100.9' },
    { name: HOSTILE, at: now - 30_000, user: 'www-data' },
  );
  const { kibana, manager } = site;
  const { body } = await kibana.core.http.call('POST', '/internal/recently_compiled/rule/install', {
    user: manager,
    body: {},
  });
  await kibana.harness().run((body as { rule: { id: string } }).rule.id, { startedAt: new Date() });
}

async function alertIds(): Promise<string[]> {
  const { kibana, manager } = site;
  const { body } = await kibana.core.http.call('GET', '/internal/recently_compiled/alerts', {
    user: manager,
    query: { sort: 'startedAt', order: 'asc' },
  });
  return (body as { alerts: { id: string }[] }).alerts.map(({ id }) => id);
}

const address = async (): Promise<string> =>
  String(await tab.evaluate('location.pathname + location.search'));

test('lists the alerts, opens one and comes back to the list as it was', async () => {
  await attack();
  await open('/alerts?host=web7&sort=riskScore');
  await tab.see('1 alert');
  await tab.see('/home/dev/beacon');
  expect(await tab.text()).not.toContain('/home/dev/implant');
  await tab.click('openAlert');
  await tab.find('sequenceTimeline');
  await tab.see('198.51.100.9:4444');
  await tab.screenshot('alert');
  await tab.click('backToAlerts');
  await tab.see('1 alert');
  expect(await address()).toBe('/app/recentlyCompiled/alerts?host=web7&sort=riskScore');
  await tab.evaluate('history.back()');
  await tab.find('sequenceTimeline');
});

test('searching is kept in the address, and back takes it away', async () => {
  await attack();
  await open('/alerts');
  await tab.see('3 alerts');
  await tab.screenshot('alerts');
  await tab.type('alertsSearch', 'implant');
  await tab.press('Enter');
  await tab.see('1 alert');
  expect(await address()).toBe('/app/recentlyCompiled/alerts?search=implant');
  await tab.evaluate('history.back()');
  await tab.see('3 alerts');
});

test('changes the status of the selected alerts', async () => {
  await attack();
  await open('/alerts');
  await tab.see('3 alerts');
  await tab.click('checkboxSelectAll');
  await tab.see('3 of 3 selected');
  await tab.screenshot('alerts_selected');
  await tab.click('alertStatus-closed');
  await tab.see('3 alerts are now set to: Closed');
  await tab.go(site.address('/alerts?status=open', { user: 'manager' }));
  await tab.find('noAlertsMatch');
  await tab.screenshot('alerts_none_match');
  await tab.click('clearFilters');
  await tab.see('3 alerts');
});

test('who may not change alerts is told what is missing', async () => {
  await attack();
  const [id] = await alertIds();
  await open(`/alerts/${id}`, { user: 'analyst' });
  await tab.click('alertStatus-acknowledged');
  await tab.find('statusFailed');
  await tab.see('[read, write, maintenance]');
});

test('who lacks the privilege is told whom to ask', async () => {
  await open('/alerts', { user: 'nobody' });
  await tab.find('notAllowed');
});

describe('in the other apps of Kibana', () => {
  const search = (name: string): string | null => new URL(tab.page.url()).searchParams.get(name);

  test('opens the events of an alert in a Timeline, by an address that 8.12.2 takes', async () => {
    await attack();
    const [id] = await alertIds();
    await open(`/alerts/${id}`, { user: 'engineer' });
    await tab.find('openInTimeline');
    const saved: unknown[] = [];
    await tab.page.route('**/api/timeline', (route) => {
      saved.push(route.request().postDataJSON());
      const timeline = { savedObjectId: 't-1', version: 'WzEsMV0=' };
      return route.fulfill({
        json: { data: { persistTimeline: { code: 200, message: 'success', timeline } } },
      });
    });
    await tab.click('openInTimeline');
    await tab.arrive(/\/app\/security\/alerts\?/);
    expect(search('timeline')).toBe("(id:'t-1',isOpen:!t)");
    const expression = expect.stringMatching(/^_id: ".+" or _id: ".+" or _id: ".+" or _id: ".+"$/);
    expect(saved).toMatchObject([
      {
        timeline: {
          timelineType: 'default',
          status: 'active',
          title: 'Recently Compiled: implant on lab1',
          kqlQuery: { filterQuery: { kuery: { kind: 'kuery', expression } } },
        },
      },
    ]);
  });

  test.each([
    ['refuses', 403, { statusCode: 403, error: 'Forbidden', message: 'Forbidden' }],
    [
      'says so in its answer, as to those who may read Timelines',
      200,
      {
        data: {
          persistTimeline: {
            code: 403,
            message: 'Unable to create siem-ui-timeline',
            timeline: { savedObjectId: '', version: '' },
          },
        },
      },
    ],
  ])('says what it takes where Kibana %s', async (_, status, json) => {
    await attack();
    const [id] = await alertIds();
    await open(`/alerts/${id}`, { user: 'engineer' });
    await tab.find('openInTimeline');
    await tab.page.route('**/api/timeline', (route) => route.fulfill({ status, json }));
    await tab.click('openInTimeline');
    await tab.find('timelineFailed');
    await tab.see('It takes the Kibana privilege "Security: All" in this space.');
  });

  test('opens the alert in Security, and its events in Discover', async () => {
    await attack();
    const [id] = await alertIds();
    await open(`/alerts/${id}`, { user: 'engineer' });
    await tab.click('openInSecurity');
    await tab.arrive(new RegExp(`/app/security/alerts/redirect/${id}\\?`));
    expect(search('index')).toBe('.alerts-security.alerts-default');
    await tab.page.goBack();
    await tab.click('openInDiscover');
    await tab.arrive(/\/app\/r\?l=DISCOVER_APP_LOCATOR/);
    expect(JSON.parse(search('p') ?? '')).toMatchObject({
      dataViewSpec: { timeFieldName: '@timestamp' },
      query: { language: 'kuery', query: expect.stringContaining('_id: ') },
    });
  });

  test('who holds no privilege of Security is led to Discover alone', async () => {
    await attack();
    const [id] = await alertIds();
    await open(`/alerts/${id}`, { user: 'manager' });
    await tab.find('openInDiscover');
    expect([await tab.has('openInSecurity'), await tab.has('openInTimeline')]).toEqual([
      false,
      false,
    ]);
  });
});

test('without alerts it says why and where to look', async () => {
  await open('/alerts');
  await tab.find('noAlerts');
  await tab.screenshot('alerts_none');
  await tab.click('openSetup');
  await tab.find('setup');
});

test('an alert that is not there is said to be gone', async () => {
  await open('/alerts/nothing');
  await tab.find('failed');
  await tab.see('There is no alert [nothing]');
});

test('shows events in full, and hostile text as text', async () => {
  await attack();
  const id = (await alertIds())[2];
  await open(`/alerts/${id}`);
  await tab.find('sequenceTimeline');
  await tab.click('sourceEvent-link');
  await tab.find('eventJson');
  await tab.see('⟨U+202E⟩');
  expect(await tab.evaluate('document.querySelectorAll("img[src=x]").length')).toBe(0);
  expect(await tab.overflow()).toBe(0);
  await tab.click('showAllOfValue');
  await tab.find('allOfValue');
  expect(await tab.overflow()).toBe(0);
  await tab.screenshot('alert_hostile');
});

describe.each(COLOURS)('in %s colours', (colours, darkMode) => {
  test.each(DEVICES)('both pages fit on a %s', async (device, size) => {
    await attack();
    await open('/alerts', { size, darkMode });
    await tab.find('alertsTable');
    expect(await tab.overflow()).toBe(0);
    await tab.screenshot(`alerts_${colours}_${device}`);
    const [id] = await alertIds();
    await tab.go(site.address(`/alerts/${id}`, { user: 'manager', darkMode }));
    await tab.find('sequenceTimeline');
    expect(await tab.overflow()).toBe(0);
    await tab.screenshot(`alert_${colours}_${device}`);
  });
});
