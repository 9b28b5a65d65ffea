// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS, PUBLISHED_RULE } from '../rule';
import { asSecurityRule } from './own_rule';
import { OWN_RULE } from './own_rule_test_data';

test('is itself, in the shape of a Security rule', () => {
  expect(asSecurityRule(OWN_RULE, DEFAULT_RULE_PARAMS)).toMatchObject(OWN_RULE);
});

test('says of the threat what the published rule says', () => {
  const { params } = asSecurityRule(OWN_RULE, DEFAULT_RULE_PARAMS);
  expect(params).toMatchObject({
    type: 'eql',
    language: 'eql',
    description:
      'A program is compiled, the result runs, and then connects to the network: a sign of a reverse TCP connection to a command-and-control server; attackers spawn reverse shells to persist.',
    severity: 'medium',
    riskScore: 47,
    threat: PUBLISHED_RULE.threat,
    ruleId: 'recently-compiled',
    immutable: false,
    exceptionsList: [],
  });
  // Alerts of ours are not to be taken for those of the published rule.
  expect(params.ruleId).not.toBe('64cfca9e-0f6f-4048-8251-9ec56a055e9e');
  expect(params.note).toContain('(/app/recentlyCompiled/alerts)');
});

test('tells what it really searches for, and where', () => {
  const { params } = asSecurityRule(OWN_RULE, {
    ...DEFAULT_RULE_PARAMS,
    from: '20m',
    maxspan: '90s',
    maxSignals: 7,
    compilers: ['rustc'],
    indexPatterns: ['logs-lab-*'],
  });
  expect(params).toMatchObject({
    from: 'now-20m',
    to: 'now',
    maxSignals: 7,
    index: ['logs-lab-*'],
  });
  expect(params['query']).toMatch(/^sequence by host\.id with maxspan=90s/);
  expect(params['query']).toContain('"rustc"');
});
