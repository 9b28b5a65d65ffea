// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../errors';
import { parseQuery } from '../parser';
import { schemaFromMapping } from '../types/mapping';
import { bindQuery, type BoundQuery, type BoundStage } from './bind_query';

const schema = schemaFromMapping({
  properties: {
    host: { type: 'keyword' },
    user: { type: 'wildcard' },
    pid: { type: 'long' },
    size: { type: 'double' },
    ip: { type: 'ip' },
    time: { type: 'date' },
    message: { type: 'text' },
    title: { type: 'text', fields: { keyword: { type: 'keyword' } } },
    geo: { type: 'geo_point' },
  },
});

const bind = (text: string): BoundQuery => bindQuery(parseQuery(text), schema);

const stagesOf = (text: string): readonly BoundStage[] => {
  const query = bind(text);
  if (query.kind === 'event') {
    throw new TypeError('Stages were expected');
  }
  return query.stages;
};

const problemsOf = (text: string): string[] => {
  try {
    bind(text);
  } catch (error) {
    if (error instanceof EqlError) {
      expect(error.kind).toBe('verification');
      return error.problems.map(({ at, message }) => `${at?.line}:${at?.column} ${message}`);
    }
    throw error;
  }
  return [];
};

const TWO = '[a where true] [b where true]';

describe('bindQuery', () => {
  it('keeps category, condition and pipes of an event query', () => {
    expect(bind('process where pid == 1 | head 5')).toMatchObject({
      kind: 'event',
      filter: { category: 'process', where: { kind: 'comparison' } },
      pipes: [{ kind: 'head', count: 5 }],
    });
    expect(bind('any where true')).toMatchObject({ filter: { category: null } });
  });

  it('has the time limit in milliseconds', () => {
    expect(bind(`sequence with maxspan=2m ${TWO}`)).toMatchObject({ maxspan: 120_000 });
    expect(bind(`sequence ${TWO}`)).not.toHaveProperty('maxspan');
  });

  it('gives each stage the keys of the whole first, then its own', () => {
    const stages = stagesOf(
      'sequence by host, ?pid [a where true] by user [b where true] by title',
    );
    expect(
      stages.map(({ keys }) => keys.map(({ field, optional }) => [field?.name, optional])),
    ).toEqual([
      [
        ['host', false],
        ['pid', true],
        ['user', false],
      ],
      [
        ['host', false],
        ['pid', true],
        ['title.keyword', false],
      ],
    ]);
  });

  it('has no field for an optional key that no index has', () => {
    const [stage] = stagesOf(`sequence by ?nowhere ${TWO}`);
    expect(stage?.keys).toEqual([expect.objectContaining({ field: undefined, optional: true })]);
  });

  it('writes runs out', () => {
    const stages = stagesOf(
      'sequence with maxspan=1m [a where true] with runs=3 ![b where true] with runs=2 [c where true]',
    );
    expect(stages.map(({ filter, missing }) => [filter.category, missing])).toEqual([
      ['a', false],
      ['a', false],
      ['a', false],
      ['b', true],
      ['b', true],
      ['c', false],
    ]);
  });

  it('takes an until, whose "!" counts for nothing', () => {
    expect(bind(`sequence ${TWO} until ![c where true]`)).toMatchObject({
      until: { filter: { category: 'c' }, missing: false },
    });
    expect(bind(`sequence ${TWO}`)).not.toHaveProperty('until');
  });

  it('reads further runs of an until as stages before it, as Elasticsearch does', () => {
    const query = bind(`sequence ${TWO} until [c where true] with runs=3`);
    expect(query).toMatchObject({ until: { filter: { category: 'c' } } });
    expect(
      stagesOf(`sequence ${TWO} until [c where true] with runs=3`).map(
        ({ filter }) => filter.category,
      ),
    ).toEqual(['a', 'b', 'c', 'c']);
  });

  it('takes a sample', () => {
    const query = bind(`sample by host ${TWO}`);
    expect(query).toMatchObject({
      kind: 'sample',
      stages: [{ missing: false }, { missing: false }],
    });
  });

  it.each([
    [`sequence by nowhere ${TWO}`, ['1:13 There is no field [nowhere]']],
    [`sequence by geo ${TWO}`, ['1:13 EQL can not use [geo] of type [geo_point]']],
    [
      `sequence by message ${TWO}`,
      [
        '1:13 [message] is a text field without a keyword field beside it, so it can not join events',
      ],
    ],
    ['sequence [a where true] [b where nowhere == 1]', ['1:34 There is no field [nowhere]']],
    ['process where host', ['1:1 The condition [host] is of type keyword, not true or false']],
    [
      'sequence [a where true] [b where host]',
      ['1:26 The condition [host] is of type keyword, not true or false'],
    ],
    [
      'sequence [a where true] [b where true] until [c where nowhere]',
      ['1:55 There is no field [nowhere]'],
    ],
    [
      'sequence [a where true] by host [b where true] by pid',
      ['1:51 The join key [pid] is of type long, but it is to equal [host], of type keyword'],
    ],
    [
      'sequence [a where true] by host [b where true] by host until [c where true] by ip',
      ['1:80 The join key [ip] is of type ip, but it is to equal [host], of type keyword'],
    ],
    [
      'sample [a where true] by time [b where true] by pid',
      ['1:49 The join key [pid] is of type long, but it is to equal [time], of type datetime'],
    ],
    [
      'sequence [a where true] by host, pid [b where true] by pid, host',
      [
        '1:56 The join key [pid] is of type long, but it is to equal [host], of type keyword',
        '1:61 The join key [host] is of type keyword, but it is to equal [pid], of type long',
      ],
    ],
  ])('%s', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it.each([
    'sequence [a where true] by host [b where true] by user',
    'sequence [a where true] by pid [b where true] by size',
    'sequence [a where true] by host [b where true] by ?nowhere',
    'sequence [a where true] by ?nowhere [b where true] by ip',
    'sequence [a where true] by title [b where true] by host',
  ])('%s may join', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('names a field that is wrong in several places once, at the first', () => {
    expect(
      problemsOf(
        'sequence by nowhere [a where nowhere == 1] [b where elsewhere == 2 or nowhere == 1]',
      ),
    ).toEqual(['1:13 There is no field [nowhere]', '1:53 There is no field [elsewhere]']);
  });

  it('reports what is wrong before keys that do not fit', () => {
    expect(problemsOf('sequence [a where x == 1] by host [b where true] by pid')).toEqual([
      '1:19 There is no field [x]',
    ]);
  });
});
