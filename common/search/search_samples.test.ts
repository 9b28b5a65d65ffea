// SPDX-License-Identifier: Apache-2.0
import { schemaFromMapping } from '../eql/types/mapping';
import type { EventDocument } from './event_document';
import { searchEvents } from './search';

const schema = schemaFromMapping({
  properties: {
    '@timestamp': { type: 'date' },
    event: { properties: { category: { type: 'keyword' } } },
    host: { type: 'keyword' },
    user: { type: 'keyword' },
    n: { type: 'long' },
  },
});

/** "pf2@h1,h2/ann" is event pf2@h1,h2/ann: a process and a file of hosts h1 and h2 and user ann. */
const read = (text: string): EventDocument[] =>
  (text.match(/\S+/g) ?? []).map((id, i) => {
    const [, letters = '', hosts, user] = /^([pfn]+)\d*(?:@([^/]*))?(?:\/(.*))?$/.exec(id) ?? [];
    const names: Record<string, string> = { p: 'process', f: 'file', n: 'network' };
    return {
      _id: id,
      _source: {
        '@timestamp': 1000 - i,
        event: { category: [...letters].map((letter) => names[letter]) },
        ...(hosts !== undefined && { host: hosts.split(',') }),
        ...(user !== undefined && { user }),
        n: i,
      },
    };
  });

const sample = (query: string, events: string, options: Record<string, unknown> = {}): string[] => {
  const result = searchEvents({ query, ...options }, read(events), { schema, now: 0 });
  return result.kind === 'events'
    ? ['events']
    : result.sequences.map(({ joinKeys, events: found }) =>
        [`${JSON.stringify(joinKeys)}:`, ...found.map((event) => event?._id)].join(' '),
      );
};

const TWO = 'sample by host [process where true] [file where true]';

describe('samples', () => {
  it.each<[string, string, string, string[]]>([
    ['one event a stage, whatever the time', TWO, 'f1@a p2@a', ['["a"]: p2@a f1@a']],
    ['no sample where a stage has none', TWO, 'p1@a f2@b n3@a', []],
    ['the first of each stage', TWO, 'p1@a p2@a f3@a f4@a', ['["a"]: p1@a f3@a']],
    [
      'one for each key, in the order of keys',
      TWO,
      'p1@b f2@b p3@a f4@a',
      ['["a"]: p3@a f4@a', '["b"]: p1@b f2@b'],
    ],
    ['no event twice', TWO, 'pf1@a', []],
    ['another event where one stands already', TWO, 'pf1@a f2@a', ['["a"]: pf1@a f2@a']],
    ['the events of one stage in either order', TWO, 'pf1@a pf2@a', ['["a"]: pf1@a pf2@a']],
    [
      'each value of a key',
      TWO,
      'p1@a,b f2@b,c f3@a',
      ['["a"]: p1@a,b f3@a', '["b"]: p1@a,b f2@b,c'],
    ],
    ['only events that have the key', TWO, 'p1 f2 p3@a f4@a', ['["a"]: p3@a f4@a']],
    [
      'missing keys where they are optional, first',
      'sample by ?host [process where true] [file where true]',
      'p1@a f2@a p3 f4',
      ['[null]: p3 f4', '["a"]: p1@a f2@a'],
    ],
    [
      'an unmapped key, as missing',
      'sample by ?nowhere [process where true] [file where true]',
      'p1@a f2@b',
      ['[null]: p1@a f2@b'],
    ],
    [
      'keys of different fields',
      'sample [process where true] by host [file where true] by user',
      'p1@a f2@x/a f3@a/y',
      ['["a"]: p1@a f2@x/a'],
    ],
    [
      'two keys',
      'sample by host, user [process where true] [file where true]',
      'p1@a/x f2@a/y p3@b/x f4@a/x f5@b/x',
      ['["a","x"]: p1@a/x f4@a/x', '["b","x"]: p3@b/x f5@b/x'],
    ],
    [
      'three stages',
      'sample by host [process where true] [file where true] [network where true]',
      'n1@a f2@a p3@a p4@b f5@b',
      ['["a"]: p3@a f2@a n1@a'],
    ],
    [
      'three stages, of which two are alike',
      'sample by host [process where true] [process where true] [file where true]',
      'p1@a pf2@a pf3@a',
      ['["a"]: p1@a pf2@a pf3@a'],
    ],
    [
      'an event that must give way to another stage',
      'sample by host [any where true] [process where true]',
      'p1@a f2@a',
      ['["a"]: f2@a p1@a'],
    ],
  ])('%s', (_, query, events, found) => {
    expect(sample(query, events)).toEqual(found);
  });

  it.each<[number, string[]]>([
    [1, ['p1@a f3@a']],
    [2, ['p1@a f3@a', 'p1@a f4@a']],
    [3, ['p1@a f3@a', 'p1@a f4@a', 'p2@a f3@a']],
    [100, ['p1@a f3@a', 'p1@a f4@a', 'p2@a f3@a', 'p2@a f4@a']],
  ])('up to %d of each key, in the order of stages', (perKey, found) => {
    expect(sample(TWO, 'p1@a p2@a f3@a f4@a', { max_samples_per_key: perKey })).toEqual(
      found.map((ids) => `["a"]: ${ids}`),
    );
  });

  it('both orders of two events that fit both stages', () => {
    const query = 'sample by host [process where true] [process where true]';
    expect(sample(query, 'p1@a p2@a', { max_samples_per_key: 9 })).toEqual([
      '["a"]: p1@a p2@a',
      '["a"]: p2@a p1@a',
    ]);
  });

  it.each(['head', 'tail'])('size cuts from the front, with result_position %s', (position) => {
    const events = 'p1@a f2@a p3@b f4@b p5@c f6@c';
    expect(sample(TWO, events, { size: 2, result_position: position })).toEqual([
      '["a"]: p1@a f2@a',
      '["b"]: p3@b f4@b',
    ]);
  });

  it('need no date for a timestamp', () => {
    expect(sample(TWO, 'p1@a f2@a', { timestamp_field: 'n' })).toEqual(['["a"]: p1@a f2@a']);
  });
});
