// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exclusionDraftSchema, EXCLUSION_LIST_ID } from '../../common/api';
import { CI_ITEM, OLD_ITEM } from './exclusions_test_data';
import { exportItems } from './export_items';
import { importItems } from './import_items';

const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(__dirname, '../../test/kibana/recorded', name), 'utf8'));
const [recordedItem] = (recorded('exception_items.find.json') as { data: object[] }).data;
const recordedList = recorded('exception_list.created.json');

const file = (...lines: unknown[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
const item = (changes: object = {}) => ({ ...recordedItem, ...changes });

test('reads what Kibana 8.12.2 writes: the list, an item, the details', () => {
  const { drafts, badLines, alreadyThere } = importItems(
    file(recordedList, item(), { exported_exception_list_count: 1 }, ''),
    [],
  );
  expect([badLines, alreadyThere]).toEqual([[], []]);
  expect(drafts).toEqual([
    {
      line: 2,
      draft: {
        name: 'CI',
        description: 'CI hosts',
        entries: CI_ITEM.entries,
        osTypes: ['linux'],
        tags: [],
        expireTime: '2027-01-01T00:00:00.000Z',
        comment: 'ticket 1 (elastic, 2026-11-24T11:39:39.447Z)',
      },
    },
  ]);
  expect(exclusionDraftSchema.safeParse(drafts[0]?.draft).success).toBe(true);
});

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{"name": ', /no JSON/],
  ['no object', '[1]', /line can not/],
  ['no name', item({ name: ' ' }), /name/],
  ['another type', item({ type: 'other' }), /type/],
  ['no entries', item({ entries: [] }), /entries/],
  [
    'a wrong entry',
    item({ entries: [CI_ITEM.entries[0], { type: 'match', field: 'a', operator: 'x' }] }),
    /entries\[1\]\.operator/,
  ],
  ['a wrong end', item({ expire_time: 'tomorrow' }), /expire_time/],
  ['an end that no calendar has', item({ expire_time: '2027-13-01T00:00:00Z' }), /expire_time/],
  ['an unknown system', item({ os_types: ['beos'] }), /os_types/],
  ['wrong tags', item({ tags: [7] }), /tags/],
])('tells line and reason of %s, and reads the others', (_, line, message) => {
  const good = item({ name: 'good', item_id: 'good' });
  const { drafts, badLines } = importItems(file(line, '', good), []);
  expect(badLines).toMatchObject([
    { line: 1, message: expect.stringMatching(message), remedy: expect.stringMatching(/./) },
  ]);
  expect(drafts).toMatchObject([{ line: 3, draft: { name: 'good' } }]);
});

test('an item that is there, by id or by what it says, is not added again', () => {
  const { item_id: _, ...withoutId } = item() as Record<string, unknown>;
  const lines = [
    item({ name: 'renamed' }),
    withoutId,
    item({ item_id: 'x', entries: OLD_ITEM.entries }),
  ];
  const { drafts, alreadyThere } = importItems(file(...lines), [CI_ITEM]);
  expect(alreadyThere).toEqual([
    { line: 1, name: 'renamed' },
    { line: 2, name: 'CI' },
  ]);
  expect(drafts.map(({ line }) => line)).toEqual([3]);
});

test('an item that stands twice in the file is read once', () => {
  const { drafts, alreadyThere } = importItems(file(item(), item()), []);
  expect([drafts.length, alreadyThere]).toEqual([1, [{ line: 2, name: 'CI' }]]);
});

test('of comments that are too long together the oldest goes', () => {
  const comments = ['old', 'n'.repeat(4094)].map((comment) => ({ comment }));
  const { drafts } = importItems(file(item({ comments })), []);
  expect(drafts[0]?.draft.comment).toBe('n'.repeat(4094));
});

describe('an export', () => {
  const lines = exportItems([CI_ITEM, OLD_ITEM])
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

  test('has the list, its items and the details, as Security imports them', () => {
    expect(lines.map((line) => line.item_id ?? line.type)).toEqual([
      'detection',
      'ci-runner',
      'old',
      undefined,
    ]);
    expect(lines[0]).toMatchObject({ list_id: EXCLUSION_LIST_ID, namespace_type: 'single' });
    expect(lines[1]).toMatchObject({
      list_id: EXCLUSION_LIST_ID,
      type: 'simple',
      entries: CI_ITEM.entries,
      expire_time: '2027-01-01T00:00:00.000Z',
      comments: [{ comment: 'ticket 1', created_by: 'elastic' }],
    });
    expect(lines[3]).toMatchObject({
      exported_exception_list_count: 1,
      exported_exception_list_item_count: 2,
    });
  });

  test('is read again without loss', () => {
    const { drafts, badLines } = importItems(exportItems([CI_ITEM, OLD_ITEM]), []);
    expect(badLines).toEqual([]);
    expect(drafts).toMatchObject([
      { draft: { name: 'CI', entries: CI_ITEM.entries, expireTime: CI_ITEM.expireTime } },
      { draft: { name: 'Old laboratory', entries: OLD_ITEM.entries } },
    ]);
  });
});
