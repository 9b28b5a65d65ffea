// SPDX-License-Identifier: Apache-2.0
import { joinKey, NO_KEY, type JoinKey } from './join_key';
import {
  SequenceMatcher,
  type MatcherOptions,
  type Miss,
  type Sequence,
  type StageHits,
} from './sequence_matcher';
import type { SequenceShape } from './sequence_shape';
import type { SequenceStats } from './sequence_stats';

/**
 * What a sequence looks for: a letter a stage, "!" before one that must be missing; U stands for until.
 * "A!XB maxspan=10" wants A, then B within 10 milliseconds, and no X between.
 */
export interface Series {
  readonly letters: readonly string[];
  readonly shape: SequenceShape;
}

export const readSeries = (text: string): Series => {
  const [stages = '', limit] = text.split(' maxspan=');
  const parts = stages.match(/!?[A-Z]/g) ?? [];
  return {
    letters: parts.map((part) => part.replace('!', '')),
    shape: {
      stages: parts.map((part) => ({ missing: part.startsWith('!') })),
      ...(limit !== undefined && { maxspan: Number(limit) }),
    },
  };
};

const keysOf = (text: string | undefined): JoinKey[] =>
  text === undefined ? [NO_KEY] : text.split(',').map((key) => joinKey([key]));

/**
 * An event is drawn as its stages and its time in milliseconds: "A1", "AB3" for both. "/x" gives it the
 * key x, "/x,y" the keys x and y, ".2" the tiebreaker 2. Events may stand in any order and on any line;
 * time, tiebreaker and then their order decide.
 */
export const readEvents = (text: string, { letters }: Series): StageHits<string>[] => {
  const events = (text.match(/\S+/g) ?? []).map((name, position) => {
    const [, stages = '', time, tiebreaker, keys] =
      /^([A-Z]+)(\d+)(?:\.(\d+))?(?:\/(.*))?$/.exec(name) ?? [];
    if (time === undefined) {
      throw new Error(`No event: ${name}`);
    }
    const own = keysOf(keys);
    const indices = letters.flatMap((letter, i) => (stages.includes(letter) ? [i] : []));
    return {
      event: name,
      ordinal: {
        timestamp: Number(time),
        tiebreaker: tiebreaker === undefined ? null : Number(tiebreaker),
        position,
      },
      stages: new Map(indices.map((index) => [index, own])),
      ...(stages.includes('U') && { until: own }),
    };
  });
  return events.sort(
    ({ ordinal: a }, { ordinal: b }) =>
      a.timestamp - b.timestamp ||
      (a.tiebreaker ?? -1) - (b.tiebreaker ?? -1) ||
      a.position - b.position,
  );
};

/** A sequence as the names of its events, "-" for what was missing, after its key if it has one. */
export const show = ({ key, events }: Pick<Sequence<string>, 'key' | 'events'>): string =>
  [...key.values.map((value) => `${String(value)}:`), ...events.map((event) => event ?? '-')].join(
    ' ',
  );

export interface Run {
  readonly found: readonly string[];
  readonly misses: readonly Miss<string>[];
  readonly stats: SequenceStats;
}

/** Runs a series over events, to the end. */
export const runSeries = (
  series: string,
  events: string,
  options: Partial<MatcherOptions<string>> = {},
): Run => {
  const parsed = readSeries(series);
  const misses: Miss<string>[] = [];
  const matcher = new SequenceMatcher<string>(parsed.shape, {
    maxInFlight: 1000,
    onMiss: (miss) => misses.push(miss),
    ...options,
  });
  const found = readEvents(events, parsed).flatMap((hits) => matcher.push(hits));
  found.push(...matcher.finish());
  return { found: found.map(show), misses, stats: matcher.stats };
};
