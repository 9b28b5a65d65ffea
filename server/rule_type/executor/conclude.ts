// SPDX-License-Identifier: Apache-2.0
import { inWords, type Notice } from '../../notice';
import type { TimeRange } from '../../search/time_range';
import { silentCategories } from './missing_data';
import type { RegularRange } from './plan_ranges';
import type { RunInput, RunResult } from './run_ports';
import { withRun, type Checkpoint, type LastRun, type PastRun, type RunState } from './run_state';
import type { Progress } from './search_and_write';
import { cutRanges, leftWork, notSearched, summarize, type Figures } from './summary';

type Lasting = RunState['told'][number];
const LASTING: readonly Lasting[] = ['tiebreaker', 'lateness'];

export interface RunFacts {
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly progress: Progress;
  readonly regular: RegularRange;
  readonly late: readonly TimeRange[];
  /** Events by category. */
  readonly counts: ReadonlyMap<string, number>;
  readonly warnings: readonly Notice[];
  /** Warnings that are given once, as long as nothing changes. */
  readonly onceOnly: Readonly<Record<Lasting, Notice | undefined>>;
  /** In milliseconds. */
  readonly spent: { readonly searching: number; readonly writing: number };
}

/** What a run that was told not to search leaves behind: it is not made up for later. */
export const passed = (input: RunInput, now: number, why: Notice): RunResult =>
  idle(input, now, why, upTo(input.startedAt));

/**
 * What a run that found nothing to search in leaves behind. Indices may only be out of sight, so the time counts as
 * not searched.
 */
export const blind = (input: RunInput, now: number, why: Notice): RunResult =>
  idle(input, now, why, input.state.checkpoint);

const idle = (
  input: RunInput,
  now: number,
  why: Notice,
  checkpoint: Checkpoint | undefined,
): RunResult => {
  const lastRun: LastRun = {
    ...NOTHING,
    startedAt: iso(input.startedAt),
    durationMs: duration(input, now),
    summary: why.message,
    warnings: [inWords(why)],
  };
  return {
    created: [],
    failure: undefined,
    warnings: [why],
    summary: why.message,
    metrics: { searching: 0, writing: 0, gap: 0, detected: 0, created: 0 },
    state: {
      ...input.state,
      ...(checkpoint && { checkpoint }),
      lastRun,
      history: withRun(input.state.history, pastRun(lastRun, 'warning', 0)),
    },
  };
};

const pastRun = (
  { startedAt, durationMs, events, sequences, created, gapMs }: LastRun,
  outcome: PastRun['outcome'],
  latenessMs: number,
): PastRun => ({
  startedAt,
  outcome,
  durationMs,
  events,
  sequences,
  created,
  latenessMs,
  gapMs,
});

const NOTHING = {
  events: 0,
  sequences: 0,
  created: 0,
  alreadyThere: 0,
  excluded: 0,
  waiting: 0,
  lateRanges: 0,
  gapMs: 0,
} satisfies Partial<LastRun>;

/** What a run that has searched leaves behind. Throws the failure of one that got nowhere. */
export const conclude = (input: RunInput, facts: RunFacts): RunResult => {
  const { progress, regular, late, counts, spent } = facts;
  const { unfinished } = progress;
  const failure = unfinished?.reason === 'failure' ? unfinished.failure : undefined;
  if (failure && progress.created.length === 0 && progress.searchedTo === undefined) {
    throw failure;
  }
  const events = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const warnings = warningsOf(input, facts);
  const figures: Figures = {
    events,
    sequences: progress.sequences,
    created: progress.created.length,
    alreadyThere: progress.alreadyThere,
    excluded: progress.excluded,
    lateRanges: late.length,
    gapMs: regular.gap,
  };
  const searched = { from: iso(regular.range.from), to: iso(regular.range.to) };
  const summary = summarize(searched, figures);
  const lastRun: LastRun = {
    ...figures,
    startedAt: iso(input.startedAt),
    durationMs: duration(input, facts.now),
    waiting: unfinished?.reason === 'full' ? unfinished.waiting : 0,
    searched,
    summary,
    warnings: warnings.map(inWords),
  };
  return {
    created: progress.created,
    failure,
    warnings,
    summary,
    metrics: {
      ...spent,
      gap: regular.gap,
      detected: progress.sequences - progress.excluded,
      created: progress.created.length,
    },
    state: {
      version: 1,
      checkpoint: nextCheckpoint(input, regular, progress),
      told: LASTING.filter((key) => facts.onceOnly[key] !== undefined),
      lastRun,
      history: withRun(
        input.state.history,
        pastRun(
          lastRun,
          failure ? 'failed' : warnings.length > 0 ? 'warning' : 'succeeded',
          lateness(input, late),
        ),
      ),
    },
  };
};

/** How far back the oldest of the late events lies; 0 without any. */
const lateness = ({ startedAt }: RunInput, late: readonly TimeRange[]): number =>
  late.reduce((longest, { from }) => Math.max(longest, startedAt - from), 0);

const warningsOf = (
  { params, state }: RunInput,
  { progress, regular, counts, warnings, onceOnly }: RunFacts,
): Notice[] =>
  [
    ...warnings,
    ...LASTING.filter((key) => !state.told.includes(key)).map((key) => onceOnly[key]),
    progress.sequences === 0 ? silentCategories(counts) : undefined,
    notSearched(regular.notSearched),
    cutRanges(progress.cut),
    leftWork(progress.unfinished, params.maxSignals),
  ].filter((warning) => warning !== undefined);

/**
 * Moves only past what was searched and written; late events count as seen once all of them were, which they are by
 * the time that anything of the regular range is.
 */
const nextCheckpoint = (
  { startedAt, state: { checkpoint } }: RunInput,
  { range }: RegularRange,
  { unfinished, searchedTo }: Progress,
): Checkpoint =>
  unfinished === undefined
    ? upTo(startedAt)
    : {
        searchedTo: iso(searchedTo ?? range.from),
        ingestedTo: searchedTo === undefined && checkpoint ? checkpoint.ingestedTo : iso(startedAt),
      };

const upTo = (time: number): Checkpoint => ({ searchedTo: iso(time), ingestedTo: iso(time) });

const iso = (time: number): string => new Date(time).toISOString();

const duration = ({ startedAt }: RunInput, now: number): number => Math.max(0, now - startedAt);
