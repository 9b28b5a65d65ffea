// SPDX-License-Identifier: Apache-2.0
import type { ParamProblem } from './param_problem';
import { PUBLISHED_RULE } from './published_rule';
import { DEFAULT_RULE_PARAMS, parseRuleParams, ruleParamsSchema } from './rule_params';

const problemsOf = (input: unknown): readonly ParamProblem[] => {
  const parsed = parseRuleParams(input);
  return 'problems' in parsed ? parsed.problems : [];
};

const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `name${i}`);

const PUBLISHED_5M = { detection: 'published', from: '5m' };

describe('parseRuleParams', () => {
  it('fills in the published rule', () => {
    expect(parseRuleParams({})).toEqual({ params: DEFAULT_RULE_PARAMS });
    expect(DEFAULT_RULE_PARAMS.indexPatterns).toEqual(PUBLISHED_RULE.index);
    expect(DEFAULT_RULE_PARAMS.interval).toBe(PUBLISHED_RULE.interval);
    expect(`now-${DEFAULT_RULE_PARAMS.from}`).toBe(PUBLISHED_RULE.from);
    expect(DEFAULT_RULE_PARAMS.maxSignals).toBe(PUBLISHED_RULE.max_signals);
  });

  it('reads its own result again', () => {
    const given = { compilers: [' gcc ', 'a "b"'], tiebreakerField: ' ', maxspan: ' 90s ' };
    const parsed = parseRuleParams(given);
    expect(parsed).toEqual({
      params: {
        ...DEFAULT_RULE_PARAMS,
        compilers: ['gcc', 'a "b"'],
        tiebreakerField: null,
        maxspan: '90s',
      },
    });
    expect('params' in parsed && parseRuleParams(parsed.params)).toEqual(parsed);
  });

  it.each([
    ['empty exclusions', { excludedProcessNames: [], excludedNetworks: [] }],
    ['no tiebreaker', { tiebreakerField: null }],
    ['addresses and blocks', { excludedNetworks: ['10.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1'] }],
    ['patterns with a cluster', { indexPatterns: ['remote:logs-*', '-logs-old'] }],
    ['the largest lists', { compilers: many(500) }],
    ['the longest name', { compilers: ['x'.repeat(1024)] }],
    ['the longest maxspan', { maxspan: '24h', from: '2d' }],
    ['the shortest look-back', { maxspan: '1m', interval: '5m', from: '6m' }],
    ['the most alerts', { maxSignals: 1000 }],
    ['events that are never late', { maxLateness: '0s' }],
    ['events that are late by a week', { maxLateness: '7d' }],
  ])('takes %s', (_, input) => {
    expect(parseRuleParams(input)).toHaveProperty('params');
  });

  it.each<[string, Record<string, unknown>, string, RegExp, RegExp]>([
    ['no compiler', { compilers: [] }, 'compilers', /at least one/, /Add a process name.*gcc/],
    ['no linker', { linkers: [] }, 'linkers', /at least one/, /Add a process name/],
    ['no pattern', { indexPatterns: [] }, 'indexPatterns', /at least one/, /logs-endpoint/],
    ['an empty name', { linkers: ['ld', ' '] }, 'linkers[1]', /is empty/, /remove the entry/],
    ['a repeated name', { compilers: ['cc', 'ld', 'cc '] }, 'compilers[2]', /\[cc\]/, /Remove one/],
    ['too many names', { compilers: many(501) }, 'compilers', /501 entries.*500/, /Remove/],
    ['a long name', { compilers: ['x'.repeat(1025)] }, 'compilers[0]', /1025.*1024/, /name/],
    ['half a character', { compilers: ['a\ud83d'] }, 'compilers[0]', /half/, /again/],
    ['a number as name', { linkers: [7] }, 'linkers[0]', /text, not a number/, /"ld"/],
    ['text as list', { linkers: 'ld' }, 'linkers', /a list, not text/, /\["ld"\]/],
    ['a wrong block', { excludedNetworks: ['10.0.0.0/33'] }, 'excludedNetworks[0]', /33/, /10\./],
    ['a host name', { excludedNetworks: ['localhost'] }, 'excludedNetworks[0]', /localhost/, /::/],
    ['two patterns in one', { indexPatterns: ['a,b'] }, 'indexPatterns[0]', /\[,\]/, /own entry/],
    ['a maxspan without unit', { maxspan: '60' }, 'maxspan', /no time span: \[60\]/, /90s/],
    ['a maxspan as number', { maxspan: 60 }, 'maxspan', /text, not a number/, /"1m"/],
    ['a maxspan of 0', { maxspan: '0s' }, 'maxspan', /1ms to 1d/, /1ms/],
    ['a long maxspan', { maxspan: '25h', from: '3d' }, 'maxspan', /not 25h/, /1d/],
    ['a look-back short of interval and maxspan', PUBLISHED_5M, 'from', /5m.*6m/, /at least 6m/],
    ['a look-back short of the interval', { from: '4m' }, 'from', /4m.*5m/, /at least 5m/],
    ['another detection', { detection: 'both' }, 'detection', /published, lineage/, /"lineage"/],
    ['date math', { from: 'now-9m' }, 'from', /now-9m/, /whole number/],
    ['a long lateness', { maxLateness: '8d' }, 'maxLateness', /0d to 7d, not 8d/, /7d/],
    ['no alerts', { maxSignals: 0 }, 'maxSignals', /1 to 1000, not 0/, /100/],
    ['too many alerts', { maxSignals: 1001 }, 'maxSignals', /1 to 1000/, /100/],
    ['half an alert', { maxSignals: 1.5 }, 'maxSignals', /whole number/, /100/],
    ['a mistyped parameter', { maxSpan: '1m' }, 'maxSpan', /no parameter/, /\[maxspan\]/],
    ['an unknown parameter', { colour: 1 }, 'colour', /no parameter/, /compilers, linkers/],
  ])('refuses %s', (_, input, field, message, remedy) => {
    const [problem, ...others] = problemsOf(input);
    expect(others).toEqual([]);
    expect(problem?.field).toBe(field);
    expect(problem?.message).toContain(`[${field}]`);
    expect(problem?.message).toMatch(message);
    expect(problem?.remedy).toMatch(remedy);
  });

  it('tells all problems at once', () => {
    const fields = problemsOf({ compilers: [], excludedNetworks: ['x', '::1', 'y'], maxspan: 'x' });
    expect(fields.map(({ field }) => field).sort()).toEqual([
      'compilers',
      'excludedNetworks[0]',
      'excludedNetworks[2]',
      'maxspan',
    ]);
  });

  it.each([[undefined], [null], ['text'], [[]], [7]])('refuses %j as a whole', (input) => {
    expect(problemsOf(input)).toEqual([
      {
        field: '',
        message: expect.stringContaining('The parameters must be an object'),
        remedy: 'Write {}, for example',
      },
    ]);
  });
});

describe('ruleParamsSchema', () => {
  it('describes every parameter', () => {
    const { shape } = ruleParamsSchema.innerType();
    expect(Object.values(shape).filter(({ description }) => !description)).toEqual([]);
  });
});
