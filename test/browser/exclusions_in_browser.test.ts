// SPDX-License-Identifier: Apache-2.0
import { EXCLUSION_LIST_ID } from '../../common/api/api_base';
import { superuser } from '../../standalone/kibana/kibana_user';
import { addExceptions } from '../executor/exceptions';
import { open, PHONE, site, tab, useBrowser } from './use_browser';
import { putSecurityRule } from '../routes/kibana_with_plugin';

useBrowser();

const EXCLUSIONS = '/internal/recently_compiled/exclusions';

// Anything that JSON holds.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Body = any;

const call = async (method: 'GET' | 'POST' | 'PUT', path: string, body: object | null = null) => {
  const answer = await site.kibana.core.http.call(method, path, { user: site.manager, body });
  return answer.body as Body;
};

/** Two chains on one host, and the alerts of them. @returns the ids of the alerts */
async function alerts(): Promise<string[]> {
  const now = Date.now();
  site.happen(
    { name: 'implant', at: now - 120_000 },
    { name: 'beacon', at: now - 60_000, destination: '198.51.100.9' },
  );
  const { rule } = await call('POST', '/internal/recently_compiled/rule/install', {});
  await site.kibana.harness().run(rule.id, { startedAt: new Date() });
  const { alerts: found } = await call('GET', '/internal/recently_compiled/alerts');
  return found.map(({ id }: { id: string }) => id);
}

const is = (field: string, value: string) => ({
  field,
  operator: 'included',
  type: 'match',
  value,
});

async function stored(changes: object = {}): Promise<Body> {
  const { exclusion } = await call('POST', EXCLUSIONS, {
    name: 'Build server',
    entries: [is('host.name', 'ci-1')],
    comment: 'ticket 7',
    ...changes,
  });
  return exclusion;
}

const names = async () =>
  (await call('GET', EXCLUSIONS)).items.map(({ name }: { name: string }) => name).sort();

test('an alert becomes an exclusion after a look at what it hides', async () => {
  const [id] = await alerts();
  await open(`/exclusions/new?alert=${id}`);
  await tab.find('exclusions-words');
  await tab.see('destination.ip is ');
  await tab.see('Single events');
  await tab.see('Save without preview');
  await tab.screenshot('exclusions_from_alert');
  await tab.click('exclusions-askPreview');
  await tab.see('It hides 1 of 2 alerts.');
  await tab.see('that somebody still has to look at');
  await tab.screenshot('exclusions_preview');
  await tab.click('exclusions-save');
  await tab.find('exclusions-table');
  const { items } = await call('GET', EXCLUSIONS);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    scope: 'event',
    comments: [{ text: `Added from the alert ${id}`, by: 'manager' }],
  });
  expect(items[0].entries.map(({ field }: { field: string }) => field)).toEqual([
    'host.name',
    'process.executable',
    'destination.ip',
  ]);
});

test('an empty form says what it lacks and sends nothing', async () => {
  await open('/exclusions');
  await tab.see('There are no exclusions yet');
  await tab.click('exclusions-add');
  await tab.find('exclusions-flyout');
  await tab.click('exclusions-save');
  await tab.see('It has no name. Give it a name');
  await tab.see('No field is chosen.');
  await tab.screenshot('exclusions_form_errors');
  expect(await names()).toEqual([]);
});

test('who goes elsewhere while an exclusion is being saved stays there', async () => {
  const [id] = await alerts();
  await open(`/exclusions/new?alert=${id}`);
  await tab.find('exclusions-words');
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await tab.page.route(`**${EXCLUSIONS}`, async (route) => {
    await (route.request().method() === 'POST' ? held : undefined);
    await route.continue();
  });
  await tab.click('exclusions-save');
  await tab.page.keyboard.press('Escape');
  await tab.click('tab-overview');
  await tab.find('attention');
  // The page there shows exclusions too, and asks for them again once there is one more.
  const told = tab.page.waitForResponse(
    (response) => response.request().method() === 'GET' && response.url().includes(EXCLUSIONS),
  );
  answer();
  await told;
  expect(await tab.evaluate('location.pathname')).toBe('/app/recentlyCompiled/overview');
  expect(await names()).toHaveLength(1);
});

test('lists what is in force with who, when, why and until when; finds by words', async () => {
  await stored();
  await stored({ name: 'Old one', expireTime: '2020-01-01T00:00:00.000Z', comment: '' });
  await open('/exclusions');
  await tab.see('Hides every event where host.name is ci-1 on linux hosts.');
  await tab.see('ticket 7');
  await tab.find('exclusions-expired');
  await tab.see('There is no installed rule whose parameters can be read.');
  await tab.screenshot('exclusions_list');
  await tab.type('exclusions-search', 'ticket');
  await tab.find(`exclusions-table`);
  await tab.see('Export 1');
  expect(await tab.text()).not.toContain('Old one');
});

test('an edit meanwhile is told with who and when, and not overwritten', async () => {
  const { itemId, version } = await stored();
  await open(`/exclusions/${itemId}`);
  await tab.find('exclusions-name');
  await call('PUT', EXCLUSIONS, {
    name: 'Renamed meanwhile',
    entries: [is('host.name', 'ci-2')],
    itemId,
    version,
  });
  await tab.type('exclusions-comment', 'mine');
  await tab.click('exclusions-save');
  await tab.find('exclusions-conflict');
  await tab.see('It was changed meanwhile by manager');
  await tab.screenshot('exclusions_conflict');
  expect(await names()).toEqual(['Renamed meanwhile']);
  await tab.click('exclusions-conflictReload');
  await tab.see('host.name is ci-2');
  await tab.type('exclusions-comment', 'mine');
  await tab.click('exclusions-save');
  await tab.see('mine');
  expect((await call('GET', EXCLUSIONS)).items[0]).toMatchObject({
    name: 'Renamed meanwhile',
    comments: [{ text: 'ticket 7' }, { text: 'mine' }],
  });
});

test('deletes several after asking', async () => {
  await stored();
  await stored({ name: 'Other', entries: [is('host.name', 'ci-9')] });
  await open('/exclusions');
  await tab.click('checkboxSelectAll');
  await tab.see('2 selected');
  await tab.click('exclusions-bulkDelete');
  await tab.see('Delete 2 exclusions?');
  await tab.click('confirmModalConfirmButton');
  await tab.see('There are no exclusions yet');
  expect(await names()).toEqual([]);
});

/** Chooses a file as a person does with the dialog of the browser. */
const chooseFile = (subject: string, text: string) =>
  tab.evaluate(`(() => {
    const input = document.querySelector('[data-test-subj~="${subject}"]');
    const files = new DataTransfer();
    files.items.add(new File([${JSON.stringify(text)}], 'export.ndjson'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);

test('an import tells each bad line before anything is written', async () => {
  const item = { type: 'simple', list_id: 'any', name: 'Imported', description: '' };
  const good = { ...item, entries: [is('host.name', 'ci-3')] };
  const bad = { ...item, name: 'Bad one', entries: [{ ...is('host.name', 'x'), type: 'range' }] };
  await open('/exclusions');
  await tab.click('exclusions-importOpen');
  await tab.find('exclusions-importFile');
  await chooseFile('exclusions-importFile', [good, bad].map((x) => JSON.stringify(x)).join('\n'));
  await tab.see('1 can be imported, 0 are there already, 1 can not be imported.');
  await tab.see('entries[0].type can not be used');
  await tab.screenshot('exclusions_import');
  expect(await names()).toEqual([]);
  await tab.click('exclusions-importConfirm');
  await tab.see('1 done');
  expect(await names()).toEqual(['Imported']);
});

test('OR saves an exclusion for each box', async () => {
  const { itemId } = await stored();
  await open(`/exclusions/${itemId}`);
  await tab.find('exclusions-flyout');
  await tab.click('exclusions-or');
  await tab.see('2 in all');
  await tab.type('exclusions-field-groups[1][0]', 'user.name');
  await tab.type('exclusions-value-groups[1][0]', 'builder');
  await tab.type('exclusions-comment', 'both');
  await tab.see('user.name is builder');
  await tab.click('exclusions-save');
  await tab.see('Export 2');
  expect(await names()).toEqual(['Build server', 'Build server']);
});

test('tells what the linked rule and the query exclude as what they are', async () => {
  await addExceptions(site.kibana, 'team', [{ name: 'Lab', entries: [is('host.name', 'lab-7')] }]);
  putSecurityRule(site.kibana, 'security-1', {
    params: {
      exceptionsList: [
        { id: 'list-1', list_id: 'team', type: 'detection', namespace_type: 'single' },
      ],
    },
  });
  await site.kibana.core.http.call('POST', '/internal/recently_compiled/rule/install', {
    user: superuser('ann'),
    body: { link: true, securityRuleId: 'security-1' },
  });
  await open('/exclusions');
  // The manager holds our feature only.
  await tab.see('You may not read the Security rule [security-1]');
  await tab.see('process.name is one of');
  await tab.see('127.0.0.0/8');
  await tab.go(site.address('/exclusions', { user: 'engineer' }));
  await tab.see('They hold for this rule too. Change them in Security, on the page of the rule.');
  await tab.see('Hides every event where host.name is lab-7.');
  await tab.screenshot('exclusions_linked');
});

test('opens an exclusion whatever its id holds, also by its address', async () => {
  const name = 'ci/1:#7';
  await addExceptions(site.kibana, EXCLUSION_LIST_ID, [{ name, entries: [is('host.name', 'c1')] }]);
  await open('/exclusions');
  await tab.click(`exclusions-open-${name}`);
  await tab.find('exclusions-name');
  await tab.go(site.address(`/exclusions/${encodeURIComponent(name)}`, { user: 'manager' }));
  await tab.find('exclusions-name');
});

test('who may only read sees all and can change nothing', async () => {
  const { itemId } = await stored();
  await open(`/exclusions/${itemId}`, { user: 'analyst' });
  await tab.see('Read only');
  await tab.find('exclusions-words');
  for (const subject of ['exclusions-save', 'exclusions-add', 'exclusions-importOpen']) {
    expect(await tab.has(subject)).toBe(false);
  }
});

test('who lacks the privilege is told whom to ask', async () => {
  await open('/exclusions', { user: 'nobody' });
  await tab.find('notAllowed');
});

test.each([
  ['light', false],
  ['dark', true],
])('fits on a phone in %s colours', async (colours, darkMode) => {
  const { itemId } = await stored();
  await open('/exclusions', { size: PHONE, darkMode });
  await tab.find('exclusions-query');
  await tab.see('ci-1');
  expect(await tab.overflow()).toBe(0);
  await tab.screenshot(`exclusions_${colours}_phone`);
  await tab.go(site.address(`/exclusions/${itemId}`, { user: 'manager', darkMode }));
  await tab.find('exclusions-words');
  expect(await tab.overflow()).toBe(0);
  await tab.screenshot(`exclusions_editor_${colours}_phone`);
});
