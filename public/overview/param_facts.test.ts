// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { paramFacts } from './param_facts';

const words = (params: Parameters<typeof paramFacts>[0]) =>
  Object.fromEntries(paramFacts(params).map(({ title, description }) => [title, description]));

test('tells each parameter of the published detection in words', () => {
  expect(words({ ...DEFAULT_RULE_PARAMS, detection: 'published' })).toEqual({
    Detection: 'By name, as the published rule does',
    Compilers: 'gcc, g++, cc',
    Linkers: 'ld',
    'Programs that do not count': 'simpleX, conftest, ssh, python, ispnull, pvtui',
    'Networks that do not count': '127.0.0.0/8, 169.254.0.0/16, 224.0.0.0/4, ::1',
    'From compiling to connecting within': '1m',
    'Index patterns': 'logs-endpoint.events.*',
    'Tiebreaker field': 'event.sequence',
    'Runs every': '5m',
    'Looks back': '9m',
    'Late events up to': '24h',
    'Most alerts of a run': '100',
  });
});

test('tells of lineage what it goes by, without its long lists', () => {
  const facts = words(DEFAULT_RULE_PARAMS);
  expect(facts).toMatchObject({
    Detection: 'By lineage',
    'From linking to connecting within': '15m',
    'Looks back': '9m',
  });
  expect(facts).not.toHaveProperty('Compilers');
  expect(Object.values(facts).join(' ')).not.toContain('rustc');
});

test('tells what is empty', () => {
  const facts = words({ ...DEFAULT_RULE_PARAMS, tiebreakerField: null, excludedProcessNames: [] });
  expect(facts['Tiebreaker field']).toBe('None');
  expect(facts['Programs that do not count']).toBe('None');
});
