// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../eql/errors';
import { parseQuery } from '../eql/parser';
import { schemaFromMapping } from '../eql/types/mapping';
import { bindQuery } from '../eql/verify/bind_query';
import { TooManyInFlightError } from '../sequence';
import { createDetector } from './create_detector';
import type { Detector, Finding } from './detector';
import type { EventDocument } from './event_document';
import type { StreamedEvent, StreamOptions } from './streamed_event';

const schema = schemaFromMapping({
  properties: {
    event: { properties: { category: { type: 'keyword' } } },
    host: { type: 'keyword' },
    seq: { type: 'long' },
    text: { type: 'keyword' },
  },
});

const OPTIONS: StreamOptions = {
  schema,
  now: 0,
  categoryField: 'event.category',
  tiebreaker: schema.field('seq'),
  slack: 0,
  maxInFlight: 100,
};

const CATEGORIES: Record<string, string> = { a: 'process', b: 'file', x: 'network' };

/** "a5/h" is a process event at 5 of host h, "b5" a file event, "x5" one of the network; ".2" a tiebreaker. */
const document = (name: string): EventDocument & { readonly time: number } => {
  const [, letters = '', time, seq, host] =
    /^([a-z]+)(\d+)(?:\.(\d+))?(?:\/(.*))?$/.exec(name) ?? [];
  return {
    _id: name,
    time: Number(time),
    _source: {
      event: { category: [...letters].map((letter) => CATEGORIES[letter]) },
      text: name,
      ...(seq !== undefined && { seq: Number(seq) }),
      ...(host !== undefined && { host }),
    },
  };
};

const show = ({ joinKeys, events }: Finding): string =>
  [
    ...(joinKeys ? [JSON.stringify(joinKeys)] : []),
    ...events.map((event) => event?._id ?? '-'),
  ].join(' ');

const detect = (query: string, options: Partial<StreamOptions> = {}): Detector =>
  createDetector(bindQuery(parseQuery(query), schema), { ...OPTIONS, ...options });

const streamed = (detector: Detector, name: string, read: string[] = []): StreamedEvent => {
  const event = document(name);
  return {
    timestamp: event.time,
    mayBegin: detector.canBegin(event),
    read: () => {
      read.push(name);
      return event;
    },
  };
};

const push = (detector: Detector, names: string): string[][] =>
  (names.match(/\S+/g) ?? []).map((name) => detector.push(streamed(detector, name)).map(show));

/** All that a query finds in events that come in the order given. */
const findings = (query: string, names: string, options: Partial<StreamOptions> = {}): string[] => {
  const detector = detect(query, options);
  return [...push(detector, names).flat(), ...detector.finish().map(show)];
};

const PAIR = 'sequence [process where true] [file where true]';

describe('a stream of events', () => {
  it('lets each through at once that meets the condition', () => {
    const detector = detect('process where true');
    expect(push(detector, 'a1 b2 a3')).toEqual([['a1'], [], ['a3']]);
    expect(detector.finish()).toEqual([]);
    expect(detector.stats).toEqual({ matched: [2], late: 0 });
  });

  it('says in which event a function fails', () => {
    const detector = detect('process where number(text) == 1');
    expect(() => push(detector, 'a1')).toThrow(EqlError);
    expect(() => push(detector, 'a1')).toThrow(/\(event \[a1\]\)/);
  });

  it('leaves out what can not be read', () => {
    const detector = detect('any where true');
    expect(detector.push({ timestamp: 1, mayBegin: true, read: () => undefined })).toEqual([]);
  });
});

describe('pipes of a stream', () => {
  it.each([
    ['| head 2', ['a1', 'a2']],
    ['| tail 2', ['a4', 'a5']],
    ['| head 0', []],
    ['| tail 0', []],
    ['| head 9', ['a1', 'a2', 'a4', 'a5']],
    ['| head 3 | tail 2', ['a2', 'a4']],
    ['| tail 3 | head 2', ['a2', 'a4']],
  ])('%s', (pipes, found) => {
    expect(findings(`process where true ${pipes}`, 'a1 a2 b3 a4 a5')).toEqual(found);
  });

  it('cut sequences as well', () => {
    expect(findings(`${PAIR} | head 1`, 'a1 b2 a3 b4')).toEqual(['a1 b2']);
    expect(findings(`${PAIR} | tail 1`, 'a1 b2 a3 b4')).toEqual(['a3 b4']);
  });

  it('head is done as soon as it has enough', () => {
    const detector = detect('process where true | head 2');
    push(detector, 'a1');
    expect(detector.isDone).toBe(false);
    push(detector, 'a2');
    expect(detector.isDone).toBe(true);
    expect(detect('process where true | tail 1').isDone).toBe(false);
    expect(detect('process where true | head 0').isDone).toBe(true);
    expect(detect('process where true | head 0 | tail 1').isDone).toBe(true);
  });

  it.each(['head', 'tail'])('%s leaves the numbers alone, and what may begin', (kind) => {
    const detector = detect(`${PAIR} | ${kind} 1`, { countAll: true });
    push(detector, 'a1 b2 a3 b4 x5');
    expect(detector.stats.matched).toEqual([2, 2]);
    expect(['a1', 'b1'].map((name) => detector.canBegin(document(name)))).toEqual([true, false]);
    expect(detector.isIdle).toBe(false);
  });

  it('tail holds no more than it needs, and tells at the end', () => {
    const detector = detect('process where true | tail 1');
    expect(push(detector, 'a1 a2')).toEqual([[], []]);
    expect(detector.finish().map(show)).toEqual(['a2']);
  });
});

describe('a stream of sequences', () => {
  it('finds them when a later event shows that nothing can come between', () => {
    const detector = detect(PAIR);
    expect(push(detector, 'a1 b2 x2 x3')).toEqual([[], [], [], ['a1 b2']]);
    expect(push(detector, 'a4 b5')).toEqual([[], []]);
    expect(detector.finish().map(show)).toEqual(['a4 b5']);
  });

  it.each([
    [0, 'b2 a1', ['a1 b2'], 0],
    [0, 'b2 x3 a1', [], 1],
    [0, 'a1 x5 x6 b5', [], 1],
    [10, 'b2 x12 a1', ['a1 b2'], 0],
    [10, 'b2 x13 a1', [], 1],
    [10, 'a1 x9 x19 b5', ['a1 b5'], 0],
    [10, 'a1 x9 x20 b5', [], 1],
    [10, 'x30 b25 a24', ['a24 b25'], 0],
  ])('with %d ms of slack: %s', (slack, names, found, late) => {
    const detector = detect(PAIR, { slack });
    const all = [...push(detector, names).flat(), ...detector.finish().map(show)];
    expect([all, detector.stats.late]).toEqual([found, late]);
  });

  it('orders what happens at once by the tiebreaker, missing ones first, then as it came', () => {
    expect(findings(PAIR, 'b1.2 a1.1')).toEqual(['a1.1 b1.2']);
    expect(findings(PAIR, 'b1.1 a1.2')).toEqual([]);
    expect(findings(PAIR, 'b1.1 a1')).toEqual(['a1 b1.1']);
    expect(findings(PAIR, 'a1 b1')).toEqual(['a1 b1']);
    expect(findings(PAIR, 'b1 a1')).toEqual([]);
  });

  it.each([
    [
      'sequence by host [process where true] [file where true]',
      'a1/h a2/g b3/h b4/g',
      ['["h"] a1/h b3/h', '["g"] a2/g b4/g'],
    ],
    [
      'sequence with maxspan=10ms [process where true] [file where true]',
      'a1 b12 a20 b30',
      ['a20 b30'],
    ],
    [`${PAIR} until [network where true]`, 'a1 x2 b3 a4 b5', ['a4 b5']],
    [
      'sequence with maxspan=10ms [process where true] ![network where true] [file where true]',
      'a1 x2 b3 a4 b5',
      ['a4 - b5'],
    ],
    [
      'sequence with maxspan=10ms ![network where true] [process where true]',
      'x5 a10 a30',
      ['- a30'],
    ],
    [
      'sequence with maxspan=10ms [process where true] ![network where true]',
      'a1 x5 a30',
      ['a30 -'],
    ],
    [
      'sequence with maxspan=10ms [process where true] ![network where true]',
      'a1 x5 x100 a200',
      ['a200 -'],
    ],
  ])('%s over %s', (query, names, found) => {
    expect(findings(query, names)).toEqual(found);
    expect(findings(query, names, { countAll: true })).toEqual(found);
  });

  it('reads no event that no sequence could use', () => {
    const detector = detect(PAIR);
    const read: string[] = [];
    for (const name of ['b1', 'x2', 'x3', 'a4', 'x5', 'b6', 'b7', 'x8', 'b9']) {
      detector.push(streamed(detector, name, read));
    }
    detector.finish();
    expect(read).toEqual(expect.arrayContaining(['a4', 'b6']));
    expect(['b1', 'x2', 'b7', 'x8', 'b9'].filter((name) => read.includes(name))).toEqual([]);
  });

  it('reads and counts all where that is wanted', () => {
    const detector = detect(PAIR, { countAll: true });
    const read: string[] = [];
    for (const name of ['b1', 'x2', 'a3', 'b4']) {
      detector.push(streamed(detector, name, read));
    }
    detector.finish();
    expect(read).toEqual(['b1', 'x2', 'a3', 'b4']);
    expect(detector.stats.matched).toEqual([1, 2]);
  });

  it('knows what may begin something', () => {
    const detector = detect(
      'sequence with maxspan=1s ![network where true] [process where true] [file where true]',
    );
    expect(['a1', 'b1', 'x1', 'bx1'].map((name) => detector.canBegin(document(name)))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('is idle while nothing waits', () => {
    const detector = detect('sequence with maxspan=10ms [process where true] [file where true]');
    expect(detector.isIdle).toBe(true);
    push(detector, 'a1');
    expect(detector.isIdle).toBe(false);
    push(detector, 'x2');
    expect(detector.isIdle).toBe(false);
    push(detector, 'b3 x4');
    expect(detector.isIdle).toBe(true);
    expect(detect(PAIR, { countAll: true }).isIdle).toBe(false);
  });

  it('is idle again once the time of what waits is over', () => {
    const detector = detect('sequence with maxspan=10ms [process where true] [file where true]');
    push(detector, 'a5 x100 x101');
    expect(detector.isIdle).toBe(true);
  });

  it('tells what a missing end allows once its time is over', () => {
    const query = 'sequence with maxspan=10ms [process where true] ![network where true]';
    expect(push(detect(query), 'a1 b50 b51').flat()).toEqual(['a1 -']);
  });

  it('tells of what did not complete', () => {
    const misses: string[] = [];
    findings(
      'sequence with maxspan=10ms [process where true] [file where true]',
      'a1 a2 a50 b70 a80',
      {
        onMiss: ({ reason, events }) =>
          misses.push([reason, ...events.map(({ _id }) => _id)].join(' ')),
      },
    );
    expect(misses).toEqual(['replaced a1', 'expired a2', 'expired a50', 'unfinished a80']);
  });

  it('fails when too many wait', () => {
    expect(() =>
      findings('sequence by host [process where true] [file where true]', 'a1/f a2/g a3/h', {
        maxInFlight: 2,
      }),
    ).toThrow(TooManyInFlightError);
  });

  it('says in which event a function fails', () => {
    const query = 'sequence [process where true] [file where number(text) == 1]';
    expect(() => findings(query, 'a1 b2 x3')).toThrow(/\(event \[b2\]\)/);
    const detector = detect('sequence [process where number(text) == 1] [file where true]');
    expect(() => detector.canBegin(document('a1'))).toThrow(/\(event \[a1\]\)/);
  });
});

describe('a stream of samples', () => {
  const SAMPLE = 'sample by host [process where true] [file where true]';

  it('finds them at the end, whatever the order', () => {
    const detector = detect(SAMPLE);
    expect(push(detector, 'b1/h a2/h x3/h a4/g')).toEqual([[], [], [], []]);
    expect(detector.finish().map(show)).toEqual(['["h"] a2/h b1/h']);
    expect(detector.stats).toEqual({ matched: [2, 1], late: 0 });
    expect([detector.isIdle, detector.isDone, detector.canBegin(document('x1'))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('fails when it would have to keep too many events', () => {
    expect(() => findings(SAMPLE, 'a1/h a2/h x3/h x4/h', { maxInFlight: 2 })).not.toThrow();
    expect(() => findings(SAMPLE, 'a1/h a2/h b3/h', { maxInFlight: 2 })).toThrow(
      TooManyInFlightError,
    );
  });

  it('says in which event a function fails', () => {
    expect(() =>
      findings('sample by host [process where number(text) == 1] [file where true]', 'a1/h'),
    ).toThrow(/\(event \[a1\/h\]\)/);
  });
});
