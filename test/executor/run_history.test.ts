// SPDX-License-Identifier: Apache-2.0
import type { Run } from '../../common/api';
import { RuleManager } from '../../server/own_rule/rule_manager';
import { kibanaVersion } from '../../server/kibana_version';
import { few, HOUR, MINUTE, NOW, useScenario, type Scenario } from './scenario';

const start = useScenario();

const runsOf = async ({ kibana, owner }: Scenario): Promise<readonly Run[]> => {
  const manager = new RuleManager({
    rules: kibana.alerting.rulesClient(owner),
    version: kibanaVersion(kibana.version),
    spaceId: 'default',
  });
  return (await manager.read())?.runs ?? [];
};

test('each run is told with its figures, the newest first', async () => {
  const scenario = await start();
  scenario.add(...few.slice(0, 1), ...few.slice(1).map((chain) => ({ ...chain, lateness: HOUR })));
  await scenario.run(NOW);
  await scenario.run(NOW + HOUR + MINUTE);
  const [second, first] = await runsOf(scenario);
  expect(first).toMatchObject({
    startedAt: '2026-11-24T12:00:00.000Z',
    outcome: 'succeeded',
    sequences: 1,
    created: 1,
    latenessMs: 0,
    gapMs: 0,
  });
  // The hour since the run before is in the range of this one, which looks back 9 minutes as a rule: so nothing
  // in it counts as late, it is a gap.
  expect(second).toMatchObject({
    startedAt: '2026-11-24T13:01:00.000Z',
    created: 2,
    gapMs: 52 * MINUTE,
  });
});

test('lateness is how far back the oldest late event lies', async () => {
  const scenario = await start();
  scenario.add(...few.map((chain) => ({ ...chain, lateness: 20 * MINUTE })));
  for (let time = NOW; time <= NOW + 20 * MINUTE; time += 5 * MINUTE) {
    await scenario.run(time);
  }
  const runs = await runsOf(scenario);
  expect(runs.map(({ created }) => created)).toEqual([3, 0, 0, 0, 0]);
  // The first chain was compiled at 11:58:40, looked for by the minute, by a run at 12:20.
  expect(runs.map(({ latenessMs }) => latenessMs)).toEqual([22 * MINUTE, 0, 0, 0, 0]);
});

test('a run that threw stands between those that did not', async () => {
  const scenario = await start();
  scenario.add(...few);
  await scenario.run(NOW);
  scenario.es.faults.add({ endpoint: 'eql', kind: 'status503', times: 1_000 });
  await scenario.run(NOW + 5 * MINUTE);
  scenario.es.faults.clear();
  await scenario.run(NOW + 10 * MINUTE);
  expect((await runsOf(scenario)).map(({ outcome, events }) => [outcome, events === null])).toEqual(
    [
      ['succeeded', false],
      ['failed', true],
      ['succeeded', false],
    ],
  );
});

test('a run that found nothing to search in is one with a warning', async () => {
  const scenario = await start({ params: { indexPatterns: ['logs-typo.*'] } });
  await scenario.run(NOW);
  expect((await runsOf(scenario)).map(({ outcome, events }) => [outcome, events])).toEqual([
    ['warning', 0],
  ]);
});
