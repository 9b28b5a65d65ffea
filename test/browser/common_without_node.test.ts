// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import vm from 'node:vm';
import { buildSync } from 'esbuild';

const common = path.resolve(__dirname, '../../common');

/** What a page would do with the engine; it may use nothing but the language itself. */
const PAGE = `
  import { searchEvents } from '${common}/search';
  import { schemaFromMapping } from '${common}/eql/types/mapping';
  import { DEFAULT_RULE_PARAMS, buildRuleQuery } from '${common}/rule';
  import { printQuery } from '${common}/eql/printer';
  import { EVENT_SCHEMA } from '${common}/ecs';

  const schema = schemaFromMapping({
    properties: {
      '@timestamp': { type: 'date' },
      event: { properties: { category: { type: 'keyword' } } },
      process: { properties: { name: { type: 'keyword' } } },
      destination: { properties: { ip: { type: 'ip' } } },
    },
  });
  const events = [
    { _id: 'a', _source: { '@timestamp': 0, event: { category: 'process' }, process: { name: 'revsh' } } },
    { _id: 'b', _source: { '@timestamp': 1, event: { category: 'network' }, process: { name: 'revsh' }, destination: { ip: '203.0.113.7' } } },
  ];
  const query = 'sequence by process.name [process where process.name regex "rev.*"] [network where cidrMatch(destination.ip, "203.0.113.0/24")]';
  const found = searchEvents({ query }, events, { schema, now: 0 });
  result = {
    ids: found.sequences[0].events.map((event) => event._id),
    rule: printQuery(buildRuleQuery(DEFAULT_RULE_PARAMS)),
    alerts: searchEvents({ query: printQuery(buildRuleQuery(DEFAULT_RULE_PARAMS)) }, events, { schema: EVENT_SCHEMA, now: 0 }).sequences.length,
  };
`;

test('the engine runs where there is neither Node nor a page, only JavaScript', () => {
  const { outputFiles } = buildSync({
    stdin: { contents: PAGE, resolveDir: common, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    // Kibana's page and server bring it.
    alias: { '@kbn/i18n': path.join(common, '../standalone/kbn_i18n') },
  });
  const context = vm.createContext({ result: undefined });
  vm.runInContext(outputFiles[0]?.text ?? '', context);
  const { ids, rule, alerts } = context['result'] as {
    ids: string[];
    rule: string;
    alerts: number;
  };
  expect([...ids]).toEqual(['a', 'b']);
  expect(rule).toContain('sequence by host.id with maxspan=1m');
  expect(alerts).toBe(0);
});
