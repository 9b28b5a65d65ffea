// SPDX-License-Identifier: Apache-2.0
import { few, MINUTE, names, NOW, useScenario } from './scenario';

const start = useScenario();

const OPTIONAL = {
  lists: /lists plugin .* exclusions are off/,
  fleet: /Fleet plugin .* Elastic Defend, its policies and agents are off, and Elastic Security/,
  spaces: /spaces plugin .* default space/,
  security: /security plugin .* who changed their status/,
} as const;

type Optional = keyof typeof OPTIONAL;

const NAMES = Object.keys(OPTIONAL) as Optional[];

describe.each(['8.12.2', '9.1.0'])('in Kibana %s', (version) => {
  test('the rule runs and alerts once', async () => {
    const scenario = await start({ kibana: { version } });
    scenario.add(...few, { name: 'next', at: NOW + MINUTE });
    expect((await scenario.run(NOW)).outcome).toBe('succeeded');
    expect((await scenario.run(NOW + 5 * MINUTE)).outcome).toBe('succeeded');
    expect(scenario.programs()).toEqual([...names(few), 'next'].sort());
    expect(scenario.shells()[0]!._source['kibana.version']).toBe(version);
    expect(scenario.kibana.log).toEqual([]);
  });

  const withoutPlugins = async (without: Optional[]) => {
    const scenario = await start({ kibana: { version, without } });
    expect(scenario.kibana.log.map(({ level, message }) => [level, message])).toEqual(
      without.map((name) => ['warn', expect.stringMatching(OPTIONAL[name])]),
    );
    scenario.add(...few);
    return scenario;
  };

  const besidesFleet = NAMES.filter((name) => name !== 'fleet');

  test.each<[string, Optional[]]>([
    ...besidesFleet.map((name): [string, Optional[]] => [name, [name]]),
    ['any of these', besidesFleet],
  ])('the plugin works without %s, and says what is off', async (_, without) => {
    const scenario = await withoutPlugins(without);
    expect((await scenario.run(NOW)).outcome).toBe('succeeded');
    expect(scenario.programs()).toEqual(names(few));
  });

  test.each<[string, Optional[]]>([
    ['fleet', ['fleet']],
    ['any of them', NAMES],
  ])('without %s there is no Security to write alerts for, and runs say so', async (_, without) => {
    const scenario = await withoutPlugins(without);
    const { outcome, messages } = await scenario.run(NOW);
    expect(outcome).toBe('failed');
    expect(messages.join(' ')).toContain('context has not been registered');
  });
});
