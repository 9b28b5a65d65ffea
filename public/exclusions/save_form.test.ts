// SPDX-License-Identifier: Apache-2.0
import type { ExclusionDraft } from '../../common/api';
import { deleteItems, extendItems } from './bulk';
import { conflictOf } from './conflict';
import { CI_ITEM, OLD_ITEM, UNREADABLE_ITEM } from './exclusions_test_data';
import { addGroup, formOf } from './form';
import { saveForm } from './save_form';

const failure = Object.assign(new Error('no'), {
  response: { status: 409 },
  body: {
    message: 'The exclusion was changed.',
    remedy: 'Reload.',
    changed: { by: 'ann', at: '2026-11-24T12:00:00.000Z' },
  },
});

/** An API that takes so many writes, then fails. */
function apiThatTakes(count: number) {
  const calls: [string, ExclusionDraft][] = [];
  const write = (name: string) => async (draft: ExclusionDraft) => {
    if (calls.length >= count) {
      throw failure;
    }
    calls.push([name, draft]);
    return CI_ITEM;
  };
  return { calls, api: { add: write('add'), change: write('change') } };
}

const form = addGroup(formOf(CI_ITEM));

test('the first group takes the place of what is edited, the others are new', async () => {
  const { api, calls } = apiThatTakes(9);
  const outcome = await saveForm(api, form, CI_ITEM);
  expect(calls.map(([name]) => name)).toEqual(['change', 'add']);
  expect(calls[0]?.[1]).toMatchObject({ itemId: 'ci-runner', version: 'WzMsM10=' });
  expect(calls[1]?.[1]).not.toHaveProperty('itemId');
  expect(outcome).toMatchObject({ rest: undefined, error: undefined });
});

test('all groups of a new one are added', async () => {
  const { api, calls } = apiThatTakes(9);
  await saveForm(api, form, undefined);
  expect(calls.map(([name]) => name)).toEqual(['add', 'add']);
});

test('what fails half-way leaves only the rest to be saved', async () => {
  const outcome = await saveForm(apiThatTakes(1).api, form, CI_ITEM);
  expect(outcome).toMatchObject({ isEditedSaved: true, error: failure });
  expect(outcome.rest?.groups).toEqual(form.groups.slice(1));
});

test('an edit that is refused leaves everything to be saved', async () => {
  const outcome = await saveForm(apiThatTakes(0).api, form, CI_ITEM);
  expect(outcome).toMatchObject({ isEditedSaved: false, saved: [] });
  expect(outcome.rest).toEqual(form);
});

test('a conflict tells who and when; nothing else is one', () => {
  expect(conflictOf(failure)).toEqual({ by: 'ann', at: '2026-11-24T12:00:00.000Z' });
  expect(conflictOf({ response: { status: 409 }, body: '' })).toEqual({ by: null, at: null });
  expect(conflictOf({ response: { status: 500 } })).toBeUndefined();
  expect(conflictOf(undefined)).toBeUndefined();
});

test('an item that can not be deleted does not keep the others', async () => {
  const removed: unknown[] = [];
  const remove = async (request: { itemId: string }) => {
    if (request.itemId === 'ci-runner') {
      throw failure;
    }
    removed.push(request);
  };
  expect(await deleteItems({ remove }, [CI_ITEM, OLD_ITEM])).toEqual({
    done: 1,
    failed: [
      {
        name: 'CI',
        problem: { kind: 'failed', message: 'The exclusion was changed.', remedy: 'Reload.' },
      },
    ],
  });
  expect(removed).toEqual([{ itemId: 'old', version: 'WzMsM10=' }]);
});

test('another expiry leaves everything else as it is', async () => {
  const { api, calls } = apiThatTakes(9);
  await extendItems(api, [CI_ITEM, UNREADABLE_ITEM], null);
  expect(calls[0]?.[1]).toEqual({
    itemId: 'ci-runner',
    version: 'WzMsM10=',
    name: 'CI',
    description: 'CI hosts',
    entries: CI_ITEM.entries,
    osTypes: ['linux'],
    tags: [],
    expireTime: null,
    comment: '',
  });
  expect(calls[1]?.[1]).toMatchObject({ entries: UNREADABLE_ITEM.entries });
});
