// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { changedOf, shownParams, validateParams } from './expression_params';

const STORED = { ...DEFAULT_RULE_PARAMS, version: 1, securityRuleId: 'a7b1' };

test('a new rule shows the defaults and the interval of the form, and tells all of them', () => {
  const shown = shownParams({}, '10m');
  expect(shown).toEqual({ ...DEFAULT_RULE_PARAMS, interval: '10m' });
  const told = changedOf({}, shown).map(([name]) => name);
  expect(told).toEqual(expect.arrayContaining(['compilers', 'maxspan', 'interval']));
  expect(told).toHaveLength(Object.keys(DEFAULT_RULE_PARAMS).length);
});

test.each([
  ['version 1', { version: 1 }, 'published'],
  ['version 0', { version: 0, linkedRuleId: null }, 'published'],
  ['no version and a link', { linkedRuleId: 'a7b1' }, 'published'],
  ['no version and the link of no rule', { linkedRuleId: null }, 'published'],
  ['version 1, and the other was chosen', { version: 1, detection: 'lineage' }, 'lineage'],
  ['version 2', { version: 2 }, DEFAULT_RULE_PARAMS.detection],
  ['no version, as new rules', {}, DEFAULT_RULE_PARAMS.detection],
])('a rule of %s shows its detection', (_, stored, detection) => {
  expect(shownParams(stored, '5m').detection).toBe(detection);
});

test('a stored rule tells nothing as long as nobody changes it', () => {
  expect(changedOf(STORED, shownParams(STORED, STORED.interval))).toEqual([]);
});

test('the interval of the form is told, and each parameter that is changed', () => {
  expect(changedOf(STORED, shownParams(STORED, '3m'))).toEqual([['interval', '3m']]);
  const shown = shownParams(STORED, STORED.interval);
  expect(changedOf(shown, { ...shown, compilers: ['tcc'] })).toEqual([['compilers', ['tcc']]]);
});

test("what is stored beside people's parameters is no error", () => {
  expect(validateParams(STORED)).toEqual({ errors: {} });
  expect(validateParams({})).toEqual({ errors: {} });
});

test('wrong parameters are told by name, those of entries with their list', () => {
  const { errors } = validateParams({
    ...STORED,
    maxSignals: 2000,
    excludedNetworks: ['10.0.0.0/99', 'x'],
  });
  expect(Object.keys(errors).sort()).toEqual(['excludedNetworks', 'maxSignals']);
  expect(errors['excludedNetworks']).toHaveLength(2);
  expect(errors['maxSignals']).toEqual([
    '[maxSignals] must be a whole number from 1 to 1000, not 2000. Write 100, for example',
  ]);
});

test('a window that the interval outgrows is told of, as the server does', () => {
  expect(Object.keys(validateParams({ ...STORED, interval: '1h' }).errors)).toEqual(['from']);
});
