// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { parseQuery } from '../eql/parser';
import { printQuery } from '../eql/printer';
import { buildRuleQuery } from './build_rule_query';
import { PUBLISHED_QUERY } from './published_query';
import { DEFAULT_RULE_PARAMS, parseRuleParams, type RuleParams } from './rule_params';
import { withoutPlaces } from './without_places';

const printed = (changes: Partial<RuleParams>): string =>
  printQuery(buildRuleQuery({ ...DEFAULT_RULE_PARAMS, ...changes }));

/** The line of one stage, from the first. */
const stageOf = (changes: Partial<RuleParams>, number: number): string =>
  printed(changes).split('\n')[number]?.trim() ?? '';

const CONNECTS =
  'network where host.os.type == "linux" and event.action == "connection_attempted" and destination.ip != null';

/** What ends strings, names, stages or patterns, or comes near it. */
const awkward = fc.constantFrom(
  ...['"', '"""', "'", '\\', '\\"', '\\u{22}', '\n', '\r', '\t', '\0', '\u007f', '\u2028'],
  ...['`', '[', ']', '] by x [any where true', '(', ')', ',', '|', '| head 1', '//', '/*', '*/'],
  ...['*', '?', '~', '{', '}', '${x}', 'and', 'or', 'null', ' ', '.', '\u00e9', '\u{1f600}'],
);

const name = fc
  .array(fc.oneof(awkward, fc.fullUnicode()), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

const names = (minLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(name, { minLength, maxLength: 6 });

const networks = fc.uniqueArray(
  fc.oneof(
    fc.ipV4(),
    fc.tuple(fc.ipV4(), fc.nat(32)).map(([address, prefix]) => `${address}/${prefix}`),
    fc.constantFrom('::1', 'fd00::/8', '2001:db8::/32', '::/0'),
  ),
  { maxLength: 5 },
);

const maxspan = fc.oneof(
  fc.integer({ min: 1, max: 86_400_000 }).map((count) => `${count}ms`),
  fc.integer({ min: 1, max: 1440 }).map((count) => `${count}m`),
  fc.integer({ min: 1, max: 24 }).map((count) => `${count}h`),
);

const input = fc.record({
  compilers: names(1),
  linkers: names(1),
  excludedProcessNames: names(0),
  excludedNetworks: networks,
  maxspan,
  from: fc.constant('7d'),
});

describe('buildRuleQuery', () => {
  it('is the published query by default', () => {
    const query = buildRuleQuery(DEFAULT_RULE_PARAMS);
    const published = withoutPlaces(parseQuery(PUBLISHED_QUERY));
    expect(query).toEqual(published);
    expect(withoutPlaces(parseQuery(printQuery(query)))).toEqual(published);
  });

  it('prints to text that parses to the same query, whatever the names hold', () => {
    fc.assert(
      fc.property(input, (given) => {
        const parsed = parseRuleParams(given);
        expect(parsed).toHaveProperty('params');
        if ('params' in parsed) {
          const query = buildRuleQuery(parsed.params);
          expect(query.stages).toHaveLength(4);
          expect(withoutPlaces(parseQuery(printQuery(query)))).toEqual(query);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out the exclusions that are empty', () => {
    expect(stageOf({ excludedNetworks: [], excludedProcessNames: [] }, 4)).toBe(
      `[${CONNECTS}] by process.name`,
    );
    expect(stageOf({ excludedNetworks: [], excludedProcessNames: ['a', 'b'] }, 4)).toBe(
      `[${CONNECTS} and not process.name in ("a", "b")] by process.name`,
    );
    expect(stageOf({ excludedNetworks: ['::1'], excludedProcessNames: [] }, 4)).toBe(
      `[${CONNECTS} and not cidrmatch(destination.ip, "::1")] by process.name`,
    );
  });

  it('takes names as they are, wildcards too', () => {
    expect(stageOf({ compilers: ['*gcc*'] }, 1)).toContain('process.name == "*gcc*"');
    expect(stageOf({ linkers: ['ld', 'ld.*'] }, 2)).toContain('process.name in ("ld", "ld.*")');
  });

  it('limits the time from the first event to the last', () => {
    expect(printed({ maxspan: '90s' })).toMatch(/^sequence by host\.id with maxspan=90s\n/);
  });

  it('refuses a maxspan that was not validated', () => {
    expect(() => printed({ maxspan: 'soon' })).toThrow(RangeError);
  });
});
