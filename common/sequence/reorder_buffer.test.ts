// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { ReorderBuffer, type Moment } from './reorder_buffer';

/** Each moment as "time: events"; "late" as such. */
const show = (pushed: readonly Moment<string>[] | 'late'): string =>
  pushed === 'late'
    ? 'late'
    : pushed.map(({ timestamp, items }) => `${timestamp}: ${items.join(' ')}`).join(', ');

/** What comes out at each event ("a5" happened at 5), and at the end. */
const run = (slack: number, events: string, maxHeld = 1000): { out: string[]; late: number } => {
  const buffer = new ReorderBuffer<string>(slack, maxHeld);
  const out = (events.match(/\S+/g) ?? []).map((event) =>
    show(buffer.push(Number(event.slice(1)), event)),
  );
  return { out: [...out, show(buffer.flush())], late: buffer.late };
};

describe('ReorderBuffer', () => {
  it.each<[string, number, string, string[]]>([
    ['nothing', 10, '', ['']],
    [
      'without slack, a moment when the next one begins',
      0,
      'a1 b2 c3',
      ['', '1: a1', '2: b2', '3: c3'],
    ],
    [
      'what happened at once, together and as it came',
      0,
      'b1 a1 c2',
      ['', '', '1: b1 a1', '2: c2'],
    ],
    [
      'a moment once it is more than the slack ago',
      10,
      'a0 b10 c11',
      ['', '', '0: a0', '10: b10, 11: c11'],
    ],
    [
      'what came late, in its place',
      10,
      'a5 b3 c4 d16',
      ['', '', '', '3: b3, 4: c4, 5: a5', '16: d16'],
    ],
    [
      'what came late into a moment that is open',
      10,
      'a5 b9 c5 d20',
      ['', '', '', '5: a5 c5, 9: b9', '20: d20'],
    ],
    [
      'several moments at once',
      5,
      'a1 b2 c3 d100',
      ['', '', '', '1: a1, 2: b2, 3: c3', '100: d100'],
    ],
    [
      'what is older than the slack, where nothing later is gone',
      5,
      'a100 b50',
      ['', '50: b50', '100: a100'],
    ],
    ['times before 1970', 0, 'a-5 b-3', ['', '-5: a-5', '-3: b-3']],
  ])('lets out %s', (_, slack, events, out) => {
    expect(run(slack, events)).toEqual({ out, late: 0 });
  });

  it.each<[string, number, string, string[], number]>([
    ['before what is gone', 0, 'a1 b2 c0', ['', '1: a1', 'late', '2: b2'], 1],
    ['in a moment that is gone', 0, 'a1 b2 c1 d2', ['', '1: a1', 'late', '', '2: b2 d2'], 1],
    [
      'by more than the slack',
      10,
      'a0 b20 c0 d9 e10',
      ['', '0: a0', 'late', '9: d9', '', '10: e10, 20: b20'],
      1,
    ],
    ['again and again', 0, 'a5 b6 c1 d2 e5', ['', '5: a5', 'late', 'late', 'late', '6: b6'], 3],
  ])('counts as late what comes %s', (_, slack, events, out, late) => {
    expect(run(slack, events)).toEqual({ out, late });
  });

  it('lets the oldest out earlier where too many would have to be held', () => {
    expect(run(1000, 'a1 b2 c3 d4 e2', 2)).toEqual({
      out: ['', '', '1: a1', '2: b2', 'late', '3: c3, 4: d4'],
      late: 1,
    });
    expect(run(1000, 'a1 b1 c1 d2', 2).out).toEqual(['', '', '1: a1 b1 c1', '', '2: d2']);
  });

  it('is empty after its end, and goes on', () => {
    const buffer = new ReorderBuffer<string>(5, 10);
    buffer.push(1, 'a');
    expect(show(buffer.flush())).toBe('1: a');
    expect(show(buffer.flush())).toBe('');
    expect(show(buffer.push(1, 'b'))).toBe('late');
    expect(show(buffer.push(2, 'c'))).toBe('');
  });

  it('goes on for long', () => {
    const buffer = new ReorderBuffer<number>(2, 1000);
    const out: number[] = [];
    for (let i = 0; i < 10_000; i += 1) {
      // Each second one comes before the one that it follows.
      const time = i ^ 1;
      const moments = buffer.push(time, time);
      out.push(...(moments === 'late' ? [-1] : moments.flatMap(({ items }) => items)));
    }
    out.push(...buffer.flush().flatMap(({ items }) => items));
    expect(out).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
  });

  const disordered = fc
    .tuple(
      fc.nat({ max: 50 }),
      fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 50 })), { maxLength: 3000 }),
    )
    .map(([slack, steps]) => {
      let now = 0;
      const times = steps.map(([step, back]) => {
        now += step;
        return now - Math.min(back, slack);
      });
      return { slack, times };
    });

  it('puts everything into order that is late by no more than the slack', () => {
    fc.assert(
      fc.property(disordered, ({ slack, times }) => {
        const buffer = new ReorderBuffer<number>(slack, Infinity);
        const out: Moment<number>[] = [];
        times.forEach((time, i) => {
          const moments = buffer.push(time, i);
          expect(moments).not.toBe('late');
          out.push(...(moments as Moment<number>[]));
        });
        out.push(...buffer.flush());
        const order = times
          .map((_, i) => i)
          .sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
        expect(out.flatMap(({ items }) => items)).toEqual(order);
        expect(out.map(({ timestamp }) => timestamp)).toEqual(
          [...new Set(times)].sort((a, b) => a - b),
        );
        expect(buffer.late).toBe(0);
      }),
    );
  });

  it('loses nothing, and never goes back in time', () => {
    const times = fc.array(fc.nat({ max: 100 }), { maxLength: 200 });
    fc.assert(
      fc.property(
        times,
        fc.nat({ max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (all, slack, maxHeld) => {
          const buffer = new ReorderBuffer<number>(slack, maxHeld);
          const out: Moment<number>[] = [];
          const late: number[] = [];
          all.forEach((time, i) => {
            const gone = out.at(-1)?.timestamp ?? -1;
            const moments = buffer.push(time, i);
            expect(moments === 'late').toBe(time <= gone);
            if (moments === 'late') {
              late.push(i);
            } else {
              out.push(...moments);
            }
            const held = i + 1 - late.length - out.flatMap(({ items }) => items).length;
            expect(held).toBeLessThanOrEqual(maxHeld);
          });
          out.push(...buffer.flush());
          const given = [...late, ...out.flatMap(({ items }) => items)].sort((a, b) => a - b);
          expect(given).toEqual(all.map((_, i) => i));
          expect(buffer.late).toBe(late.length);
          const stamps = out.map(({ timestamp }) => timestamp);
          expect(stamps).toEqual([...new Set(stamps)].sort((a, b) => a - b));
        },
      ),
    );
  });
});
