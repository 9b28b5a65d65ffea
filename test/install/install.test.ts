// SPDX-License-Identifier: Apache-2.0
import type { Consent } from '../../public/install/plan';
import { findRules } from '../../public/install/find_rules';
import { nextStep } from '../../public/install/progress';
import { runSteps, undoSteps } from '../../public/install/run_steps';
import { PUBLISHED_RULE } from '../../common/rule';
import { recordedSecurityRule } from './recorded_security_rule';
import {
  install,
  startKibanaWithSecurity,
  stepsOf,
  type KibanaWithSecurity,
} from './kibana_with_security';

let kibana: KibanaWithSecurity;
beforeEach(async () => {
  kibana = await startKibanaWithSecurity();
});
afterEach(() => kibana.close());

const NEW = { kind: 'new' } as const;
const ALL: Consent = { tiebreaker: true, guide: true, enable: true };
const NONE: Consent = { tiebreaker: false, guide: false, enable: false };
const NOTHING = { list: null, securityRules: [], ownRules: [] };

/** Puts a rule of Security there, as Elastic publishes it or as people have copied it. */
const put = (changes: Parameters<typeof recordedSecurityRule>[0] = {}): string => {
  const rule = recordedSecurityRule(changes);
  kibana.plugin.kibana.savedObjects.put(rule);
  return rule.id;
};

describe('a new Security rule', () => {
  it('is the published one with tiebreaker, guide and exception list, and ours obeys it', async () => {
    const done = await install(kibana, NEW);
    expect(stepsOf(done)).toEqual({ list: 'made', create: 'made', link: 'made' });
    const { list, securityRules, ownRules } = await kibana.state();
    expect(list).toMatchObject({ list_id: 'recently-compiled-exclusions', type: 'detection' });
    expect(securityRules).toHaveLength(1);
    expect(securityRules[0]).toMatchObject({
      rule_id: '64cfca9e-0f6f-4048-8251-9ec56a055e9e',
      name: 'Network Connection via Recently Compiled Executable',
      type: 'eql',
      language: 'eql',
      query: PUBLISHED_RULE.query,
      index: ['logs-endpoint.events.*'],
      tiebreaker_field: 'event.sequence',
      severity: 'medium',
      risk_score: 47,
      interval: '5m',
      from: 'now-9m',
      to: 'now',
      max_signals: 100,
      enabled: true,
      immutable: false,
      created_by: 'engineer',
      exceptions_list: [
        {
          id: list?.['id'],
          list_id: 'recently-compiled-exclusions',
          type: 'detection',
          namespace_type: 'single',
        },
      ],
    });
    expect(securityRules[0]?.['note']).toContain(
      '[Open the sequence in Recently Compiled](/kbn/s/soc/app/recentlyCompiled/alerts)',
    );
    expect(ownRules).toMatchObject([
      { enabled: true, params: { securityRuleId: securityRules[0]?.['id'] } },
    ]);
  });

  it('asks Security in the version of its public API', async () => {
    await install(kibana, NEW);
    const versions = kibana.requests.sent
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ version }) => version);
    expect(new Set(versions)).toEqual(new Set(['2023-10-31']));
  });

  it('is not made where there is one; that one is found', async () => {
    const id = put();
    const failed = await install(kibana, NEW);
    expect(stepsOf(failed)).toEqual({ list: 'made', create: 'failed', link: 'waiting' });
    expect((await kibana.state()).securityRules).toHaveLength(1);
    expect(await findRules(kibana.ports.security)).toMatchObject([{ id }]);
    // Taking it back leaves what somebody else has made.
    expect(await undoSteps(failed, kibana.ports, () => undefined)).toBeUndefined();
    const { list, securityRules, ownRules } = await kibana.state();
    expect([list, securityRules.length, ownRules]).toEqual([null, 1, []]);
  });

  it('uses the exception list that is there', async () => {
    await kibana.ports.security.createList({ name: 'n', description: 'd', type: 'detection' });
    const done = await install(kibana, NEW);
    expect(stepsOf(done)).toEqual({ list: 'found', create: 'made', link: 'made' });
    await undoSteps(done, kibana.ports, () => undefined);
    expect(await kibana.state()).toMatchObject({ list: { name: 'n' }, securityRules: [] });
  });

  it('links our rule that is there, and lets it stand alone again', async () => {
    await kibana.ports.own.changeRule({ action: 'install', securityRuleId: undefined });
    const done = await install(kibana, NEW);
    expect(stepsOf(done)).toEqual({ list: 'made', create: 'made', link: 'changed' });
    expect(await undoSteps(done, kibana.ports, () => undefined)).toBeUndefined();
    expect(await kibana.state()).toMatchObject({
      ...{ list: null, securityRules: [] },
      ownRules: [{ params: { securityRuleId: null } }],
    });
  });
});

describe('a Security rule that is there', () => {
  it('gets what it lacks as far as that is agreed to, and keeps the rest', async () => {
    const other = { id: 'l', list_id: 'other', type: 'rule_default', namespace_type: 'single' };
    const id = put({ params: { exceptionsList: [other], note: 'Ours' }, enabled: false });
    const done = await install(kibana, { kind: 'existing', id, consent: ALL });
    expect(stepsOf(done)).toEqual({ list: 'made', link: 'made', adjust: 'changed' });
    const { list, securityRules, ownRules } = await kibana.state();
    expect(securityRules).toMatchObject([
      {
        id,
        enabled: true,
        tiebreaker_field: 'event.sequence',
        exceptions_list: [other, { id: list?.['id'] }],
        query: expect.stringContaining('maxspan=1m'),
        note: '[Open the sequence in Recently Compiled](/kbn/s/soc/app/recentlyCompiled/alerts)\n\nOurs',
      },
    ]);
    expect(ownRules).toMatchObject([{ params: { securityRuleId: id } }]);
  });

  it('gets its exception list alone without consent to more', async () => {
    const id = put({ params: { exceptionsList: [], note: 'Ours' }, enabled: false });
    await install(kibana, { kind: 'existing', id, consent: NONE });
    const [rule] = (await kibana.state()).securityRules;
    expect(rule).toMatchObject({ enabled: false, note: 'Ours', exceptions_list: [{}] });
    expect(rule).not.toHaveProperty('tiebreaker_field');
  });

  it('stays as it is when it lacks nothing, however often that is done', async () => {
    const id = put({ params: { exceptionsList: [] } });
    const target = { kind: 'existing', id, consent: ALL } as const;
    await install(kibana, target);
    const before = await kibana.state();
    const again = await install(kibana, target, 'another');
    expect(stepsOf(again)).toEqual({ list: 'found', link: 'found', adjust: 'nothing' });
    expect(await kibana.state()).toEqual(before);
  });

  it('is offered with its copies, the published one first; rules of other types are not', async () => {
    const name = 'Network Connection via Recently Compiled Executable [Duplicate]';
    const copy = put({ id: 'copy', name, params: { ruleId: 'copied' } });
    const published = put();
    put({ id: 'kql', params: { type: 'query' } });
    put({ id: 'else', name: 'Something else', params: { ruleId: 'else' } });
    const found = await findRules(kibana.ports.security);
    expect(found.map(({ id }) => id)).toEqual([published, copy]);
  });

  it('is found beside a rule of another plugin that has its name', async () => {
    const id = put();
    const { kibana: double } = kibana.plugin;
    const rule = double.savedObjects.find('alert', id)!;
    const attributes = { ...rule.attributes, alertTypeId: '.es-query', params: {} };
    double.savedObjects.put({ ...rule, id: 'foreign', attributes });
    expect(await findRules(kibana.ports.security)).toMatchObject([{ id }]);
  });

  it('that is gone meanwhile fails with its id', async () => {
    const id = put();
    const half = await install(kibana, { kind: 'existing', id: 'gone', consent: ALL });
    expect(stepsOf(half)).toEqual({ list: 'made', link: 'failed', adjust: 'waiting' });
    expect((await kibana.state()).securityRules).toMatchObject([{ id, revision: 1 }]);
  });
});

const RULES = '/api/detection_engine/rules';
const LISTS = '/api/exception_lists';
const OWN = '/internal/recently_compiled/rule';

const REFUSED = {
  '403': { status: 403, body: { message: 'Unauthorized', status_code: 403 } },
  '409': { status: 409, body: { message: 'conflict', status_code: 409 } },
  '500': { status: 500, body: { statusCode: 500, message: 'An internal server error occurred' } },
  'a request that is lost': 'lost request',
  'an answer that is lost': 'lost answer',
} as const;

const FAULTS = Object.entries(REFUSED).flatMap(([name, fault]) => [
  ...[
    ['GET', LISTS, 'list'],
    ['POST', LISTS, 'list'],
    ['GET', `${RULES}/_find`, 'create'],
    ['POST', RULES, 'create'],
    ['GET', OWN, 'link'],
    ['POST', `${OWN}/install`, 'link'],
  ].map(([method = '', path = '', step = '']) => ({ name, fault, method, path, step })),
]);

describe.each(FAULTS)('$name to $method $path', ({ fault, method, path, step }) => {
  it('stops there; going on ends with one of each, as if nothing had been', async () => {
    await expectSame(await whatIsMade());
  });

  it('can be taken back, and then nothing is left', async () => {
    kibana.requests.failNext(method, path, fault);
    const failed = await install(kibana, NEW);
    expect(nextStep(failed)).toBe(step);
    expect(await undoSteps(failed, kibana.ports, () => undefined)).toBeUndefined();
    expect(await kibana.state()).toEqual(NOTHING);
  });

  it('after which a new page finds what is there and ends with one of each', async () => {
    kibana.requests.failNext(method, path, fault);
    await install(kibana, NEW);
    const [found] = await findRules(kibana.ports.security);
    const target = found ? ({ kind: 'existing', id: found.id, consent: ALL } as const) : NEW;
    const done = await install(kibana, target, 'another');
    expect(nextStep(done)).toBeUndefined();
    await expectSame(await kibana.state());
  });

  async function whatIsMade() {
    kibana.requests.failNext(method, path, fault);
    const failed = await install(kibana, NEW);
    expect(nextStep(failed)).toBe(step);
    const done = await runSteps(failed, kibana.ports, () => undefined);
    expect(stepsOf(done)).toEqual({ list: 'made', create: 'made', link: 'made' });
    return kibana.state();
  }

  async function expectSame({
    list,
    securityRules,
    ownRules,
  }: Awaited<ReturnType<typeof whatIsMade>>) {
    expect(list).not.toBeNull();
    expect(securityRules).toMatchObject([
      {
        enabled: true,
        tiebreaker_field: 'event.sequence',
        exceptions_list: [{ id: list?.['id'] }],
      },
    ]);
    expect(ownRules).toMatchObject([{ params: { securityRuleId: securityRules[0]?.['id'] } }]);
  }
});

const KINDS = Object.entries(REFUSED);

describe.each(KINDS)('%s when the rule that is there is changed', (_, fault) => {
  it.each([
    ['GET', RULES],
    ['PATCH', RULES],
  ])('by %s %s: can be gone on with', async (method, path) => {
    const id = put({ params: { exceptionsList: [] } });
    kibana.requests.failNext(method, path, fault);
    const failed = await install(kibana, { kind: 'existing', id, consent: ALL });
    expect(stepsOf(failed)).toEqual({ list: 'made', link: 'made', adjust: 'failed' });
    const done = await runSteps(failed, kibana.ports, () => undefined);
    expect(nextStep(done)).toBeUndefined();
    const { securityRules, ownRules } = await kibana.state();
    expect(securityRules).toMatchObject([{ tiebreaker_field: 'event.sequence' }]);
    expect(securityRules[0]?.['exceptions_list']).toHaveLength(1);
    expect(ownRules).toHaveLength(1);
  });
});

// Where the answer was lost the change was made.
test.each(KINDS.filter(([, fault]) => fault !== 'lost answer'))(
  '%s when the rule that is there is changed can be taken back, and it is as it was',
  async (_, fault) => {
    const id = put({ params: { exceptionsList: [] } });
    const [before] = (await kibana.state()).securityRules;
    kibana.requests.failNext('PATCH', RULES, fault);
    const failed = await install(kibana, { kind: 'existing', id, consent: ALL });
    expect(await undoSteps(failed, kibana.ports, () => undefined)).toBeUndefined();
    expect(await kibana.state()).toEqual({ ...NOTHING, securityRules: [before] });
  },
);

test.each([
  ['DELETE', OWN],
  ['GET', `${RULES}/_find`],
  ['DELETE', RULES],
  ['GET', `${LISTS}/items/_find`],
  ['DELETE', LISTS],
])('taking back that fails at %s %s says so, and can be done again', async (method, path) => {
  const done = await install(kibana, NEW);
  kibana.requests.failNext(method, path, REFUSED['500']);
  const failed = await undoSteps(done, kibana.ports, () => undefined);
  expect(failed?.undo).toMatchObject({ error: { response: { status: 500 } } });
  expect(await undoSteps(failed ?? done, kibana.ports, () => undefined)).toBeUndefined();
  expect(await kibana.state()).toEqual(NOTHING);
});

test('a list that has got an exclusion meanwhile stays', async () => {
  const done = await install(kibana, NEW);
  await kibana.plugin.kibana.lists.exceptions.client(undefined).createExceptionListItem({
    ...{ listId: 'recently-compiled-exclusions', itemId: 'i', name: 'n', description: '' },
    ...{ entries: [], osTypes: [], tags: [], comments: [], meta: undefined },
    ...{ expireTime: undefined, namespaceType: 'single', type: 'simple' },
  });
  await undoSteps(done, kibana.ports, () => undefined);
  expect(await kibana.state()).toMatchObject({ list: {}, securityRules: [], ownRules: [] });
});

test('two people at the same moment get one of each; one of them is told', async () => {
  const both = await Promise.all([install(kibana, NEW, 'a'), install(kibana, NEW, 'b')]);
  const { securityRules, ownRules } = await kibana.state();
  expect([securityRules.length, ownRules.length]).toEqual([1, 1]);
  expect(both.map(nextStep).sort()).toEqual(['create', undefined]);
});
