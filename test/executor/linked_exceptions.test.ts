// SPDX-License-Identifier: Apache-2.0
import type { Chain } from './chains';
import { addExceptions, is } from './exceptions';
import { useLinkedScenario } from './linked_security_rule';
import { MINUTE, NOW, SECOND, type Scenario } from './scenario';

const start = useLinkedScenario();

const LIST = 'team-exceptions';
const attached = {
  params: {
    exceptionsList: [{ id: 'list-1', list_id: LIST, type: 'detection', namespace_type: 'single' }],
  },
};
const chains: readonly Chain[] = [
  { name: 'one', at: NOW - MINUTE, destination: '203.0.113.7' },
  { name: 'two', at: NOW - MINUTE + SECOND, destination: '203.0.113.7' },
  { name: 'one', at: NOW - MINUTE, destination: '198.51.100.9', host: 'lab2' },
];
const alerted = (scenario: Scenario): string[] =>
  scenario
    .shells()
    .map(({ _source }) => {
      const { file, destination } = _source as Record<string, Record<string, string>>;
      return `${file!['name']} ${destination!['ip']}`;
    })
    .sort();
const ALL = ['one 198.51.100.9', 'one 203.0.113.7', 'two 203.0.113.7'];
const listed = (id: string, type: string): object => ({
  type: 'list',
  field: 'destination.ip',
  operator: 'included',
  list: { id, type },
});

describe('exceptions of the linked Security rule', () => {
  test.each<[string, object[], string | undefined, string[]]>([
    ['one event', [is('destination.ip', '203.0.113.7')], undefined, ['one 198.51.100.9']],
    [
      'the sequence as a whole, where no event has all fields',
      [is('file.name', 'one'), is('destination.ip', '203.0.113.7')],
      undefined,
      ['one 198.51.100.9', 'two 203.0.113.7'],
    ],
    [
      'nothing any more, once it has expired',
      [is('destination.ip', '203.0.113.7')],
      new Date(NOW - 1).toISOString(),
      ALL,
    ],
    [
      'the values of a list',
      [listed('lab', 'ip')],
      undefined,
      ['one 203.0.113.7', 'two 203.0.113.7'],
    ],
  ])('hide %s', async (_, entries, expireTime, expected) => {
    const scenario = await start(attached);
    scenario.kibana.lists.valueLists.set('lab', { type: 'ip', values: ['198.51.100.9'] });
    await addExceptions(scenario.kibana, LIST, [
      { name: 'item', entries, ...(expireTime !== undefined && { expireTime }) },
    ]);
    scenario.add(...chains);
    const { warnings } = await scenario.run(NOW);
    expect(warnings).toEqual([]);
    expect(alerted(scenario)).toEqual(expected);
  });

  test.each([
    ['a list of words', [listed('words', 'text')], /\[odd\].*list \[words\].*type \[text\]/],
    ['a list that is gone', [listed('gone', 'ip')], /\[odd\].*list \[gone\] can not be read/],
    [
      'a condition of a kind that is not known',
      [{ type: 'fuzzy', field: 'process.name', operator: 'included', value: 'x' }],
      /\[odd\].*\[team-exceptions\] is not applied: entries\.0\.type/,
    ],
  ])('that can not be applied are named: %s', async (_, entries, warning) => {
    const scenario = await start(attached);
    await addExceptions(scenario.kibana, LIST, [
      { name: 'odd', entries },
      { name: 'good', entries: [is('destination.ip', '198.51.100.9')] },
    ]);
    scenario.add(...chains);
    const { outcome, warnings } = await scenario.run(NOW);
    expect(outcome).toBe('warning');
    expect(warnings).toEqual([expect.stringMatching(warning)]);
    expect(alerted(scenario)).toEqual(['one 203.0.113.7', 'two 203.0.113.7']);
  });

  test('in a list that is gone are told', async () => {
    const scenario = await start(attached);
    scenario.add(...chains);
    const { warnings } = await scenario.run(NOW);
    expect(warnings).toEqual([
      expect.stringMatching(/list \[team-exceptions\] is not applied.*take the list off the rule/),
    ]);
    expect(alerted(scenario)).toEqual(ALL);
  });
});
