// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { PARAMS_VERSION, parseRuleTypeParams } from './rule_type_params';

test('what is missing takes its default', () => {
  expect(parseRuleTypeParams({})).toEqual({
    params: { ...DEFAULT_RULE_PARAMS, version: PARAMS_VERSION, securityRuleId: null },
  });
});

test('reads its own result again', () => {
  const parsed = parseRuleTypeParams({ securityRuleId: ' abc ', maxspan: '90s' });
  expect(parsed).toMatchObject({ params: { securityRuleId: 'abc', maxspan: '90s' } });
  expect('params' in parsed && parseRuleTypeParams(parsed.params)).toEqual(parsed);
});

test('parameters from before there were versions are brought up to date', () => {
  expect(parseRuleTypeParams({ linkedRuleId: 'abc' })).toMatchObject({
    params: { version: 2, securityRuleId: 'abc' },
  });
  expect(parseRuleTypeParams({ version: 1, linkedRuleId: 'abc' })).toHaveProperty('problems');
});

test.each([
  ['from before there were versions', { linkedRuleId: 'abc' }],
  ['of the first version', { version: 1, maxspan: '90s' }],
])('parameters %s keep the published detection', (_, stored) => {
  expect(parseRuleTypeParams(stored)).toMatchObject({ params: { detection: 'published' } });
});

test('new ones follow files, and what is chosen stays', () => {
  expect(parseRuleTypeParams({})).toMatchObject({ params: { detection: 'lineage' } });
  for (const detection of ['published', 'lineage']) {
    const stored = { version: 2, detection };
    expect(parseRuleTypeParams(stored)).toMatchObject({ params: { detection } });
    expect(parseRuleTypeParams({ ...stored, version: 1 })).toMatchObject({ params: { detection } });
  }
});

test.each([
  ['no object', 'text', [''], /object/],
  ['a newer version', { version: PARAMS_VERSION + 1 }, ['version'], /newer version/],
  ['an empty rule id', { securityRuleId: ' ' }, ['securityRuleId'], /address of the rule/],
  [
    'several wrong ones',
    { securityRuleId: 7, maxspan: '60', compilers: [] },
    ['compilers', 'maxspan', 'securityRuleId'],
    /./,
  ],
])('refuses %s', (_, input, fields, remedy) => {
  const parsed = parseRuleTypeParams(input);
  const problems = 'problems' in parsed ? parsed.problems : [];
  expect(problems.map(({ field }) => field).sort()).toEqual(fields);
  for (const problem of problems) {
    expect(`${problem.message} ${problem.remedy}`).toMatch(remedy);
  }
});
