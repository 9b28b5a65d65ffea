// SPDX-License-Identifier: Apache-2.0
import { joinKey } from './join_key';
import { readEvents, readSeries, runSeries, show } from './series_test_helpers';
import { SequenceMatcher, TooManyInFlightError } from './sequence_matcher';

type Row = readonly [name: string, series: string, events: string, found: readonly string[]];

const series = (name: string, rows: readonly Row[]): void => {
  describe(name, () => {
    it.each(rows)('%s (%s: %s)', (_, wanted, events, found) => {
      expect(runSeries(wanted, events).found).toEqual(found);
    });
  });
};

series('two stages', [
  ['one after the other', 'AB', 'A1 B2', ['A1 B2']],
  ['the wrong way round', 'AB', 'B1 A2', []],
  ['the newest start wins', 'AB', 'A1 A2 B3', ['A2 B3']],
  ['a completed one is gone', 'AB', 'A1 B2 B3', ['A1 B2']],
  ['one after another', 'AB', 'A1 B2 A3 B4', ['A1 B2', 'A3 B4']],
  ['leftovers at both ends', 'AB', 'B1 A2 A3 B4 B5 A6', ['A3 B4']],
  [
    'several of each',
    'AB',
    `A1 A2       A5 A6 A7      A9
           B3 B4          B8`,
    ['A2 B3', 'A7 B8'],
  ],
  ['other events do not matter', 'AB', 'A1 C2 D3 B4', ['A1 B4']],
  ['nothing', 'AB', '', []],
]);

series('three stages and more', [
  ['in order', 'ABC', 'A1 B2 C3', ['A1 B2 C3']],
  ['twice', 'ABC', 'A1 B2 C3 A4 B5 C6', ['A1 B2 C3', 'A4 B5 C6']],
  [
    'a newer candidate replaces the one that waits at its stage',
    'ABC',
    'A1 B2 A3 B4 C5',
    ['A3 B4 C5'],
  ],
  ['and only one completes', 'ABC', 'A1 B2 A3 B4 C5 C6', ['A3 B4 C5']],
  ['a later event does not replace within one that moved on', 'ABC', 'A1 B2 B3 C4', ['A1 B2 C4']],
  ['the first continuation of the newest start', 'ABC', 'A1 A2 B3 B4 C5 C6', ['A2 B3 C5']],
  ['a later start does not disturb', 'ABC', 'A1 B2 A3 C4', ['A1 B2 C4']],
  ['and may complete later itself', 'ABC', 'A1 B2 A3 C4 B5 C6', ['A1 B2 C4', 'A3 B5 C6']],
  ['three of each', 'ABC', 'A1 A2 A3 B4 B5 B6 C7 C8 C9', ['A3 B4 C7']],
  ['a restart before the second stage', 'ABC', 'A1 B2 A3 A4 B5 C6', ['A4 B5 C6']],
  ['a last event before the second', 'ABC', 'A1 C2 B3 C4', ['A1 B3 C4']],
  ['four stages', 'ABCD', 'A1 B2 C3 A4 B5 D6 C7 D8', ['A1 B2 C3 D6', 'A4 B5 C7 D8']],
  ['incomplete', 'ABCD', 'A1 B2 C3', []],
]);

series('one event in several stages', [
  ['continues one and begins the next', 'AB', 'AB1 AB2 AB3', ['AB1 AB2', 'AB2 AB3']],
  ['slides over three', 'ABC', 'ABC1 ABC2 ABC3 ABC4', ['ABC1 ABC2 ABC3', 'ABC2 ABC3 ABC4']],
  ['is never two of one', 'AB', 'AB1', []],
  ['begins and ends', 'AB', 'A1 AB2 B3', ['A1 AB2', 'AB2 B3']],
  ['only its stages count', 'ABC', 'A1 BC2 C3', ['A1 BC2 C3']],
  ['a lone end', 'AB', 'AB1 A2 B3', ['A2 B3']],
]);

series('runs', [
  ['the same stage three times', 'AAAB', 'A1 A2 A3 A4 B5', ['A2 A3 A4 B5']],
  ['not enough of them', 'AAAB', 'A1 A2 B3', []],
  ['slide by one', 'AA', 'A1 A2 A3 A4', ['A1 A2', 'A2 A3', 'A3 A4']],
  ['with other events between', 'AAAB', 'A1 A2 C3 A4 B5', ['A1 A2 A4 B5']],
  ['with events of the next stage between', 'AAB', 'A1 A2 B3 A4 B5', ['A1 A2 B3', 'A2 A4 B5']],
  ['at the end', 'ABB', 'A1 B2 A3 B4', ['A1 B2 B4']],
]);

series('maxspan', [
  ['is inclusive', 'AB maxspan=1000', 'A0 B1000', ['A0 B1000']],
  ['and no longer', 'AB maxspan=1000', 'A0 B1001', []],
  ['may be nothing', 'AB maxspan=1000', 'A5 B5', ['A5 B5']],
  ['goes from the first to the last', 'ABC maxspan=1000', 'A0 B500 C1000', ['A0 B500 C1000']],
  ['not from step to step', 'ABC maxspan=1000', 'A0 B500 C1001', []],
  ['an expired one is gone', 'AB maxspan=10', 'A0 B11 B12', []],
  ['a newer start is in time', 'AB maxspan=10', 'A0 A5 B15', ['A5 B15']],
  [
    'an expired one at a later stage leaves a newer start alone',
    'ABC maxspan=10',
    'A0 B5 A8 C11 B12 C18',
    ['A8 B12 C18'],
  ],
  ['without it any time passes', 'AB', 'A0 B999999999', ['A0 B999999999']],
  [
    'after a long time a new one begins',
    'AB maxspan=10',
    'A0 B5 A100000 B100010',
    ['A0 B5', 'A100000 B100010'],
  ],
]);

series('keys', [
  ['each has its own state', 'AB', 'A1/x A2/y B3/x B4/y', ['x: A1/x B3/x', 'y: A2/y B4/y']],
  ['no key joins another', 'AB', 'A1/x B2/y', []],
  [
    'only the same key restarts',
    'AB',
    'A1/x,y A2/x B3/x,y',
    ['x: A2/x B3/x,y', 'y: A1/x,y B3/x,y'],
  ],
  [
    'several values are several sequences',
    'AB',
    'A1/x,y,z B2/y B3/x',
    ['y: A1/x,y,z B2/y', 'x: A1/x,y,z B3/x'],
  ],
  [
    'one event completes several',
    'AB',
    'A1/x A2/y B3/x,y,z',
    ['x: A1/x B3/x,y,z', 'y: A2/y B3/x,y,z'],
  ],
  [
    'interleaved',
    'ABC',
    'A1/x A2/y B3/y B4/x C5/y C6/x',
    ['y: A2/y B3/y C5/y', 'x: A1/x B4/x C6/x'],
  ],
  ['an empty one is one', 'AB', 'A1/ B2/', [': A1/ B2/']],
  ['case matters', 'AB', 'A1/x B2/X', []],
]);

series('until', [
  ['ends what is open', 'AB', 'A1 U2 B3', []],
  ['before the start does nothing', 'AB', 'U1 A2 B3', ['A2 B3']],
  ['after the end does nothing', 'AB', 'A1 B2 U3', ['A1 B2']],
  ['a new one may begin', 'AB', 'A1 U2 A3 B4', ['A3 B4']],
  ['ends all stages', 'ABC', 'A1 B2 A3 U4 C5 B6 C7', []],
  ['what is complete stays', 'AB', 'A1 B2 U3 B4', ['A1 B2']],
  ['of its own key', 'AB', 'A1/x A2/y U3/x B4/x B5/y', ['y: A2/y B5/y']],
  ['of several keys', 'AB', 'A1/x A2/y A3/z U4/x,y B5/x,y,z', ['z: A3/z B5/x,y,z']],
  ['an event that is both completes first', 'AB', 'A1 BU2 B3', ['A1 BU2']],
  ['an event that is both and begins is ended', 'AB', 'A1 AU2 B3', []],
  ['within a millisecond the tiebreaker decides: after', 'AB', 'A1.1 B2.1 U2.2', ['A1.1 B2.1']],
  ['within a millisecond the tiebreaker decides: before', 'AB', 'A1.1 U2.1 B2.2', []],
  ['within the millisecond of the start', 'AB', 'A1.1 U1.2 B2.1', []],
  ['ends a run', 'AAB', 'A1 A2 U3 A4 B5', []],
]);

series('a missing event between', [
  ['nothing there', 'A!XB maxspan=1000', 'A1 B5', ['A1 - B5']],
  ['one there', 'A!XB maxspan=1000', 'A1 X3 B5', []],
  ['before', 'A!XB maxspan=1000', 'X0 A1 B5', ['A1 - B5']],
  ['after', 'A!XB maxspan=1000', 'A1 B5 X6', ['A1 - B5']],
  ['in the millisecond of the first', 'A!XB maxspan=1000', 'A1.1 X1.2 B5', ['A1.1 - B5']],
  ['in the millisecond of the last', 'A!XB maxspan=1000', 'A1 X5.1 B5.2', ['A1 - B5.2']],
  ['one millisecond inside', 'A!XB maxspan=1000', 'A1 X2 B3', []],
  ['only its own key counts', 'A!XB maxspan=1000', 'A1/x X2/y B3/x', ['x: A1/x - B3/x']],
  ['of several keys', 'A!XB maxspan=1000', 'A1/x,y X2/y,z B3/x,y', ['x: A1/x,y - B3/x,y']],
  ['what it contradicts is gone', 'A!XB maxspan=1000', 'A1 X2 B3 B4', []],
  ['a newer start is free of it', 'A!XB maxspan=1000', 'A1 X2 A3 B4', ['A3 - B4']],
  ['twice in a row', 'A!XB maxspan=1000', 'A1 X2 B3 A4 B5', ['A4 - B5']],
  ['two of them', 'A!X!YB maxspan=1000', 'A1 B2 A3 X4 B5 A6 Y7 B8', ['A1 - - B2']],
  ['in different places', 'A!XB!YC maxspan=1000', 'A1 Y2 B3 X4 C5', ['A1 - B3 - C5']],
  ['in the second place', 'A!XB!YC maxspan=1000', 'A1 B3 Y4 C5', []],
  ['the event of a stage may be the missing one', 'A!AB maxspan=1000', 'A1 A2 B3', ['A2 - B3']],
]);

series('a missing event before', [
  ['nothing there', '!XA maxspan=10', 'A20', ['- A20']],
  ['too long ago', '!XA maxspan=10', 'X9 A20', ['- A20']],
  ['just within', '!XA maxspan=10', 'X10 A20', []],
  ['in the same millisecond', '!XA maxspan=10', 'X20.1 A20.2', ['- A20.2']],
  ['one millisecond before', '!XA maxspan=10', 'X19 A20', []],
  ['after', '!XA maxspan=10', 'A20 X21', ['- A20']],
  ['of another key', '!XA maxspan=10', 'X19/y A20/x', ['x: - A20/x']],
  ['counts back from the last event', '!XAB maxspan=10', 'X9 A15 B20', ['- A15 B20']],
  ['within reach of the last event', '!XAB maxspan=10', 'X10 A15 B20', []],
  ['between the stages it does not count', '!XAB maxspan=10', 'A15 X17 B20', ['- A15 B20']],
  ['an event may forbid the next one', '!AA maxspan=10', 'A0 A5 A15 A26', ['- A0', '- A26']],
  ['two of them', '!X!YA maxspan=10', 'X0 A5 Y20 A25 A40', ['- - A40']],
]);

series('a missing event after', [
  ['nothing there', 'A!X maxspan=10', 'A0', ['A0 -']],
  ['just within', 'A!X maxspan=10', 'A0 X10', []],
  ['too late', 'A!X maxspan=10', 'A0 X11', ['A0 -']],
  ['in the same millisecond', 'A!X maxspan=10', 'A0.1 X0.2', ['A0.1 -']],
  ['one millisecond after', 'A!X maxspan=10', 'A0 X1', []],
  ['before', 'A!X maxspan=10', 'X0 A5', ['A5 -']],
  ['of another key', 'A!X maxspan=10', 'A0/x X5/y', ['x: A0/x -']],
  ['counts from the first event', 'AB!X maxspan=10', 'A0 B5 X11', ['A0 B5 -']],
  ['within reach of the first event', 'AB!X maxspan=10', 'A0 B5 X10', []],
  ['between the stages it does not count', 'AB!X maxspan=10', 'A0 X3 B5', ['A0 B5 -']],
  ['an event may forbid the one before', 'AB!A maxspan=10', 'A0 B1 A2 B3', ['A2 B3 -']],
  ['long before the next event', 'A!X maxspan=10', 'A0 X5 C1000 A2000', ['A2000 -']],
  [
    'long before the next event, of each key',
    'A!X maxspan=10',
    'A0/x A1/y X5/x A9999/z',
    ['y: A1/y -', 'z: A9999/z -'],
  ],
  ['two of them', 'A!X!Y maxspan=10', 'A0 X5 A20 Y30 A40', ['A40 - -']],
  ['each of several waits for its own end', 'A!X maxspan=10', 'A0 A5 X12', ['A0 -']],
]);

series('missing events in several places', [
  ['before and between', '!XA!YB maxspan=10', 'A20 B25', ['- A20 - B25']],
  ['before and between, one before', '!XA!YB maxspan=10', 'X19 A20 B25', []],
  ['before and between, one between', '!XA!YB maxspan=10', 'A20 Y22 B25', []],
  ['before and after', '!XA!Y maxspan=10', 'A20', ['- A20 -']],
  ['before and after, one before', '!XA!Y maxspan=10', 'X15 A20', []],
  ['before and after, one after', '!XA!Y maxspan=10', 'A20 Y25', []],
  ['before and after two', '!XAB!X maxspan=10', 'A20 B25 X31', ['- A20 B25 -']],
]);

describe('the order of what is found', () => {
  it('is that in which sequences are certain', () => {
    expect(runSeries('A!X maxspan=10', 'A0/x A1/y A2/z').found).toEqual([
      'x: A0/x -',
      'y: A1/y -',
      'z: A2/z -',
    ]);
  });

  it('sequences with a missing end come once their time is over, not before', () => {
    const parsed = readSeries('A!X maxspan=10');
    const matcher = new SequenceMatcher<string>(parsed.shape, { maxInFlight: 10 });
    const [first] = readEvents('A0', parsed);
    expect(first && matcher.push(first)).toEqual([]);
    expect(matcher.advance(10)).toEqual([]);
    expect(matcher.stats.inFlight).toBe(1);
    expect(matcher.advance(11).map(show)).toEqual(['A0 -']);
    expect(matcher.advance(12)).toEqual([]);
    expect(matcher.stats).toMatchObject({ inFlight: 0, completed: 1 });
  });

  it('all others come with their last event', () => {
    const parsed = readSeries('A!XB maxspan=10');
    const matcher = new SequenceMatcher<string>(parsed.shape, { maxInFlight: 10 });
    const found = readEvents('A0 B5', parsed).map((hits) => matcher.push(hits).map(show));
    expect(found).toEqual([[], ['A0 - B5']]);
    expect(matcher.finish()).toEqual([]);
  });

  it('says which events are the first and the last', () => {
    const parsed = readSeries('!XAB!Y maxspan=10');
    const matcher = new SequenceMatcher<string>(parsed.shape, { maxInFlight: 10 });
    readEvents('A3.7/x B5.8/x', parsed).forEach((hits) => matcher.push(hits));
    expect(matcher.finish()).toEqual([
      {
        key: joinKey(['x']),
        events: [null, 'A3.7/x', 'B5.8/x', null],
        first: { timestamp: 3, tiebreaker: 7, position: 0 },
        last: { timestamp: 5, tiebreaker: 8, position: 1 },
      },
    ]);
  });
});

describe('memory', () => {
  const pushed = (text: string, events: string) => {
    const parsed = readSeries(text);
    const matcher = new SequenceMatcher<string>(parsed.shape, { maxInFlight: 1000 });
    readEvents(events, parsed).forEach((hits) => matcher.push(hits));
    return matcher;
  };

  it('what is over is let go, whatever its key', () => {
    const matcher = pushed('AB maxspan=10', 'A0/x A1/y A2/z A100/w');
    expect(matcher.stats).toMatchObject({ inFlight: 1, expired: 3 });
  });

  it('also when time only passes', () => {
    const matcher = pushed('AB maxspan=10', 'A0/x A1/y');
    expect(matcher.isIdle).toBe(false);
    matcher.advance(12);
    expect(matcher.stats).toMatchObject({ inFlight: 0, expired: 2 });
    expect(matcher.isIdle).toBe(true);
  });

  it('not before', () => {
    const matcher = pushed('AB maxspan=10', 'A0/x A1/y');
    matcher.advance(10);
    expect(matcher.stats).toMatchObject({ inFlight: 2, expired: 0 });
  });

  it('no more than one sequence waits at each stage of a key', () => {
    expect(pushed('ABC', 'A1 A2 B3 A4 B5 A6 A7').stats.inFlight).toBe(2);
    expect(pushed('ABC', 'A1/x A2/x A3/y').stats.inFlight).toBe(2);
  });

  it('stays within its limit, or fails with a remedy', () => {
    const run = (events: string) => (): unknown => runSeries('AB', events, { maxInFlight: 2 });
    expect(run('A1/x A2/y A3/x B4/x A5/z')).not.toThrow();
    expect(run('A1/x A2/y A3/z')).toThrow(TooManyInFlightError);
    expect(run('A1/x,y,z')).toThrow(TooManyInFlightError);
    try {
      run('A1/x A2/y A3/z')();
    } catch (error) {
      expect(error).toMatchObject({
        name: 'TooManyInFlightError',
        limit: 2,
        message: 'More than 2 sequences wait for their next event at the same time',
        remedy: expect.stringMatching(/join keys.*maxspan/),
      });
    }
  });

  it('what waits for a missing end counts as well', () => {
    expect(() => runSeries('A!X maxspan=10', 'A1 A2 A3', { maxInFlight: 2 })).toThrow(
      TooManyInFlightError,
    );
    expect(() => runSeries('A!X maxspan=10', 'A1 A2 A13', { maxInFlight: 2 })).not.toThrow();
  });
});

describe('the numbers', () => {
  it.each([
    ['AB', 'A1 A2 B3 A4', { seen: 4, matched: [3, 1], completed: 1, inFlight: 1 }],
    ['AB', 'AB1 AB2', { seen: 2, matched: [2, 2], completed: 1, inFlight: 1 }],
    ['AB', 'A1 U2 B3', { seen: 3, matched: [1, 1], ended: 1, completed: 0, inFlight: 0 }],
    ['ABC', 'A1 B2 A3 U4', { ended: 2, inFlight: 0 }],
    ['AB maxspan=10', 'A1 B20', { expired: 1, completed: 0, inFlight: 0 }],
    ['A!XB maxspan=10', 'A1 X2 B3', { matched: [1, 1, 1], contradicted: 1, completed: 0 }],
    ['A!X maxspan=10', 'A1 X2 A20', { matched: [2, 1], contradicted: 1, completed: 1 }],
    ['AB', 'A1/x,y B2/x,y', { seen: 2, matched: [1, 1], completed: 2 }],
  ])('of %s over %s are %j', (wanted, events, stats) => {
    expect(runSeries(wanted, events).stats).toMatchObject(stats);
  });

  it.each([
    ['AB', 'A1 A2 B3', ['replaced A1']],
    ['ABC', 'A1 B2 A3 B4', ['replaced A1 B2', 'unfinished A3 B4']],
    ['AB maxspan=10', 'A1 B20', ['expired A1']],
    ['AB maxspan=10', 'A1/x A50/y', ['expired A1/x', 'unfinished A50/y']],
    ['ABC', 'A1 B2 A3 U4', ['ended A3', 'ended A1 B2']],
    ['A!XB maxspan=10', 'A1 X2 B3', ['contradicted A1 B3']],
    ['A!X maxspan=10', 'A1 X2', ['contradicted A1']],
    ['AB', 'A1 B2', []],
  ])('the misses of %s over %s are %j', (wanted, events, misses) => {
    const told = runSeries(wanted, events).misses.map(({ reason, events: had }) =>
      [reason, ...had].join(' '),
    );
    expect(told.sort()).toEqual([...misses].sort());
  });
});
