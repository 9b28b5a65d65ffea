// SPDX-License-Identifier: Apache-2.0
import { DETECTIONS } from '../../common/rule';
import { FEATURE_ID, RULE_TYPE_ID } from '../../server/rule_type/rule_type_id';
import { chainEvents, STREAMS, type Chain } from './chains';
import { addExceptions } from './exceptions';
import {
  elasticsAlerts,
  putSecurityRule,
  SECURITY_RULE_ID,
  securityIds,
  useLinkedScenario,
  type PlacedEvent,
} from './linked_security_rule';
import { few, HOUR, MINUTE, names, NOW, type Scenario } from './scenario';

const ALERTS = '.alerts-security.alerts-default';

const start = useLinkedScenario();

const tool: Chain = { name: 'tool', at: NOW - MINUTE };

/** The events of chains in the data streams already, with their places. */
const happen = ({ es }: Scenario, chain: Chain): PlacedEvent[] =>
  chainEvents(chain).map(([stream, document]) => {
    es.index(stream, [document]);
    return es.documents(stream).find(({ _id }) => _id === document._id)!;
  });

const theShell = (scenario: Scenario): Readonly<Record<string, unknown>> => {
  const shells = scenario.shells();
  expect(shells).toHaveLength(1);
  return shells[0]!._source;
};

describe('the alerts', () => {
  test('are those of the Security rule', async () => {
    const threat = [{ framework: 'MITRE ATT&CK', tactic: { id: 'TA0002', name: 'Execution' } }];
    const scenario = await start({ params: { threat } });
    scenario.add(tool);
    await scenario.run(NOW);
    const expected = {
      'kibana.alert.rule.uuid': '2cb1017c-dd7f-4500-a142-7402f8aa8dc9',
      'kibana.alert.rule.rule_id': '64cfca9e-0f6f-4048-8251-9ec56a055e9e',
      'kibana.alert.rule.name': 'Network Connection via Recently Compiled Executable',
      'kibana.alert.rule.severity': 'medium',
      'kibana.alert.severity': 'medium',
      'kibana.alert.rule.risk_score': 47,
      'kibana.alert.risk_score': 47,
      'kibana.alert.rule.tags': [
        'Domain: Endpoint',
        'OS: Linux',
        'Use Case: Threat Detection',
        'Tactic: Execution',
        'Data Source: Elastic Defend',
      ],
      'kibana.alert.rule.threat': threat,
      'kibana.alert.rule.note': '[Open the sequence](/app/recentlyCompiled/alerts)',
      'kibana.alert.rule.rule_type_id': 'siem.eqlRule',
      'kibana.alert.rule.consumer': 'siem',
    };
    expect(theShell(scenario)).toMatchObject(expected);
    for (const { _source } of scenario.blocks()) {
      expect(_source).toMatchObject(expected);
    }
  });

  test('have the ids that Security would give them', async () => {
    const scenario = await start();
    const { blocks, shell } = securityIds(happen(scenario, tool));
    await scenario.run(NOW);
    expect(scenario.es.documents(ALERTS).map(({ _id }) => _id)).toEqual([...blocks, shell]);
  });

  test('follow edits of the Security rule', async () => {
    const scenario = await start();
    scenario.add(tool, { name: 'second', at: NOW + MINUTE });
    await scenario.run(NOW);
    expect(theShell(scenario)).toMatchObject({ 'kibana.alert.severity': 'medium' });
    putSecurityRule(scenario.kibana, {
      attributes: { name: 'Renamed', tags: ['lab'] },
      params: { severity: 'critical', riskScore: 99 },
    });
    await scenario.run(NOW + 5 * MINUTE);
    expect(scenario.shells().map(({ _source }) => _source)).toMatchObject([
      { 'kibana.alert.rule.name': 'Network Connection via Recently Compiled Executable' },
      {
        'kibana.alert.rule.name': 'Renamed',
        'kibana.alert.rule.tags': ['lab'],
        'kibana.alert.severity': 'critical',
        'kibana.alert.risk_score': 99,
      },
    ]);
  });
});

describe('the Security rule is disabled', () => {
  const off = { attributes: { enabled: false } };

  test('a run does nothing and says so', async () => {
    const scenario = await start(off);
    scenario.add(tool);
    const { outcome, messages } = await scenario.run(NOW);
    expect(outcome).toBe('warning');
    expect(messages.join()).toMatch(
      /\[Network Connection via Recently Compiled Executable\] is disabled.*did nothing.*Enable it/,
    );
    expect(scenario.es.documents(ALERTS)).toEqual([]);
    expect(scenario.es.requests.filter(({ endpoint }) => endpoint === 'eql')).toEqual([]);
  });

  test('the time while it was off is not alerted when it is on again', async () => {
    const scenario = await start();
    await scenario.run(NOW);
    putSecurityRule(scenario.kibana, off);
    scenario.add(
      { name: 'while-off', at: NOW + HOUR },
      { name: 'in-look-back', at: NOW + 2 * HOUR - 7 * MINUTE },
      { name: 'while-on', at: NOW + 2 * HOUR + MINUTE },
    );
    for (let time = NOW + 5 * MINUTE; time < NOW + 2 * HOUR; time += 5 * MINUTE) {
      await scenario.run(time);
    }
    expect(scenario.shells()).toEqual([]);
    putSecurityRule(scenario.kibana);
    const { metrics } = await scenario.run(NOW + 2 * HOUR);
    expect(metrics.gap_duration_s).toBeNull();
    await scenario.run(NOW + 2 * HOUR + 5 * MINUTE);
    expect(scenario.programs()).toEqual(['in-look-back', 'while-on']);
  });
});

test('the Security rule is deleted', async () => {
  const scenario = await start();
  scenario.kibana.savedObjects.remove('alert', SECURITY_RULE_ID);
  scenario.add(...few);
  const { outcome, messages } = await scenario.run(NOW);
  expect(outcome).toBe('failed');
  expect(messages).toEqual([
    `The linked Security rule [${SECURITY_RULE_ID}] does not exist any more. Link another Security rule, or delete this rule.`,
  ]);
  expect(scenario.es.documents(ALERTS)).toEqual([]);
  putSecurityRule(scenario.kibana);
  await scenario.run(NOW + 20 * MINUTE);
  expect(scenario.programs()).toEqual(names(few));
});

describe.each(DETECTIONS)("by %s, a chain that Elastic's own executor has alerted", (detection) => {
  const startWith = useLinkedScenario({ detection });

  test('gets no second alert', async () => {
    const scenario = await startWith();
    scenario.es.index(ALERTS, elasticsAlerts(happen(scenario, tool)));
    const { messages, scheduledActions } = await scenario.run(NOW);
    expect(scenario.shells()).toHaveLength(1);
    expect(scenario.blocks()).toHaveLength(4);
    expect(messages.join()).toMatch(/1 sequence, 0 new alerts, 1 already there/);
    expect(scheduledActions).toEqual([]);
  });

  test('gets none with another choice of compile event either', async () => {
    const scenario = await startWith();
    const [first, ...others] = happen(scenario, tool);
    const [[stream, compile]] = chainEvents(tool) as [ReturnType<typeof chainEvents>[number]];
    scenario.es.index(stream, [
      {
        _id: 'compiled-again',
        _source: { ...compile._source, '@timestamp': new Date(tool.at + 500).toISOString() },
      },
    ]);
    const theirs = elasticsAlerts([first!, ...others]);
    scenario.es.index(ALERTS, theirs);
    const { messages } = await scenario.run(NOW);
    expect(messages.join()).toMatch(/1 sequence, 0 new alerts, 1 already there/);
    expect(scenario.shells().map(({ _id }) => _id)).toEqual([theirs.at(-1)!._id]);
    const ours = await alertedWithout(scenario);
    expect(ours).not.toEqual(theirs.at(-1)!._id);
  });

  test('has the ids that it would give where ours comes first', async () => {
    const scenario = await startWith();
    const { blocks, shell } = securityIds(happen(scenario, tool));
    await scenario.run(NOW);
    expect(scenario.es.documents(ALERTS).map(({ _id }) => _id)).toEqual([...blocks, shell]);
  });

  /** The alert that the same events give where there is none yet. */
  const alertedWithout = async (scenario: Scenario): Promise<string | undefined> => {
    scenario.es.deleteIndex('.internal.alerts-security.alerts-default-000001');
    scenario.es.createSecurityAlertIndex('default');
    await scenario.run(NOW + MINUTE);
    return scenario.shells()[0]?._id;
  };
});

describe('by lineage', () => {
  const startByLineage = useLinkedScenario({ detection: 'lineage' });

  /** The events of a chain whose compiler was started by a wrapper, which lineage takes for the compiler. */
  const happenWrapped = (scenario: Scenario): PlacedEvent[] => {
    const [compile, ...others] = chainEvents(tool);
    const [stream, { _source }] = compile!;
    const gcc = _source['process'] as Readonly<Record<string, unknown>>;
    const at = (time: number, process: object) => ({
      ..._source,
      '@timestamp': new Date(time).toISOString(),
      process,
    });
    const wrapper = { name: 'ccache', args: ['ccache', 'gcc'], pid: 9, entity_id: 'ccache-1' };
    scenario.es.index(stream, [
      { _id: 'wrapper', _source: at(tool.at - 100, wrapper) },
      { _id: 'gcc', _source: at(tool.at, { ...gcc, parent: { entity_id: 'ccache-1' } }) },
    ]);
    for (const [into, document] of others) {
      scenario.es.index(into, [document]);
    }
    const ids = ['gcc', ...others.map(([, { _id }]) => _id)];
    return ids.map((id) =>
      STREAMS.flatMap((name) => scenario.es.documents(name)).find(({ _id }) => _id === id)!,
    );
  };

  test('the events are those of the linked query where it finds the chain as well', async () => {
    const scenario = await startByLineage();
    const { shell } = securityIds(happenWrapped(scenario));
    await scenario.run(NOW);
    expect(scenario.shells().map(({ _id }) => _id)).toEqual([shell]);
    expect(theShell(scenario)).toMatchObject({ rule: { category: 'lineage' } });
  });

  test('and count as the last ones where that query asks for fewer than there are stages', async () => {
    const query =
      'sequence by host.id, process.entity_id with maxspan=1m [process where event.action == "exec"] [network where event.action == "connection_attempted"]';
    const scenario = await startByLineage({ params: { query } });
    const [, , execute, connect] = happenWrapped(scenario);
    const { shell, blocks } = securityIds([execute!, connect!]);
    await scenario.run(NOW);
    expect(scenario.shells().map(({ _id }) => _id)).toEqual([shell]);
    expect(theShell(scenario)['kibana.alert.reason']).toBe(
      'tool, linked, connected from lab1 to 203.0.113.7:4444',
    );
    expect(
      scenario.blocks().map(({ _id, _source }) => [_id, _source['kibana.alert.group.index']]),
    ).toEqual([
      [blocks[0], 2],
      [blocks[1], 3],
    ]);
  });

  test('and its own where that query finds nothing, or is refused', async () => {
    for (const query of [
      'process where true',
      'sequence by host.id [no_such where true] [',
      FAILS,
    ]) {
      const scenario = await startByLineage({ params: { query } });
      const { shell } = securityIds(happenWrapped(scenario));
      await scenario.run(NOW);
      expect(scenario.programs()).toEqual(['tool']);
      expect(scenario.shells().map(({ _id }) => _id)).not.toEqual([shell]);
      await scenario.stop();
    }
  });

  const FAILS = 'sequence by no.such_field [process where true] [network where true]';

  test('its switch, severity and name hold here too', async () => {
    const off = await startByLineage({ attributes: { enabled: false } });
    off.add(tool);
    expect((await off.run(NOW)).messages.join()).toMatch(/is disabled.*did nothing/);
    putSecurityRule(off.kibana, { params: { severity: 'critical' } });
    await off.run(NOW + MINUTE);
    expect(theShell(off)).toMatchObject({
      'kibana.alert.severity': 'critical',
      'kibana.alert.rule.uuid': SECURITY_RULE_ID,
      'kibana.alert.rule.rule_type_id': 'siem.eqlRule',
    });
  });
});

test('the owner of our rule has no privilege of Security', async () => {
  const scenario = await start();
  const { owner, kibana } = scenario;
  expect(owner.mayUseRule('siem.eqlRule', 'siem', 'read')).toBe(false);
  expect(owner.mayUseRule(RULE_TYPE_ID, FEATURE_ID, 'all')).toBe(true);
  const asOwner = kibana.savedObjects.scoped(owner, 'default', ['alert']);
  await expect(asOwner.get('alert', SECURITY_RULE_ID)).rejects.toThrow('Unable to get alert');
  await addExceptions(kibana, 'recently-compiled-exclusions', []);
  scenario.add(...few);
  expect((await scenario.run(NOW)).outcome).toBe('succeeded');
  expect(scenario.programs()).toEqual(names(few));
});
