// SPDX-License-Identifier: Apache-2.0
import { addExceptions, is } from './exceptions';
import { chainsUntil, names, NOW, MINUTE, SECOND, few, useScenario } from './scenario';

const start = useScenario();

test('two Kibana nodes run the rule at once', async () => {
  const scenario = await start();
  const chains = chainsUntil(NOW - MINUTE, 40, 5 * SECOND);
  scenario.add(...chains);
  const results = await Promise.all(
    [scenario.kibana.harness(), scenario.kibana.harness()].map((node) =>
      scenario.run(NOW, { node }),
    ),
  );
  expect(scenario.programs()).toEqual(names(chains));
  const actions = results.flatMap(({ scheduledActions }) => scheduledActions);
  expect(actions.map(({ alertId }) => alertId).sort()).toEqual(
    scenario
      .shells()
      .map(({ _id }) => _id)
      .sort(),
  );
});

test('exclusions change during a run', async () => {
  const scenario = await start();
  scenario.add(...few);
  scenario.es.before = async (endpoint) => {
    if (endpoint === 'eql') {
      scenario.es.before = () => undefined;
      await addExceptions(scenario.kibana, 'recently-compiled-exclusions', [
        { name: 'The first tool', entries: [is('process.name', few[0]!.name)] },
      ]);
    }
  };
  await scenario.run(NOW);
  expect(scenario.programs()).toEqual(names(few));
  scenario.add({ name: few[0]!.name, at: NOW + MINUTE }, { name: 'another', at: NOW + MINUTE });
  await scenario.run(NOW + 5 * MINUTE);
  expect(scenario.programs()).toEqual([...names(few), 'another'].sort());
});
