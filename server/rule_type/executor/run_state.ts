// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { MAX_RUNS } from '../../../common/api';

const time = z.string().datetime();
const count = z.number().int().nonnegative();

/**
 * What the last run had seen: every sequence that ends before `searchedTo`, of the events that were
 * ingested before `ingestedTo`, is alerted.
 */
const checkpoint = z.object({ searchedTo: time, ingestedTo: time });

/** The last run in figures, for people to see. */
const lastRun = z.object({
  startedAt: time,
  durationMs: count,
  events: count,
  sequences: count,
  created: count,
  alreadyThere: count,
  excluded: count,
  waiting: count,
  lateRanges: count,
  gapMs: count,
  /** The regular range; absent where nothing was searched, and `summary` says why. */
  searched: z.object({ from: time, to: time }).optional(),
  /** In the language of the run. */
  summary: z.string(),
  warnings: z.array(z.string()),
});

/** One run of the history in figures. */
const pastRun = z.object({
  startedAt: time,
  outcome: z.enum(['succeeded', 'warning', 'failed']),
  durationMs: count,
  events: count,
  sequences: count,
  created: count,
  /** How long before the run the oldest event happened that had come too late for the runs before. */
  latenessMs: count,
  gapMs: count,
});

/** What a run leaves for the next one; the alerting framework keeps it. */
export const runStateSchema = z.object({
  version: z.literal(1),
  checkpoint: checkpoint.optional(),
  /** What was warned of and has not changed since: such a warning is given once. */
  told: z.array(z.enum(['tiebreaker', 'lateness'])),
  lastRun: lastRun.optional(),
  /** Oldest first; only shown, so that one that can not be read is begun anew. */
  history: z.array(pastRun).catch([]),
});

export type Checkpoint = z.infer<typeof checkpoint>;
export type LastRun = z.infer<typeof lastRun>;
export type PastRun = z.infer<typeof pastRun>;
export type RunState = z.infer<typeof runStateSchema>;

export const FIRST_STATE: RunState = { version: 1, told: [], history: [] };

/** Undefined for a state that can not be read; an empty one is that of a first run. */
export const parseRunState = (stored: Readonly<Record<string, unknown>>): RunState | undefined => {
  if (Object.keys(stored).length === 0) {
    return FIRST_STATE;
  }
  const parsed = runStateSchema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
};

/** The history with one run more; the state is written with every run, so the oldest are dropped. */
export const withRun = (history: readonly PastRun[], run: PastRun): PastRun[] =>
  [...history, run].slice(-MAX_RUNS);
