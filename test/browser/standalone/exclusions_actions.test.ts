// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AlertsResponse, ExclusionItem } from '../../../common/api';
import { ROOT } from '../../cli/run_cli';
import { expectSoon } from '../expect_soon';
import { expectSoundInEveryLook, goThroughStates, refusalOf } from './page_states';
import { addressWithinApp, host, openPage, tab, useHostPages } from './use_host';

useHostPages(() => [path.join(ROOT, 'recordings')]);

const is = (field: string, value: string) => ({
  field,
  operator: 'included',
  type: 'match',
  value,
});
const CI_HOST = 'cap-71-autotools-make-check-net';

const stored = async (): Promise<ExclusionItem[]> =>
  (await host.call('GET', '/exclusions')).body.items as ExclusionItem[];
const names = async (): Promise<string[]> => (await stored()).map(({ name }) => name).sort();

async function add(changes: object = {}): Promise<ExclusionItem> {
  const { status, body } = await host.call('POST', '/exclusions', {
    name: 'Build server',
    entries: [is('host.name', CI_HOST)],
    comment: 'ticket 7',
    ...changes,
  });
  expect(status).toBe(200);
  return body.exclusion as ExclusionItem;
}

afterEach(async () => {
  for (const { itemId, version } of await stored()) {
    const query = new URLSearchParams({ itemId, version: version ?? '' });
    expect((await host.call('DELETE', `/exclusions?${query.toString()}`)).status).toBe(200);
  }
});

const rowOf = (group: number, index: number): string => `groups[${group}][${index}]`;

/** What a list that opens under a field offers. */
const offered = (): Promise<string[]> => tab.page.getByRole('option').allInnerTexts();

/** Writes into a field that offers values, and takes what is written. */
async function choose(subject: string, value: string): Promise<void> {
  await tab.all(subject).locator('input').fill(value);
  await tab.press('Enter');
  await tab.press('Tab');
}

async function chooseOperator(row: string, operator: string): Promise<void> {
  await tab.all(`exclusions-operator-${row}`).selectOption({ label: operator });
}

async function preview(): Promise<string> {
  await tab.page.getByRole('button', { name: 'Preview', exact: true }).click();
  await tab.find('exclusions-hiddenSequences');
  return tab.all('exclusions-preview').innerText();
}

test('without an exclusion it says so, and tells what the query and the Security rule exclude', async () => {
  await openPage('/exclusions');
  await tab.see('There are no exclusions yet');
  await tab.see('The rule is not linked with a Security rule.');
  expect(await tab.all('exclusions-query').innerText()).toMatch(
    /process\.name is one of\nsimpleX, conftest, ssh, python, ispnull, pvtui\ndestination\.ip is in one of\n127\.0\.0\.0\/8, /,
  );
  await expectSoundInEveryLook('exclusions_none');
});

test('waits, is refused, fails and recovers', async () => {
  await add();
  await openPage('/exclusions');
  await goThroughStates({
    request: /recently_compiled\/exclusions\?/,
    ready: 'exclusions-table',
    refusal: await refusalOf('exclusions'),
    name: 'exclusions',
  });
});

describe('the list', () => {
  test('tells who, when, why, until when, and how often it hid something lately', async () => {
    await add();
    await add({
      name: 'Old one',
      entries: [is('host.name', 'cap-35-reverse-shell')],
      expireTime: '2026-11-20T00:00:00.000Z',
      comment: '',
    });
    await openPage('/exclusions');
    await tab.find('exclusions-hiddenLately');
    const row = (name: string) =>
      tab.all('exclusions-table').getByRole('row').filter({ hasText: name }).innerText();
    const [own] = await stored();
    expect(own).toBeDefined();
    expect(await row('Build server')).toMatch(
      /Hides every event where host\.name is cap-71-autotools-make-check-net on linux hosts\.\s*Single events[^]*ticket 7[^]*1 sequence\s*last: Nov 24, 2026 @ 19:57:52[^]*, \w{3} \d+, \d{4} @[^]*Never/,
    );
    expect(await row('Old one')).toMatch(
      /1 sequence\s*if it were in force[^]*Expired[^]*Nov 20, 2026 @ 08:00:00\.000/,
    );
    await expectSoundInEveryLook('exclusions_list');
  });

  test('is searched and filtered, all of it in the address', async () => {
    await add();
    await add({ name: 'Old one', expireTime: '2026-11-20T00:00:00.000Z', comment: '' });
    await openPage('/exclusions');
    await tab.see('Export 2');
    await tab.type('exclusions-search', 'ticket');
    await tab.see('Export 1');
    expect(await tab.text()).not.toContain('Old one');
    expect(addressWithinApp()).toBe('/exclusions?search=ticket');
    await tab.all('exclusions-search').fill('');
    await tab.all('exclusions-shown').getByText('Expired').click();
    await tab.see('Export 1');
    await tab.arrive(/exclusions\?show=expired$/);
    await tab.page.reload();
    await tab.see('Old one');
    expect(await tab.text()).not.toContain('ticket 7');
  });

  test('opens one by its address; back and forward close and open it', async () => {
    const { itemId } = await add();
    await openPage('/exclusions?search=build');
    await tab.click(`exclusions-open-${itemId}`);
    await tab.arrive(/\?search=build$/);
    await tab.see('Edit exclusion');
    expect(addressWithinApp()).toBe(`/exclusions/${itemId}?search=build`);
    await tab.page.goBack();
    await tab.page.waitForSelector('[data-test-subj="exclusions-flyout"]', { state: 'detached' });
    await tab.page.goForward();
    await tab.see('Edit exclusion');
    await tab.page.reload();
    await tab.see('Edit exclusion');
    await tab.see('ticket 7');
    await tab.go(`${host.url}/app/recentlyCompiled/exclusions/nothing`);
    await tab.find('exclusions-gone');
    await expectSoundInEveryLook('exclusions_gone');
  });

  test('deletes several after asking, extends several, and exports them', async () => {
    await add();
    await add({ name: 'Other', entries: [is('host.name', 'cap-46-ipv6')] });
    await openPage('/exclusions');
    await tab.see('Export 2');
    await tab.click('checkboxSelectAll');
    await tab.see('2 selected');
    await tab.click('exclusions-bulkExtend');
    await tab.see('When shall 2 exclusions expire?');
    await tab.all('exclusions-expiry').fill('2026-12-24 10:00');
    await tab.press('Enter');
    await tab.click('confirmModalConfirmButton');
    await tab.see('2 done');
    // The browser of the tests is eight hours ahead of UTC.
    const ends = (await stored()).map(({ expireTime }) => expireTime);
    expect(ends).toEqual(['2026-12-24T02:00:00.000Z', '2026-12-24T02:00:00.000Z']);
    await tab.see('Dec 24, 2026 @ 10:00:00.000');

    const [download] = await Promise.all([
      tab.page.waitForEvent('download'),
      tab.click('exclusions-export'),
    ]);
    expect(download.suggestedFilename()).toBe('recently-compiled-exclusions.ndjson');
    const exported = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\n');
    const [list, ...items] = exported.map((line) => JSON.parse(line) as Record<string, unknown>);
    // As Security exports a list: the list, its items, and how many there were.
    expect(list).toMatchObject({ list_id: 'recently-compiled-exclusions', type: 'detection' });
    expect(items.at(-1)).toMatchObject({
      exported_exception_list_count: 1,
      exported_exception_list_item_count: 2,
    });
    expect(items.slice(0, -1).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Build server', 'Other']),
    );
    expect(items[0]).toMatchObject({
      type: 'simple',
      list_id: 'recently-compiled-exclusions',
      namespace_type: 'single',
      os_types: ['linux'],
      expire_time: '2026-12-24T02:00:00.000Z',
      comments: [{ comment: 'ticket 7' }],
      entries: [expect.objectContaining({ field: 'host.name', type: 'match' })],
    });

    await tab.see('2 selected');
    await tab.click('exclusions-bulkDelete');
    await tab.see('Delete 2 exclusions?');
    await tab.click('confirmModalCancelButton');
    expect(await names()).toHaveLength(2);
    await tab.click('exclusions-bulkDelete');
    await tab.click('confirmModalConfirmButton');
    await tab.see('There are no exclusions yet');
    expect(await names()).toEqual([]);

    await tab.click('exclusions-importOpen');
    await tab.all('exclusions-importFile').setInputFiles({
      name: 'export.ndjson',
      mimeType: 'application/x-ndjson',
      buffer: Buffer.from([...exported, '{"type":"simple","na', '{"type":"simple"}'].join('\n')),
    });
    await tab.see('2 can be imported, 0 are there already, 2 can not be imported.');
    await tab.see('The line is no JSON');
    expect(await names()).toEqual([]);
    await expectSoundInEveryLook('exclusions_import');
    await tab.click('exclusions-importConfirm');
    await tab.see('2 done');
    await tab.click('exclusions-importClose');
    await tab.see('Export 2');
    expect(await names()).toEqual(['Build server', 'Other']);
  });
});

describe('the editor', () => {
  test('says what an empty form lacks, and sends nothing', async () => {
    await openPage('/exclusions');
    await tab.click('exclusions-add');
    await tab.find('exclusions-flyout');
    await tab.all('exclusions-comment').fill('why not');
    await tab.page.mouse.click(20, 500);
    await tab.click('exclusions-save');
    await tab.see('It has no name. Give it a name that says what it is for.');
    await tab.see('No field is chosen. Choose one, or remove the condition.');
    // Whoever has scrolled down to the button is led to what is missing.
    await expectSoon(
      () => tab.all('exclusions-name').evaluate((field) => field === document.activeElement),
      true,
    );
    await expectSoundInEveryLook('exclusions_form_errors');
    expect(await names()).toEqual([]);
  });

  test('suggests fields and values of the recorded events', async () => {
    await openPage('/exclusions/new');
    await tab.find('exclusions-flyout');
    const row = rowOf(0, 0);
    await tab.all(`exclusions-field-${row}`).locator('input').fill('destination');
    await expectSoon(async () => (await offered()).includes('destination.ip'), true);
    await tab.page
      .getByRole('option')
      .filter({ hasText: /^destination\.ip$/ })
      .click();
    await tab.all(`exclusions-value-${row}`).locator('input').click();
    await expectSoon(async () => {
      const values = await offered();
      return ['10.77.0.2', 'fd77::2'].every((value) => values.includes(value));
    }, true);
    await tab.page
      .getByRole('option')
      .filter({ hasText: /^fd77::2$/ })
      .click();
    await tab.see('Hides every event where destination.ip is fd77::2 on linux hosts.');
    await chooseOperator(row, 'matches');
    await tab.click('exclusions-save');
    await tab.see('A pattern can not be matched with a field of type ip');
    await chooseOperator(row, 'is');
    await choose(`exclusions-value-${row}`, 'somewhere');
    await tab.see('somewhere is neither an IP address nor a network.');
  });

  test('says in plain words and by preview what each operator hides', async () => {
    const [shell, ipv6] = ['cap-35-reverse-shell', 'cap-46-ipv6'];
    // By hand: for how many of the eight hosts with an alert the condition holds.
    const conditions: readonly (readonly [string, readonly string[], string, number])[] = [
      ['is', [shell], `host.name is ${shell}`, 1],
      ['is not', [], `host.name is not ${shell}`, 7],
      ['is one of', [ipv6], `host.name is one of ${shell}, ${ipv6}`, 2],
      ['is not one of', [], `host.name is none of ${shell}, ${ipv6}`, 6],
      ['matches', ['cap-3*'], 'host.name matches cap-3*', 2],
      ['does not match', [], 'host.name does not match cap-3*', 6],
      ['exists', [], 'host.name exists', 8],
      ['does not exist', [], 'host.name does not exist', 0],
    ];
    await openPage('/exclusions/new');
    await tab.find('exclusions-flyout');
    await choose(`exclusions-field-${rowOf(0, 0)}`, 'host.name');
    for (const [operator, values, words, hidden] of conditions) {
      await chooseOperator(rowOf(0, 0), operator);
      for (const value of values) {
        await choose(`exclusions-value-${rowOf(0, 0)}`, value);
      }
      await tab.see(`Hides every event where ${words} on linux hosts.`);
      const result = await preview();
      expect(result).toContain(`It hides ${hidden} of 8 alerts.`);
      expect(result).toContain(`It hides ${hidden} of 8 sequences in the events.`);
      expect(result.includes('It hides every alert of this time range (8)')).toBe(hidden === 8);
    }
  });

  test('takes value lists, and says where there is none of that name', async () => {
    await openPage('/exclusions/new');
    await tab.find('exclusions-flyout');
    await choose(`exclusions-field-${rowOf(0, 0)}`, 'host.name');
    await chooseOperator(rowOf(0, 0), 'is not in list');
    await tab.all(`exclusions-list-${rowOf(0, 0)}`).fill('ci-hosts');
    await tab.see('host.name is not in the list ci-hosts');
    await chooseOperator(rowOf(0, 0), 'is in list');
    await tab.see('host.name is in the list ci-hosts');
    const result = await preview();
    expect(result).toContain('The value list [ci-hosts] can not be read');
    expect(result).toContain('It hides 0 of 8 alerts.');
  });

  test('joins conditions by AND and OR; each box is tried and saved by itself', async () => {
    await openPage('/exclusions/new');
    await tab.find('exclusions-flyout');
    await tab.all('exclusions-name').fill('Two programs');
    await choose(`exclusions-field-${rowOf(0, 0)}`, 'process.name');
    await choose(`exclusions-value-${rowOf(0, 0)}`, 'implant31');
    await tab.click('exclusions-and-0');
    await choose(`exclusions-field-${rowOf(0, 1)}`, 'destination.port');
    await choose(`exclusions-value-${rowOf(0, 1)}`, '4444');
    await tab.click('exclusions-or');
    await choose(`exclusions-field-${rowOf(1, 0)}`, 'file.path');
    await choose(`exclusions-value-${rowOf(1, 0)}`, '/tmp/.x67/exploit67');
    await tab.click('exclusions-and-1');
    await choose(`exclusions-field-${rowOf(1, 1)}`, 'destination.port');
    await choose(`exclusions-value-${rowOf(1, 1)}`, '4444');
    await tab.see('process.name is implant31 and destination.port is 4444');
    await tab.see('One event can meet all conditions.');
    await tab.see('No single event can meet all conditions (file.path is on file events');
    await tab.see('2 in all');
    await preview();
    await tab.see('Box 2');
    const result = await tab.all('exclusions-preview').innerText();
    expect(result.match(/It hides 1 of 8 alerts\./g)).toHaveLength(2);
    expect(result).toMatch(/Box 1[^]*implant31[^]*Box 2[^]*exploit67/);
    await expectSoundInEveryLook('exclusions_boxes');
    await tab.click('exclusions-remove-groups[0][1]');
    await tab.see('Preview');
    await tab.click('exclusions-save');
    await tab.see('Export 2');
    const saved = await stored();
    expect(saved.map(({ name, scope }) => [name, scope]).sort()).toEqual([
      ['Two programs', 'event'],
      ['Two programs', 'sequence'],
    ]);
    expect(saved.find(({ scope }) => scope === 'event')?.entries).toEqual([
      is('process.name', 'implant31'),
    ]);
  });

  test('is filled in from an alert, tells which alerts it hides, and warns of those nobody has closed', async () => {
    const { body } = await host.call('GET', '/alerts?search=selfcheck71');
    const [alert] = (body as AlertsResponse).alerts;
    await openPage(`/exclusions/new?alert=${alert?.id}`);
    await tab.find('exclusions-flyout');
    await tab.see('Save without preview');
    const result = await preview();
    expect(result).toContain('It hides an alert that somebody still has to look at or works on');
    expect(result).toMatch(
      /It hides 1 of 8 alerts\.[^]*cap-71-autotools-make-check-net[^]*selfcheck71[^]*10\.77\.0\.2:4444[^]*Open/,
    );
    const link = tab.all('exclusions-preview').getByRole('link', { name: /selfcheck71/ });
    expect(await link.getAttribute('href')).toContain(`/alerts/${alert?.id}`);
    await expectSoundInEveryLook('exclusions_preview');
    await tab.all('exclusions-expiry').fill('2026-12-24 10:00');
    await tab.press('Enter');
    await tab.click('exclusions-save');
    await tab.find('exclusions-hiddenLately');
    expect(await stored()).toMatchObject([
      {
        name: `${alert?.binaryPath} on ${CI_HOST}`,
        expireTime: '2026-12-24T02:00:00.000Z',
        comments: [{ text: `Added from the alert ${alert?.id}` }],
        entries: [
          is('host.name', CI_HOST),
          is('process.executable', alert?.binaryPath ?? ''),
          is('destination.ip', '10.77.0.2'),
        ],
      },
    ]);
    await tab.see('1 sequence');
    // Closed as harmless, it is warned of no more.
    await host.call('PUT', '/alerts/status', { ids: [alert?.id], status: 'closed' });
    await openPage(`/exclusions/new?alert=${alert?.id}`);
    await tab.find('exclusions-flyout');
    const again = await preview();
    expect(again).toMatch(/It hides 1 of 8 alerts\.[^]*Closed/);
    expect(again).not.toContain('somebody still has to look at');
  });

  test('tells where a preview fails, and tries it again', async () => {
    const { itemId } = await add();
    await openPage(`/exclusions/${itemId}`);
    await tab.find('exclusions-flyout');
    await tab.page.route('**/exclusions/preview', (route) => route.abort());
    await tab.click('exclusions-askPreview');
    await tab.find('exclusions-failure');
    await tab.page.unroute('**/exclusions/preview');
    await tab.click('exclusions-retry');
    await tab.see('It hides 1 of 8 alerts.');
  });

  test('shows what a preview found without being scrolled, under conditions in columns', async () => {
    await openPage('/exclusions/new');
    await tab.find('exclusions-flyout');
    await choose(`exclusions-field-${rowOf(0, 0)}`, 'host.name');
    await choose(`exclusions-value-${rowOf(0, 0)}`, CI_HOST);
    await tab.click('exclusions-and-0');
    await choose(`exclusions-field-${rowOf(0, 1)}`, 'process.executable');
    await choose(`exclusions-value-${rowOf(0, 1)}`, `/home/dev/work/${'long/'.repeat(30)}check`);
    const placeOf = async (subject: string) => tab.all(subject).boundingBox();
    expect((await placeOf(`exclusions-value-${rowOf(0, 1)}`))?.x).toBe(
      (await placeOf(`exclusions-value-${rowOf(0, 0)}`))?.x,
    );
    // The button is just in sight, and what it brings would not be.
    await tab.all('exclusions-askPreview').evaluate((button) => button.scrollIntoView(false));
    await tab.all('exclusions-askPreview').press('Enter');
    const result = tab.page.getByText('It hides 0 of 8 alerts.');
    const body = tab.page.locator('.euiFlyoutBody__overflow');
    const endOf = async (place: typeof body): Promise<number> => {
      const box = await place.boundingBox();
      return box ? box.y + box.height : NaN;
    };
    await expectSoon(async () => (await endOf(result)) < (await endOf(body)), true);
  });

  test('shows a change meanwhile with who and when, and does not overwrite it', async () => {
    const { itemId, version } = await add();
    await openPage(`/exclusions/${itemId}`);
    await tab.find('exclusions-flyout');
    const other = await host.call('PUT', '/exclusions', {
      name: 'Renamed meanwhile',
      entries: [is('host.name', 'cap-46-ipv6')],
      itemId,
      version,
    });
    expect(other.status).toBe(200);
    await tab.all('exclusions-name').fill('Mine');
    await tab.click('exclusions-save');
    await tab.find('exclusions-conflict');
    await tab.see('It was changed meanwhile by ');
    await tab.see('Nothing was overwritten and nothing of yours is saved.');
    expect(await names()).toEqual(['Renamed meanwhile']);
    await expectSoundInEveryLook('exclusions_conflict');
    await tab.click('exclusions-conflictReload');
    await tab.see('host.name is cap-46-ipv6');
    await tab.all('exclusions-name').fill('Mine after all');
    await tab.click('exclusions-save');
    await tab.page.waitForSelector('[data-test-subj="exclusions-flyout"]', { state: 'detached' });
    expect(await stored()).toMatchObject([
      { name: 'Mine after all', entries: [is('host.name', 'cap-46-ipv6')] },
    ]);
  });
});
