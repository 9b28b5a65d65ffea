// SPDX-License-Identifier: Apache-2.0
import type { Query } from '../../common/eql/ast';
import { EqlError } from '../../common/eql/errors';
import { printQuery } from '../../common/eql/printer';
import { inputErrorOf } from '../input/source_test_helpers';
import { useTempFolder } from '../input/temp_folder_test_helpers';
import { planQuery } from './query_plan';
import { RULE_QUERY } from './scan_test_helpers';

const folder = useTempFolder();

const plan = (words: Partial<Parameters<typeof planQuery>[0]>) =>
  planQuery({
    queryFile: undefined,
    paramsFile: undefined,
    tiebreaker: undefined,
    detection: 'both',
    ...words,
  });

const printed = (query: Query | undefined): string => (query ? printQuery(query) : 'no query');

describe('planQuery', () => {
  it('takes the rule when no query is named', async () => {
    const { query, isRule } = await plan({});
    expect(isRule).toBe(true);
    expect(printed(query)).toBe(RULE_QUERY);
  });

  it.each([
    ['published', true, false],
    ['lineage', false, true],
    ['both', true, true],
  ] as const)('detects by %s', async (detection, byNames, byFile) => {
    const { query, lineage } = await plan({ detection });
    expect([query !== undefined, lineage !== undefined]).toEqual([byNames, byFile]);
  });

  it('takes parameters of lineage', async () => {
    const file = folder.write('w.json', JSON.stringify({ lineageWindow: '24h' }));
    const { lineage } = await plan({ paramsFile: file });
    expect(lineage?.lineageWindow).toBe('24h');
  });

  it('takes parameters of the rule', async () => {
    const params = { compilers: ['rustc'], maxspan: '2m' };
    const { query } = await plan({ paramsFile: folder.write('p.json', JSON.stringify(params)) });
    expect(printed(query)).toContain('maxspan=2m');
    expect(printed(query)).toContain('"rustc"');
  });

  it.each([
    ['a query', 'process where true', 'process where true'],
    ['a query on several lines', 'process\r\n  where true\n', 'process where true'],
    ['a query behind a byte order mark', '\ufeffprocess where true', 'process where true'],
  ])('takes %s from a file', async (_, text, expected) => {
    const { query, isRule } = await plan({ queryFile: folder.write('q.eql', text) });
    expect(isRule).toBe(false);
    expect(printed(query)).toBe(expected);
  });

  it.each<
    [string, { tiebreaker?: string | null; params?: object; query?: string }, string | undefined]
  >([
    ['the usual one for the rule', {}, 'event.sequence'],
    ['the usual one for a query', { query: 'any where true' }, 'event.sequence'],
    ['the one of the parameters', { params: { tiebreakerField: 'event.id' } }, 'event.id'],
    ['none, by the parameters', { params: { tiebreakerField: '' } }, undefined],
    ['the one that is named', { tiebreaker: 'x', params: { tiebreakerField: 'y' } }, 'x'],
    ['the one that is named, for a query', { tiebreaker: 'x', query: 'any where true' }, 'x'],
    ['none, when that is said', { tiebreaker: null }, undefined],
    [
      'none, when that is said for a query',
      { tiebreaker: null, query: 'any where true' },
      undefined,
    ],
  ])('orders by %s', async (_, { tiebreaker, params, query }, expected) => {
    const found = await plan({
      tiebreaker,
      ...(params && { paramsFile: folder.write('p.json', JSON.stringify(params)) }),
      ...(query && { queryFile: folder.write('q.eql', query) }),
    });
    expect(found.tiebreaker).toBe(expected);
  });

  it.each(['queryFile', 'paramsFile'])('says that there is no %s', async (word) => {
    const file = `${folder.path}/missing`;
    expect(await inputErrorOf(plan({ [word]: file }))).toMatchObject({
      input: file,
      reason: 'There is no such file',
    });
  });

  it('says where a query is wrong', async () => {
    const failing = plan({ queryFile: folder.write('q.eql', 'process where\n  name = = 1') });
    await expect(failing).rejects.toBeInstanceOf(EqlError);
    await expect(failing).rejects.toMatchObject({ problems: [{ at: { line: 2, column: 8 } }] });
  });

  it('says that parameters are no JSON', async () => {
    const file = folder.write('p.json', 'compilers: gcc');
    expect(await inputErrorOf(plan({ paramsFile: file }))).toMatchObject({
      input: file,
      reason: expect.stringContaining('It is not JSON'),
    });
  });

  it('says of every wrong parameter which and what helps, once', async () => {
    const file = folder.write('p.json', JSON.stringify({ maxspan: '1x', compilerz: ['gcc'] }));
    const error: unknown = await plan({ paramsFile: file }).catch((reason: unknown) => reason);
    expect((error as AggregateError).errors.map(String)).toEqual([
      `InputError: ${file}: [maxspan] is no time span: [1x]. Write a whole number and its unit (ms, s, m, h, d), such as 90s.`,
      `InputError: ${file}: [compilerz] is no parameter. Did you mean [compilers]?`,
    ]);
  });
});
