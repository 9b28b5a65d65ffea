// SPDX-License-Identifier: Apache-2.0
import type { JoinKey } from './join_key';
import type { Ordinal } from './ordinal';
import { Absences } from './absences';
import type { SequenceShape } from './sequence_shape';
import { PendingSequences } from './pending_sequences';
import type { SequenceStats } from './sequence_stats';

export interface MatcherOptions<E> {
  /** The most sequences that may wait at once. */
  readonly maxInFlight: number;
  /** Told of every sequence that began and will not complete. */
  readonly onMiss?: (miss: Miss<E>) => void;
}

/**
 * - `replaced`: a newer one stands at its stage
 * - `expired`: maxspan was over
 * - `ended`: by until
 * - `contradicted`: an event occurred that had to be missing
 * - `unfinished`: there were no more events
 */
export type MissReason = 'replaced' | 'expired' | 'ended' | 'contradicted' | 'unfinished';

/** A sequence that did not complete. */
export interface Miss<E> {
  readonly key: JoinKey;
  /** What it had, of the stages whose events must be there. */
  readonly events: readonly E[];
  readonly reason: MissReason;
}

/** Which stages one event matches, with the keys it may stand under. */
export interface StageHits<E> {
  readonly event: E;
  readonly ordinal: Ordinal;
  /** Index of the stage -> keys. Stages without a match are left out. */
  readonly stages: ReadonlyMap<number, readonly JoinKey[]>;
  /** The keys whose sequences this event ends. */
  readonly until?: readonly JoinKey[];
}

export interface Sequence<E> {
  readonly key: JoinKey;
  /** One per stage; null for an event that had to be missing. */
  readonly events: readonly (E | null)[];
  readonly first: Ordinal;
  readonly last: Ordinal;
}

/** Too many sequences wait at once: the query is too wide for the memory it may use. */
export class TooManyInFlightError extends Error {
  override readonly name = 'TooManyInFlightError';
  readonly remedy =
    'Add join keys or a shorter maxspan, make the first event more specific, or raise the limit';

  constructor(readonly limit: number) {
    super(`More than ${limit} sequences wait for their next event at the same time`);
  }
}

/** A sequence that waits for its next event. */
interface Candidate<E> {
  readonly events: readonly E[];
  readonly ordinals: readonly Ordinal[];
}

/** For one key: the candidate that waits after each of the present (not missing) stages but the last. */
interface Lane<E> {
  readonly key: JoinKey;
  readonly waiting: (Candidate<E> | undefined)[];
}

/**
 * Finds sequences in events that come in order of time. Per key, at most one candidate waits at each
 * stage: a newer one replaces it, because an event always continues the newest candidate before it, and
 * what is older can then never complete. This is what Elasticsearch does (observed on 8.10). A completed
 * candidate is gone, so each event serves a stage at most once per key.
 */
export class SequenceMatcher<E> {
  private readonly lanes = new Map<string, Lane<E>>();
  /** Indices of the stages whose events must be there. */
  private readonly present: readonly number[];
  private readonly absences: Absences;
  private readonly pending: PendingSequences<Sequence<E>>;
  private readonly matched: number[];
  private seen = 0;
  private inFlight = 0;
  private expired = 0;
  private ended = 0;
  private contradicted = 0;
  private completed = 0;
  private begun = false;
  private lastSweep = -Infinity;

  constructor(
    private readonly shape: SequenceShape,
    private readonly options: MatcherOptions<E>,
  ) {
    this.present = shape.stages.flatMap(({ missing }, i) => (missing ? [] : [i]));
    this.absences = new Absences(shape);
    this.pending = new PendingSequences(
      this.absences.waitsForEnd ? (shape.maxspan ?? 0) : undefined,
    );
    this.matched = shape.stages.map(() => 0);
  }

  /** Whether no sequence waits, so that only an event of the first stage (or a missing one) matters. */
  get isIdle(): boolean {
    return this.inFlight === 0;
  }

  get stats(): SequenceStats {
    return {
      seen: this.seen,
      matched: [...this.matched],
      inFlight: this.inFlight + this.pending.size,
      expired: this.expired,
      ended: this.ended,
      contradicted: this.contradicted,
      completed: this.completed,
    };
  }

  /** Takes the next event; returns the sequences that are complete by now. Throws `TooManyInFlightError`. */
  push(hits: StageHits<E>): Sequence<E>[] {
    const { timestamp } = hits.ordinal;
    this.seen += 1;
    const done = this.advance(timestamp);
    for (const stage of hits.stages.keys()) {
      this.matched[stage] = (this.matched[stage] ?? 0) + 1;
    }
    this.recordAbsences(hits);
    const beganBefore = this.begun;
    // From the last stage to the first, so that one event never serves two stages of a sequence.
    for (let step = this.present.length - 1; step >= 0; step -= 1) {
      for (const key of hits.stages.get(this.present[step] ?? -1) ?? []) {
        this.match(step, key, hits, done);
      }
    }
    // Observed on 8.10: until is looked for only after the very first event of the search.
    if (beganBefore) {
      hits.until?.forEach((key) => this.endLane(key));
    }
    if (this.inFlight + this.pending.size > this.options.maxInFlight) {
      throw new TooManyInFlightError(this.options.maxInFlight);
    }
    return done;
  }

  /** Tells that no event before `timestamp` (milliseconds) will come; returns what that completes. */
  advance(timestamp: number): Sequence<E>[] {
    // Before the sweep, which forgets what the decision needs.
    const done = this.decide(this.pending.dueBefore(timestamp));
    this.sweep(timestamp);
    return done;
  }

  /** Tells that no more events will come; returns what that completes. */
  finish(): Sequence<E>[] {
    for (const lane of this.lanes.values()) {
      lane.waiting.forEach((candidate) => this.miss(lane.key, candidate, 'unfinished'));
    }
    return this.decide(this.pending.dueBefore(Infinity));
  }

  private miss(key: JoinKey, candidate: Candidate<E> | undefined, reason: MissReason): void {
    if (candidate && this.options.onMiss) {
      this.options.onMiss({ key, events: candidate.events, reason });
    }
  }

  private recordAbsences({ stages, ordinal }: StageHits<E>): void {
    for (const [stage, keys] of stages) {
      if (this.shape.stages[stage]?.missing) {
        keys.forEach((key) => this.absences.record(stage, key, ordinal.timestamp));
      }
    }
  }

  private match(
    step: number,
    key: JoinKey,
    { event, ordinal }: StageHits<E>,
    done: Sequence<E>[],
  ): void {
    const previous =
      step === 0 ? { events: [], ordinals: [] } : this.takeWaiting(step - 1, key, ordinal);
    if (!previous) {
      return;
    }
    this.begun = true;
    const candidate: Candidate<E> = {
      events: [...previous.events, event],
      ordinals: [...previous.ordinals, ordinal],
    };
    if (step === this.present.length - 1) {
      this.complete(key, candidate, done);
    } else {
      this.wait(step, key, candidate);
    }
  }

  private takeWaiting(step: number, key: JoinKey, ordinal: Ordinal): Candidate<E> | undefined {
    const lane = this.lanes.get(key.id);
    const candidate = lane?.waiting[step];
    if (!lane || !candidate) {
      return undefined;
    }
    lane.waiting[step] = undefined;
    this.inFlight -= 1;
    this.dropIfIdle(lane);
    if (this.isOver(candidate, ordinal.timestamp)) {
      this.expired += 1;
      this.miss(key, candidate, 'expired');
      return undefined;
    }
    return candidate;
  }

  private wait(step: number, key: JoinKey, candidate: Candidate<E>): void {
    let lane = this.lanes.get(key.id);
    if (!lane) {
      lane = { key, waiting: [] };
      this.lanes.set(key.id, lane);
    }
    if (!lane.waiting[step]) {
      this.inFlight += 1;
    }
    this.miss(key, lane.waiting[step], 'replaced');
    lane.waiting[step] = candidate;
  }

  private complete(key: JoinKey, { events, ordinals }: Candidate<E>, done: Sequence<E>[]): void {
    const all: (E | null)[] = this.shape.stages.map(() => null);
    this.present.forEach((stage, i) => {
      all[stage] = events[i] ?? null;
    });
    const [first] = ordinals;
    const last = ordinals.at(-1);
    if (!first || !last) {
      return;
    }
    const sequence = { key, events: all, first, last };
    if (!this.absences.holdUntil(key, ordinals)) {
      this.contradicted += 1;
      this.miss(key, { events, ordinals }, 'contradicted');
    } else if (this.absences.waitsForEnd) {
      this.pending.add(sequence);
    } else {
      this.completed += 1;
      done.push(sequence);
    }
  }

  private decide(sequences: readonly Sequence<E>[]): Sequence<E>[] {
    const confirmed = sequences.filter(({ key, events, first, last }) => {
      const holds = this.absences.holdAfter(key, first, last);
      if (!holds) {
        this.options.onMiss?.({ key, events: presentOf(events), reason: 'contradicted' });
      }
      return holds;
    });
    this.contradicted += sequences.length - confirmed.length;
    this.completed += confirmed.length;
    return confirmed;
  }

  private endLane(key: JoinKey): void {
    const lane = this.lanes.get(key.id);
    if (lane) {
      const count = lane.waiting.filter(Boolean).length;
      lane.waiting.forEach((candidate) => this.miss(key, candidate, 'ended'));
      this.ended += count;
      this.inFlight -= count;
      this.lanes.delete(key.id);
    }
  }

  private dropIfIdle(lane: Lane<E>): void {
    if (!lane.waiting.some(Boolean)) {
      this.lanes.delete(lane.key.id);
    }
  }

  private isOver({ ordinals }: Candidate<E>, now: number): boolean {
    const { maxspan = Infinity } = this.shape;
    return now - (ordinals[0]?.timestamp ?? now) > maxspan;
  }

  /** Drops what is older than maxspan; a few times per maxspan, so that the cost per event is small. */
  private sweep(now: number): void {
    const { maxspan } = this.shape;
    if (maxspan === undefined || now - this.lastSweep <= maxspan / 4) {
      return;
    }
    this.lastSweep = now;
    for (const lane of this.lanes.values()) {
      this.sweepLane(lane, now);
    }
    this.absences.forgetBefore(now - 2 * maxspan);
  }

  private sweepLane(lane: Lane<E>, now: number): void {
    for (const [step, candidate] of lane.waiting.entries()) {
      if (candidate && this.isOver(candidate, now)) {
        lane.waiting[step] = undefined;
        this.inFlight -= 1;
        this.expired += 1;
        this.miss(lane.key, candidate, 'expired');
      }
    }
    this.dropIfIdle(lane);
  }
}

const presentOf = <E>(events: readonly (E | null)[]): E[] =>
  events.flatMap((event) => (event === null ? [] : [event]));
