// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { EVENT_SCHEMA } from '../../common/ecs';
import { compileFilter } from '../../common/eql/compile/compile_filter';
import { EqlError } from '../../common/eql/errors';
import { parseQuery } from '../../common/eql/parser';
import { bindQuery, type BoundFilter } from '../../common/eql/verify/bind_query';
import { parseExactJson } from '../../common/json/parse_exact_json';
import { planCondition, requiredText, type PlanOptions } from '../../common/search';
import { anySpelling, spell } from '../input/spelling_test_helpers';
import { anyCondition, anyEvent } from './condition_test_helpers';
import { RULE_QUERY } from './scan_test_helpers';
import { stageTexts } from './stage_texts';

const OPTIONS: PlanOptions = { schema: EVENT_SCHEMA, categoryField: 'event.category', now: 0 };

const textsOf = (query: string) => stageTexts(bindQuery(parseQuery(query), EVENT_SCHEMA), OPTIONS);

describe('stageTexts', () => {
  it.each<[string, string, string[][]]>([
    ['a category', 'process where true', [['process"']]],
    ['any category', 'any where true', []],
    ['an equality', 'any where process.name == "gcc"', [['gcc"']]],
    ['a list', 'any where process.name in ("gcc", "cc")', [['gcc"', 'cc"']]],
    ['both sides of and', 'file where process.name == "ld"', [['file"'], ['ld"']]],
    ['one of the sides of or', 'any where process.name == "a" or user.name == "b"', [['a"', 'b"']]],
    [
      'the longest plain piece of a pattern',
      'any where process.name like "a*python?b"',
      [['python']],
    ],
    [
      'the longest piece that JSON can write in one way only',
      'any where file.path == "/etc/passwd"',
      [['passwd']],
    ],
  ])('demands the text of %s', (_, query, groups) => {
    expect(textsOf(query)).toEqual([{ required: groups, begins: true }]);
  });

  it.each([
    ['what may be written in any case', 'any where process.name : "gcc"'],
    ['what must not be', 'any where not process.name == "gcc"'],
    ['what must differ', 'any where process.name != "gcc"'],
    ['numbers, which have many spellings', 'any where process.pid == 10'],
    ['text that a number may stand for', 'any where process.name == "10"'],
    [
      'one side of or, where the other demands nothing',
      'any where process.name == "a" or process.pid == 1',
    ],
    ['functions', 'any where startsWith(process.name, "gcc")'],
    ['addresses, which have many spellings', 'any where destination.ip == "::1"'],
    ['characters that JSON may escape', 'any where process.name == "/"'],
  ])('demands nothing for %s', (_, query) => {
    expect(textsOf(query)).toEqual([{ required: [], begins: true }]);
  });

  it('tells which stages of a sequence count while none waits: the first, and missing ones', () => {
    const query =
      'sequence by host.id with maxspan=1m [process where true] [file where true] ![network where true] until [any where true]';
    expect(textsOf(query)).toEqual([
      { required: [['process"']], begins: true },
      { required: [['file"']], begins: false },
      { required: [['network"']], begins: true },
      { required: [], begins: false },
    ]);
  });

  it('lets every stage of a sample begin', () => {
    const query = 'sample by host.id [process where true] [file where true]';
    expect(textsOf(query).map(({ begins }) => begins)).toEqual([true, true]);
  });

  it('demands of the rule what makes most lines not worth parsing', () => {
    const [compile, link] = textsOf(RULE_QUERY);
    expect(compile).toEqual({
      required: expect.arrayContaining([['gcc"', 'g++"', 'cc"'], ['exec"']]),
      begins: true,
    });
    expect(link).toEqual({ required: expect.arrayContaining([['ld"']]), begins: false });
  });
});

const filterOf = (condition: string): BoundFilter | undefined => {
  try {
    const query = bindQuery(parseQuery(`any where ${condition}`), EVENT_SCHEMA);
    return query.kind === 'event' ? query.filter : undefined;
  } catch (error) {
    if (error instanceof EqlError) {
      return undefined;
    }
    throw error;
  }
};

describe('requiredText', () => {
  it('holds of every spelling of an event that matches, unless that has \\u escapes', () => {
    let matched = 0;
    fc.assert(
      fc.property(anyCondition(), anyEvent(), anySpelling(), (condition, event, spelling) => {
        const filter = filterOf(condition);
        fc.pre(filter !== undefined);
        const plan = planCondition(filter, OPTIONS);
        const json = spell(event, spelling);
        const matches = compileFilter(plan, OPTIONS)(parseExactJson(json) as typeof event);
        if (matches && !json.includes('\\u')) {
          matched += 1;
          for (const group of requiredText(plan)) {
            expect({ json, found: group.some((text) => json.includes(text)) }).toEqual({
              json,
              found: true,
            });
          }
        }
      }),
      { numRuns: 4000 },
    );
    expect(matched).toBeGreaterThan(300);
  });
});
