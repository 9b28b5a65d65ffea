// SPDX-License-Identifier: Apache-2.0
import { parseQuery } from '../eql/parser';
import type { EventSource } from '../eql/types/field_reader';
import { schemaFromMapping } from '../eql/types/mapping';
import { bindQuery } from '../eql/verify/bind_query';
import { isFalse, planCondition, planStages, planUntil, type PlanOptions } from './stage_plan';

const schema = schemaFromMapping({
  properties: {
    event: { properties: { category: { type: 'keyword' } } },
    host: { type: 'keyword' },
    args: { type: 'keyword' },
    ip: { type: 'ip' },
    n: { type: 'long' },
  },
});

const options: PlanOptions = { schema, now: 0, categoryField: 'event.category' };

const bound = (text: string) => {
  const query = bindQuery(parseQuery(text), schema);
  if (query.kind === 'event') {
    throw new TypeError('Stages were expected');
  }
  return query;
};

const keysOf = (by: string, event: EventSource): unknown[] => {
  const [stage] = planStages(
    bound(`sequence by ${by} [any where true] [any where true]`).stages,
    options,
  );
  return stage?.keys(event).map(({ values }) => values) ?? [];
};

describe('the keys of an event', () => {
  it.each<[string, EventSource, unknown[]]>([
    ['host', { host: 'a' }, [['a']]],
    ['host', {}, []],
    ['host', { host: [] }, []],
    ['host', { host: '' }, [['']]],
    ['?host', {}, [[null]]],
    ['?host', { host: [null] }, [[null]]],
    ['?host', { host: 'a' }, [['a']]],
    ['?nowhere', { nowhere: 'a' }, [[null]]],
    ['args', { args: ['gcc', '-o', 'gcc'] }, [['gcc'], ['-o']]],
    [
      'host, args',
      { host: 'a', args: ['x', 'y'] },
      [
        ['a', 'x'],
        ['a', 'y'],
      ],
    ],
    [
      'args, host',
      { host: ['a', 'b'], args: ['x', 'y'] },
      [
        ['x', 'a'],
        ['y', 'a'],
        ['x', 'b'],
        ['y', 'b'],
      ],
    ],
    ['host, ?args', { host: 'a' }, [['a', null]]],
    ['?host, args', { host: 'a' }, []],
    ['n', { n: ['5', 5, 6] }, [[5], [6]]],
    ['ip', { ip: ['2001:DB8:0::1', '2001:db8::1'] }, [['2001:db8::1']]],
  ])('by %s of %j are %j', (by, event, keys) => {
    expect(keysOf(by, event)).toEqual(keys);
  });

  it('is one for all without by', () => {
    const [stage] = planStages(bound('sequence [any where true] [any where true]').stages, options);
    expect(stage?.keys({ host: 'a' })).toEqual([{ id: '', values: [] }]);
  });
});

describe('the condition of a stage', () => {
  const matches = (stage: string, event: EventSource): boolean | undefined =>
    planStages(bound(`sequence ${stage} [any where true]`).stages, options)[0]?.matches(event);

  it.each<[string, EventSource, boolean]>([
    ['[process where true]', { event: { category: 'process' } }, true],
    ['[process where true]', { event: { category: ['network', 'process'] } }, true],
    ['[process where true]', { event: { category: 'Process' } }, false],
    ['[process where true]', {}, false],
    ['["a b" where true]', { 'event.category': 'a b' }, true],
    ['[any where true]', {}, true],
    ['[process where n == 5]', { event: { category: 'process' }, n: 5 }, true],
    ['[process where n == 5]', { event: { category: 'process' }, n: 6 }, false],
    ['[process where n == 5]', { event: { category: 'file' }, n: 5 }, false],
  ])('%s holds for %j: %s', (stage, event, holds) => {
    expect(matches(stage, event)).toBe(holds);
  });

  it.each([
    ['[process where false]', true],
    ['[process where null]', true],
    ['[any where ?nowhere == "x"]', true],
    ['[any where 1 == 2]', true],
    ['[process where true]', false],
    ['[any where true]', false],
    ['[any where n == 5]', false],
  ])('%s can never hold: %s', (stage, never) => {
    const [first] = bound(`sequence ${stage} [any where true]`).stages;
    expect(first && isFalse(planCondition(first.filter, options))).toBe(never);
  });

  it('the category may stand in a field that is not mapped', () => {
    const [plan] = planStages(bound('sequence [process where true] [any where true]').stages, {
      ...options,
      categoryField: 'kind',
    });
    expect([
      plan?.matches({ kind: 'process' }),
      plan?.matches({ event: { category: 'process' } }),
    ]).toEqual([true, false]);
  });
});

describe('what a stage demands of a key is demanded of all', () => {
  const matchesOf = (text: string, event: EventSource): boolean[] =>
    planStages(bound(text).stages, options).map(({ matches }) => matches(event));

  it.each<[string, EventSource, boolean[]]>([
    ['sequence by host [any where host == "a"] [any where true]', { host: 'b' }, [false, false]],
    ['sequence by host [any where host == "a"] [any where true]', { host: 'a' }, [true, true]],
    ['sequence by host [any where true] [any where host == "a"]', { host: 'b' }, [false, false]],
    [
      'sequence by host [any where host == "a" or n == 1] [any where true]',
      { host: 'b' },
      [false, true],
    ],
    ['sequence by host [any where n == 1] [any where true]', { host: 'b' }, [false, true]],
    [
      'sequence by host [any where host != "a" and n == 1] [any where true]',
      { host: 'b' },
      [false, true],
    ],
    [
      'sequence by host [any where host != "a" and n == 1] [any where true]',
      { host: 'a' },
      [false, false],
    ],
    [
      'sequence [any where host == "a"] by host [any where true] by args',
      { host: 'a', args: 'b' },
      [true, false],
    ],
    [
      'sequence [any where host == "a"] by host [any where true] by args',
      { host: 'b', args: 'a' },
      [false, true],
    ],
    ['sequence [any where host == "a"] [any where true]', { host: 'b' }, [false, true]],
    ['sequence by ?nowhere [any where ?nowhere == null] [any where true]', {}, [true, true]],
    [
      'sample by host [any where startsWith(host, "a")] [any where true]',
      { host: 'b' },
      [false, false],
    ],
  ])('%s on %j', (text, event, holds) => {
    expect(matchesOf(text, event)).toEqual(holds);
  });

  it('but not of until, nor of what until demands', () => {
    const query = bound(
      'sequence by host [any where host == "a"] [any where true] until [any where n == 1]',
    );
    const until = query.kind === 'sequence' && query.until && planUntil(query.until, options);
    expect(until && until.matches({ host: 'b', n: 1 })).toBe(true);
    const other = bound(
      'sequence by host [any where true] [any where true] until [any where host == "b"]',
    );
    expect(planStages(other.stages, options).map(({ matches }) => matches({ host: 'a' }))).toEqual([
      true,
      true,
    ]);
  });
});
