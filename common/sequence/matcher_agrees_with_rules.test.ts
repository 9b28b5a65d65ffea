// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { joinKey } from './join_key';
import { SequenceMatcher, type Miss, type StageHits } from './sequence_matcher';
import { show } from './series_test_helpers';
import type { SequenceShape } from './sequence_shape';

/** One event, of one millisecond each or tied with the one before. */
interface Drawn {
  readonly time: number;
  /** Stage -> keys. */
  readonly stages: readonly (readonly string[])[];
  readonly until: readonly string[];
}

const KEYS = ['x', 'y'];

/**
 * The rules, read one sequence at a time and searching all events each time. Per key:
 * - an event of the first stage begins a chain; an event of a later stage continues the chain that ends in
 *   the newest event of the stage before, if no event of its own stage came since (that one took it), no
 *   until did, and maxspan is not over;
 * - a chain through all stages that must be there is a sequence if the stretches that must be free are.
 */
const byTheRules = (
  events: readonly Drawn[],
  { stages, maxspan = Infinity }: SequenceShape,
): string[] => {
  const present = stages.flatMap(({ missing }, i) => (missing ? [] : [i]));

  const inStage = (event: number, stage: number, key: string): boolean =>
    events[event]?.stages[stage]?.includes(key) ?? false;
  const time = (event: number): number => events[event]?.time ?? NaN;
  const some = (from: number, to: number, test: (event: number) => boolean): boolean => {
    for (let event = from; event < to; event += 1) {
      if (test(event)) {
        return true;
      }
    }
    return false;
  };
  const begins = (event: number): boolean =>
    (events[event]?.stages[present[0] ?? 0]?.length ?? 0) > 0;
  /** Until is looked for only after the first event that begins anything. */
  const ends = (event: number, key: string): boolean =>
    (events[event]?.until.includes(key) ?? false) && some(0, event, begins);

  const chain = (step: number, event: number, key: string): number[] | undefined => {
    const stage = present[step] ?? -1;
    if (!inStage(event, stage, key)) {
      return undefined;
    }
    if (step === 0) {
      return [event];
    }
    for (let before = event - 1; before >= 0; before -= 1) {
      const left = chain(step - 1, before, key);
      if (left) {
        const taken = some(before + 1, event, (between) => inStage(between, stage, key));
        const ended = some(before, event, (between) => ends(between, key));
        const over = time(event) - time(left[0] ?? -1) > maxspan;
        return taken || ended || over ? undefined : [...left, event];
      }
    }
    return undefined;
  };

  const isFree = (stage: number, key: string, found: readonly number[]): boolean => {
    const after = present.findIndex((index) => index > stage);
    const [first, last] = [time(found[0] ?? -1), time(found.at(-1) ?? -1)];
    return events.every(({ time: at }, event) => {
      if (!inStage(event, stage, key)) {
        return true;
      }
      if (after < 0) {
        return !(at > last && at <= first + maxspan);
      }
      return after === 0
        ? !(at >= last - maxspan && at < first)
        : !(at > time(found[after - 1] ?? -1) && at < time(found[after] ?? -1));
    });
  };

  return events.flatMap((_, event) =>
    KEYS.flatMap((key) => {
      const found = chain(present.length - 1, event, key);
      const free =
        found && stages.every(({ missing }, stage) => !missing || isFree(stage, key, found));
      return found && free
        ? [
            show({
              key: joinKey([key]),
              events: stages.map((_stage, i) =>
                present.includes(i) ? String(found[present.indexOf(i)]) : null,
              ),
            }),
          ]
        : [];
    }),
  );
};

const toHits = (events: readonly Drawn[]): StageHits<string>[] =>
  events.map(({ time, stages, until }, position) => ({
    event: String(position),
    ordinal: { timestamp: time, tiebreaker: position, position },
    stages: new Map(
      stages.flatMap((keys, stage): [number, ReturnType<typeof joinKey>[]][] =>
        keys.length > 0 ? [[stage, keys.map((key) => joinKey([key]))]] : [],
      ),
    ),
    ...(until.length > 0 && { until: until.map((key) => joinKey([key])) }),
  }));

const subset = (weight: number): fc.Arbitrary<string[]> =>
  fc.oneof(
    { weight, arbitrary: fc.constant<string[]>([]) },
    { weight: 2, arbitrary: fc.constantFrom(...KEYS).map((key) => [key]) },
    { weight: 1, arbitrary: fc.constant(KEYS) },
  );

const caseOf = (shape: fc.Arbitrary<SequenceShape>) =>
  shape.chain((drawn) =>
    fc.record({
      shape: fc.constant(drawn),
      events: fc
        .array(
          fc.record({
            gap: fc.oneof(
              { weight: 5, arbitrary: fc.nat({ max: 3 }) },
              { weight: 1, arbitrary: fc.constant(50) },
            ),
            stages: fc.tuple(...drawn.stages.map(() => subset(3))),
            until: subset(12),
          }),
          { maxLength: 25 },
        )
        .map((rows) => {
          let time = 0;
          return rows.map(({ gap, stages, until }): Drawn => {
            time += gap;
            return { time, stages, until };
          });
        }),
    }),
  );

const run = (events: readonly Drawn[], shape: SequenceShape) => {
  const misses: Miss<string>[] = [];
  const matcher = new SequenceMatcher<string>(shape, {
    maxInFlight: 1000,
    onMiss: (miss) => misses.push(miss),
  });
  const found = toHits(events).flatMap((hits) => matcher.push(hits));
  found.push(...matcher.finish());
  return { found: found.map(show), misses, stats: matcher.stats };
};

const allPresent = fc
  .integer({ min: 1, max: 4 })
  .map((length): SequenceShape => ({ stages: Array.from({ length }, () => ({ missing: false })) }));

const maxspan = fc.integer({ min: 1, max: 12 });

const withMaxspan = fc
  .tuple(allPresent, maxspan)
  .map(([shape, limit]): SequenceShape => ({ ...shape, maxspan: limit }));

const withMissing = fc
  .tuple(
    fc
      .array(fc.boolean(), { minLength: 2, maxLength: 5 })
      .filter((missing) => missing.includes(false)),
    maxspan,
  )
  .map(([missing, limit]): SequenceShape => ({
    stages: missing.map((one) => ({ missing: one })),
    maxspan: limit,
  }));

const KINDS: readonly [string, fc.Arbitrary<SequenceShape>][] = [
  ['sequences without a limit', allPresent],
  ['sequences with a limit', withMaxspan],
  ['sequences with missing events', withMissing],
];

describe('the matcher finds what the rules say', () => {
  it.each(KINDS)('for %s', (_, shapes) => {
    fc.assert(
      fc.property(caseOf(shapes), ({ shape, events }) => {
        expect(run(events, shape).found.sort()).toEqual(byTheRules(events, shape).sort());
      }),
      { numRuns: 1500 },
    );
  });
});

describe('the numbers add up', () => {
  it.each(KINDS)('for %s', (_, shapes) => {
    fc.assert(
      fc.property(caseOf(shapes), ({ shape, events }) => {
        const { found, misses, stats } = run(events, shape);
        const first = shape.stages.findIndex(({ missing }) => !missing);
        const began = events.reduce((sum, { stages }) => sum + (stages[first]?.length ?? 0), 0);
        const missed = (reason: string): number =>
          misses.filter((miss) => miss.reason === reason).length;

        expect(found.length + misses.length).toBe(began);
        expect(stats).toEqual({
          seen: events.length,
          matched: shape.stages.map(
            (_stage, i) => events.filter(({ stages }) => (stages[i]?.length ?? 0) > 0).length,
          ),
          inFlight: missed('unfinished'),
          expired: missed('expired'),
          ended: missed('ended'),
          contradicted: missed('contradicted'),
          completed: found.length,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('and nothing waits once all time is over', () => {
    fc.assert(
      fc.property(caseOf(withMaxspan), ({ shape, events }) => {
        const matcher = new SequenceMatcher<string>(shape, { maxInFlight: 1000 });
        toHits(events).forEach((hits) => matcher.push(hits));
        matcher.advance(1_000_000);
        expect([matcher.stats.inFlight, matcher.isIdle]).toEqual([0, true]);
      }),
    );
  });
});
