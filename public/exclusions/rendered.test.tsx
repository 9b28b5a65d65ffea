// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { NEW_RULE } from '../overview/rule_test_data';
import { InQuery, LinkedLists } from './other_exclusions';
import { HiddenLately } from './hidden_lately';
import { PreviewResult } from './preview_result';
import type { ItemUsage } from './use_item_usage';

const UNKNOWN: ItemUsage = {
  isLoading: false,
  error: undefined,
  isComplete: true,
  of: () => undefined,
};

const textOf = (element: React.ReactElement): string =>
  renderToStaticMarkup(element)
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('a list of the linked rule that can not be read says why', () => {
  const text = textOf(
    <LinkedLists
      usageOf={() => UNKNOWN}
      linked={{
        securityRuleId: 's1',
        usesOwnList: false,
        problem: null,
        lists: [
          {
            listId: 'gone',
            namespaceType: 'agnostic',
            items: [],
            total: 0,
            problem: { message: 'It does not exist', remedy: 'Take it off' },
          },
        ],
      }}
    />,
  );
  expect(text).toContain('Change them in Security');
  expect(text).toMatch(/gone .*It does not exist .*Take it off\./);
});

test.each<[string, Partial<ItemUsage>, RegExp]>([
  ['nothing', { of: () => hidden(0) }, /^ ?Nothing ?$/],
  ['one', { of: () => hidden(1) }, /1 sequence .*last:/],
  ['several', { of: () => hidden(3) }, /3 sequences .*last:/],
  ['some of too many', { isComplete: false, of: () => hidden(3) }, /3 or more sequences/],
  ['what nobody knows', {}, /Unknown/],
])('tells how often an exclusion has hidden %s', (_, usage, text) => {
  const item = { itemId: 'i', inForce: true };
  expect(textOf(<HiddenLately usage={{ ...UNKNOWN, ...usage }} item={item} />)).toMatch(text);
});

test('does not claim that what has expired hides something', () => {
  const usage = { ...UNKNOWN, of: () => hidden(1) };
  const item = { itemId: 'i', inForce: false };
  expect(textOf(<HiddenLately usage={usage} item={item} />)).toContain('if it were in force');
});

const hidden = (count: number) => ({
  listId: 'l',
  itemId: 'i',
  hidden: count,
  lastHiddenAt: count === 0 ? null : '2026-11-24T12:00:00.000Z',
});

test('what the query leaves out is told as part of the query', () => {
  const params = {
    ...DEFAULT_RULE_PARAMS,
    excludedProcessNames: ['simpleX'],
    excludedNetworks: [],
  };
  const text = textOf(<InQuery rule={{ ...NEW_RULE, params }} />);
  expect(text).toContain('Part of the query of the rule');
  expect(text).toMatch(/process\.name is one of simpleX destination\.ip is in one of None/);
  expect(textOf(<InQuery rule={null} />)).toContain('no installed rule');
});

test('a preview tells counts, warnings and when it has not looked at all', () => {
  const text = textOf(
    <PreviewResult
      preview={{
        scope: 'event',
        words: 'x',
        alerts: { examined: 3, hidden: 3, isComplete: true, list: [] },
        sequences: { examined: 1, hidden: 0, isComplete: false, list: [] },
        warnings: [{ message: 'It hides every alert', remedy: 'Add a condition' }],
      }}
    />,
  );
  expect(text).toContain('It hides 3 of 3 alerts.');
  expect(text).toContain('It hides 0 of 1 sequence in the events. There are more in this time');
  expect(text).toMatch(/It hides every alert\s+Add a condition\./);
});
