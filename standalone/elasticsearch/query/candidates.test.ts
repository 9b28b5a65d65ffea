// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { MappingProperty } from '../../../common/eql/types/mapping';
import { StoredIndex, type PointInTime, type Source } from '../store/store';
import { candidates } from './candidates';
import { compileQuery } from './compile_query';

const PROPERTIES: Readonly<Record<string, MappingProperty>> = {
  kind: { type: 'keyword' },
  host: { properties: { id: { type: 'keyword' }, pid: { type: 'long' } } },
  // Compared without regard to case, so that what is written does not tell what matches.
  nick: { type: 'keyword', normalizer: 'lowercase' },
  words: { type: 'text' },
};

const momentOf = (...sources: readonly (readonly Source[])[]): PointInTime => {
  const indices = sources.map((some, i) => {
    const index = new StoredIndex(`logs-${i}`, { mappings: { properties: PROPERTIES } }, undefined);
    some.forEach((source, n) => index.put(`${i}-${n}`, source, true));
    return index;
  });
  return { indices, documents: indices.flatMap(({ documents }) => [...documents.values()]) };
};

const idsOf = (documents: readonly { readonly id: string }[]): string[] =>
  documents.map(({ id }) => id);

describe('candidates have all documents that match', () => {
  const text = fc.constantFrom('a', 'b', 'A', 'c d', '');
  const number = fc.constantFrom(1, 2);
  const source: fc.Arbitrary<Source> = fc.record(
    {
      kind: fc.oneof(text, fc.array(text), fc.constant(null)),
      host: fc.record({ id: text, pid: number }, { requiredKeys: [] }),
      'host.id': text,
      nick: text,
      words: text,
    },
    { requiredKeys: [] },
  );
  const field = fc.constantFrom('kind', 'host.id', 'host.pid', 'nick', 'words', 'missing');
  // Elasticsearch refuses texts for numbers, not the other way round.
  const value = (name: string) => (name === 'host.pid' ? number : fc.oneof(text, number));
  const oneOf = field.chain((name) => value(name).map((wanted) => [name, wanted] as const));
  const someOf = field.chain((name) =>
    fc.array(value(name)).map((wanted) => [name, wanted] as const),
  );
  const leaf = fc.oneof(
    oneOf.map(([name, wanted]) => ({ term: { [name]: wanted } })),
    oneOf.map(([name, wanted]) => ({ term: { [name]: { value: wanted } } })),
    someOf.map(([name, wanted]) => ({ terms: { [name]: wanted } })),
    fc
      .tuple(fc.constantFrom('kind', 'host.id', 'nick'), text)
      .map(([name, wanted]) => ({ term: { [name]: { value: wanted, case_insensitive: true } } })),
    fc.array(fc.constantFrom('0-0', '0-3', '1-1', 'none')).map((values) => ({ ids: { values } })),
    field.map((name) => ({ exists: { field: name } })),
    fc.constant({ match_all: {} }),
  );
  const { query } = fc.letrec<{ query: unknown }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record(
        {
          bool: fc.record(
            {
              filter: fc.oneof(tie('query'), fc.array(tie('query'), { maxLength: 3 })),
              must: fc.array(tie('query'), { maxLength: 2 }),
              must_not: fc.array(tie('query'), { maxLength: 2 }),
              should: fc.array(tie('query'), { maxLength: 3 }),
              minimum_should_match: fc.constantFrom(0, 1, 2, '1', -1),
            },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: ['bool'] },
      ),
      tie('query').map((filter) => ({ constant_score: { filter } })),
    ),
  }));

  it('in their order, whatever is asked of whatever there is', () => {
    fc.assert(
      fc.property(fc.array(source), fc.array(source), query, (first, second, asked) => {
        const moment = momentOf(first, second);
        const matches = compileQuery(asked, moment.indices, 0);
        expect(idsOf(candidates(moment, asked).filter(matches))).toEqual(
          idsOf(moment.documents.filter(matches)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('candidates are few', () => {
  const HOSTS = 50;
  const each = (kind: string): Source[] =>
    Array.from({ length: HOSTS }, (_, i) => ({ kind, host: { id: `h${i}`, pid: i }, nick: 'N' }));
  const moment = momentOf(each('file'), each('process'));
  const fewOf = (query: unknown): string[] => idsOf(candidates(moment, query));
  const host = (i: number): object => ({ term: { 'host.id': `h${i}` } });

  it.each([
    ['a keyword', host(7), ['0-7', '1-7']],
    ['some keywords', { terms: { 'host.id': ['h7', 'h3'] } }, ['0-3', '0-7', '1-3', '1-7']],
    ['ids', { ids: { values: ['1-4', 'none', '0-9'] } }, ['0-9', '1-4']],
    ['a keyword that nothing has', { term: { kind: 'network' } }, []],
    [
      'the narrower of two filters',
      { bool: { filter: [{ term: { kind: 'file' } }, host(7)] } },
      ['0-7', '1-7'],
    ],
    ['any of two', { bool: { should: [host(1), host(2)] } }, ['0-1', '0-2', '1-1', '1-2']],
    [
      'any of two beside a filter',
      {
        bool: {
          filter: [{ term: { kind: 'file' } }],
          should: [host(1), host(2)],
          minimum_should_match: 1,
        },
      },
      ['0-1', '0-2', '1-1', '1-2'],
    ],
    ['what is within a constant score', { constant_score: { filter: host(7) } }, ['0-7', '1-7']],
  ])('for %s', (_, query, expected) => {
    expect(fewOf(query)).toEqual(expected);
  });

  it.each([
    ['nothing', undefined],
    ['what must not be', { bool: { must_not: [host(7)] } }],
    ['a number', { term: { 'host.pid': 7 } }],
    ['a keyword that is kept in lower case', { term: { nick: 'n' } }],
    ['any of two of which one does not tell', { bool: { should: [host(1), { match_all: {} }] } }],
    ['what need not be', { bool: { filter: [{ match_all: {} }], should: [host(1)] } }],
  ])('but all for %s', (_, query) => {
    expect(fewOf(query)).toHaveLength(2 * HOSTS);
  });
});
