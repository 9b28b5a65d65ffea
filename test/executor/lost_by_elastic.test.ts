// SPDX-License-Identifier: Apache-2.0
// What Elastic's own executor was seen to lose on Kibana 8.12.2. More chains than one run may write are in
// many_chains.test.ts, late events in late_events.test.ts, a field of two types in outcomes.test.ts.
import { chainEvents } from './chains';
import { MINUTE, NOW, useScenario, type Scenario } from './scenario';

const start = useScenario();

/** A chain whose events all share a millisecond, the last one indexed first. */
const happenAtOnce = ({ es }: Scenario): void => {
  const time = new Date(NOW - MINUTE).toISOString();
  const events = chainEvents({ name: 'tool', at: NOW - MINUTE });
  for (const [stream, { _source, ...document }] of [...events].reverse()) {
    es.index(stream, [{ ...document, _source: { ..._source, '@timestamp': time } }]);
  }
};

describe('events share a millisecond', () => {
  test('the chain is found with the tiebreaker, as the rule has it unless told', async () => {
    const scenario = await start();
    happenAtOnce(scenario);
    await scenario.run(NOW);
    expect(scenario.programs()).toEqual(['tool']);
  });

  test('it is not without one, as in the published rule', async () => {
    const scenario = await start({ params: { tiebreakerField: null } });
    happenAtOnce(scenario);
    await scenario.run(NOW);
    expect(scenario.programs()).toEqual([]);
  });
});

test('newer sensors name the file behind a compiler and a linker', async () => {
  const scenario = await start({
    params: {
      compilers: ['gcc', 'x86_64-linux-gnu-gcc-12'],
      linkers: ['ld', 'x86_64-linux-gnu-ld.bfd'],
    },
  });
  const [compile, link, ...others] = chainEvents({ name: 'tool', at: NOW - MINUTE });
  const named = (
    [stream, { _source, ...document }]: NonNullable<typeof compile>,
    name: string,
  ): NonNullable<typeof compile> => [
    stream,
    { ...document, _source: { ..._source, process: { ...(_source['process'] as object), name } } },
  ];
  for (const [stream, document] of [
    named(compile!, 'x86_64-linux-gnu-gcc-12'),
    named(link!, 'x86_64-linux-gnu-ld.bfd'),
    ...others,
  ]) {
    scenario.es.index(stream, [document]);
  }
  await scenario.run(NOW);
  expect(scenario.programs()).toEqual(['tool']);
});
