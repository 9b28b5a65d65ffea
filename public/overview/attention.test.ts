// SPDX-License-Identifier: Apache-2.0
import type { AlertsResponse, CheckResult, Rule } from '../../common/api';
import { ALERT, CI_ITEM } from '../exclusions/exclusions_test_data';
import { attentionOf, type Attention, type Known } from './attention';
import { titleOf } from './attention_words';
import { NEW_RULE, RUN_METRICS } from './rule_test_data';

const NOW = '2026-11-24T11:42:00.000Z';

const known = (changes: Partial<Known>): Known => ({
  rule: NEW_RULE,
  now: NOW,
  checks: [],
  openAlerts: undefined,
  exclusions: [],
  ...changes,
});

const brief = (items: readonly Attention[]) =>
  items.map(({ level, about, mend }) => [level, about, 'action' in mend ? mend.action : mend.kind]);

const about = (changes: Partial<Rule>) =>
  brief(attentionOf(known({ rule: { ...NEW_RULE, ...changes } })));

const check = (id: CheckResult['id'], status: CheckResult['status']): CheckResult => ({
  id,
  title: `Title of ${id}`,
  status,
  message: 'There are none',
  remedy: 'Turn them on',
  checkedAt: NOW,
});

const open = (total: number, severity: string): AlertsResponse => ({
  alerts: total === 0 ? [] : [{ ...ALERT, severity }],
  total,
  page: 1,
  perPage: 1,
});

const at = '2026-11-24T11:41:15.000Z';

test('nothing needs anybody where all is well, or nothing is known yet', () => {
  expect(attentionOf(known({}))).toEqual([]);
  expect(attentionOf(known({ rule: null, checks: undefined, exclusions: undefined }))).toEqual([]);
});

test.each<[string, Partial<Rule>, string[][]]>([
  [
    'parameters that can not be used are edited',
    { params: null, paramProblems: [{ field: 'x', message: '[x] is no parameter', remedy: '' }] },
    [['danger', 'params', 'edit']],
  ],
  [
    'a link with nothing is taken off',
    { link: { securityRuleId: 'a7b1', status: 'missing', name: null } },
    [['danger', 'linkBroken', 'unlink']],
  ],
  [
    'a linked rule that is off is opened in Security',
    { link: { securityRuleId: 'a7b1', status: 'disabled', name: 'R' } },
    [['danger', 'linkDisabled', 'openSecurityRule']],
  ],
  ['a rule that is off is switched on', { enabled: false }, [['danger', 'off', 'enable']]],
  [
    'a rule that failed runs again',
    { outcome: { status: 'failed', messages: ['No index.'], at } },
    [['danger', 'failed', 'run']],
  ],
  [
    'a rule that is off is not blamed for what it did before',
    { enabled: false, outcome: { status: 'failed', messages: ['No index.'], at } },
    [['danger', 'off', 'enable']],
  ],
  [
    'a run that is overdue is begun',
    { nextRun: '2026-11-24T11:00:00.000Z' },
    [['danger', 'overdue', 'run']],
  ],
  [
    'a warning, then a gap that the run has searched',
    {
      outcome: { status: 'warning', messages: [], at },
      lastRun: { ...RUN_METRICS, gapMs: 600_000 },
    },
    [
      ['warning', 'warned', 'run'],
      ['info', 'gap', 'edit'],
    ],
  ],
  ['a gap of seconds is none', { lastRun: { ...RUN_METRICS, gapMs: 30_000 } }, []],
])('%s', (_, changes, expected) => {
  expect(about(changes)).toEqual(expected);
});

test('what the server told stands with it', () => {
  const outcome = { status: 'failed' as const, messages: ['No index. Install it.'], at };
  expect(attentionOf(known({ rule: { ...NEW_RULE, outcome } }))[0]?.told).toEqual([
    'No index. Install it.',
  ]);
  const checks = [check('hosts', 'error')];
  expect(attentionOf(known({ checks }))[0]?.told).toEqual(['There are none', 'Turn them on']);
});

test('what keeps several checks from being done is told once', () => {
  const noRight = { message: 'You may not see Fleet', remedy: 'Ask for it' };
  const checks = [
    { ...check('fleet_server', 'unknown'), ...noRight, title: 'Fleet Server' },
    { ...check('hosts', 'error'), ...noRight, title: 'Hosts' },
    { ...check('agents', 'unknown'), ...noRight, title: 'Agents' },
    { ...check('fields', 'unknown'), title: 'Fields' },
  ];
  expect(attentionOf(known({ checks })).map(titleOf)).toEqual([
    'Hosts',
    'Fleet Server, Agents',
    'Fields',
  ]);
});

test('checks that are not in order are mended on the setup page, those of the rule are told of the rule', () => {
  const checks = [
    check('own_rule', 'error'),
    check('linked_rule', 'warning'),
    check('hosts', 'ok'),
    check('agents', 'unknown'),
    check('tiebreaker', 'warning'),
    check('fields', 'error'),
  ];
  expect(
    attentionOf(known({ checks })).map((item) => [
      item.level,
      item.about === 'check' && item.check.id,
      item.mend.kind,
    ]),
  ).toEqual([
    ['danger', 'fields', 'openSetup'],
    ['warning', 'tiebreaker', 'openSetup'],
    ['info', 'agents', 'openSetup'],
  ]);
});

test.each([
  ['critical', 'danger'],
  ['high', 'danger'],
  ['medium', 'warning'],
])('open alerts weigh as the gravest of them: %s', (severity, level) => {
  expect(brief(attentionOf(known({ openAlerts: open(3, severity) })))).toEqual([
    [level, 'openAlerts', 'openAlerts'],
  ]);
});

test('without open alerts there is nothing to open', () => {
  expect(attentionOf(known({ openAlerts: open(0, 'critical') }))).toEqual([]);
});

test('exclusions are told of around the time when they end', () => {
  const exclusion = (name: string, expireTime: string | null) => ({ ...CI_ITEM, name, expireTime });
  const exclusions = [
    exclusion('long gone', '2026-11-01T00:00:00.000Z'),
    exclusion('gone', '2026-11-20T00:00:00.000Z'),
    exclusion('soon 1', '2026-11-25T00:00:00.000Z'),
    exclusion('soon 2', '2026-11-26T00:00:00.000Z'),
    exclusion('soon 3', '2026-11-27T00:00:00.000Z'),
    exclusion('soon 4', '2026-11-28T00:00:00.000Z'),
    exclusion('later', '2027-11-28T00:00:00.000Z'),
    exclusion('never', null),
  ];
  expect(attentionOf(known({ exclusions }))).toMatchObject([
    { about: 'expired', level: 'warning', count: 1, names: 'gone', mend: { shown: 'expired' } },
    {
      about: 'expiring',
      level: 'info',
      count: 4,
      names: 'soon 1, soon 2, soon 3, …',
      mend: { shown: 'inForce' },
    },
  ]);
});

test('the most important stands first', () => {
  const items = attentionOf(
    known({
      rule: { ...NEW_RULE, enabled: false },
      checks: [check('tiebreaker', 'warning'), check('fields', 'error')],
      openAlerts: open(1, 'critical'),
      exclusions: [{ ...CI_ITEM, expireTime: '2026-11-25T00:00:00.000Z' }],
    }),
  );
  expect(items.map(({ about: what }) => what)).toEqual([
    'off',
    'openAlerts',
    'check',
    'check',
    'expiring',
  ]);
});
