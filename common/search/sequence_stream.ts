// SPDX-License-Identifier: Apache-2.0
import { fieldReader, type FieldReader } from '../eql/types/field_reader';
import type { BoundQuery } from '../eql/verify/bind_query';
import {
  compareOrdinals,
  ReorderBuffer,
  SequenceMatcher,
  type Moment,
  type Ordinal,
  type Sequence,
  type SequenceStats,
} from '../sequence';
import type { Detector, Finding } from './detector';
import type { EventDocument } from './event_document';
import { presentKey } from './present_key';
import { hitsOf, testEvent } from './stage_hits';
import { planStages, planUntil, type StagePlan } from './stage_plan';
import type { StreamedEvent, StreamOptions } from './streamed_event';

/** The most events that wait to be put in order. */
const MAX_HELD = 20_000;

const NOTHING: readonly Finding[] = [];

/**
 * Finds sequences while events come in, about in order of time. Holds no more than the events of the
 * slack and those of unfinished sequences, and reads an event only when some sequence could use it.
 */
export class SequenceStream implements Detector {
  readonly isDone = false;
  private readonly buffer: ReorderBuffer<StreamedEvent>;
  private readonly matcher: SequenceMatcher<EventDocument>;
  private readonly stages: readonly StagePlan[];
  /** The first stage, and those that count even while no sequence waits. */
  private readonly beginning: readonly StagePlan[];
  private readonly until: StagePlan | undefined;
  private readonly tiebreaker: FieldReader | undefined;
  private position = 0;
  /** Events in the buffer that may begin a sequence. */
  private beginningsHeld = 0;

  constructor(
    private readonly query: Extract<BoundQuery, { kind: 'sequence' }>,
    private readonly options: StreamOptions,
  ) {
    const { slack, maxInFlight, onMiss, tiebreaker } = options;
    this.buffer = new ReorderBuffer(slack, MAX_HELD);
    this.matcher = new SequenceMatcher(query, { maxInFlight, ...(onMiss && { onMiss }) });
    this.stages = planStages(query.stages, options);
    const first = query.stages.findIndex(({ missing }) => !missing);
    this.beginning = this.stages.filter((_, i) => i === first || query.stages[i]?.missing === true);
    this.until = query.until && planUntil(query.until, options);
    this.tiebreaker = tiebreaker && fieldReader(tiebreaker);
  }

  get isIdle(): boolean {
    return this.options.countAll !== true && this.beginningsHeld === 0 && this.matcher.isIdle;
  }

  canBegin(event: EventDocument): boolean {
    return this.beginning.some(({ matches }) => testEvent(matches, event));
  }

  get stats(): SequenceStats & { readonly late: number } {
    return { ...this.matcher.stats, late: this.buffer.late };
  }

  /**
   * Takes the next event; returns the sequences that are complete by now. Throws `TooManyInFlightError`,
   * or an evaluation `EqlError` where an event makes a function fail.
   */
  push(event: StreamedEvent): readonly Finding[] {
    const moments = this.buffer.push(event.timestamp, event);
    if (moments === 'late') {
      return NOTHING;
    }
    this.beginningsHeld += Number(event.mayBegin);
    return moments.length === 0
      ? NOTHING
      : moments.flatMap((moment) => this.take(moment)).map((sequence) => this.present(sequence));
  }

  /** Tells that there are no more events; returns the last sequences. */
  finish(): readonly Finding[] {
    const found = this.buffer.flush().flatMap((moment) => this.take(moment));
    return [...found, ...this.matcher.finish()].map((sequence) => this.present(sequence));
  }

  private present({ key, events }: Sequence<EventDocument>): Finding {
    const keys = this.query.stages[0]?.keys ?? [];
    return { joinKeys: keys.length > 0 ? presentKey(key, keys) : undefined, events };
  }

  private take({ timestamp, items }: Moment<StreamedEvent>): Sequence<EventDocument>[] {
    const due = this.matcher.advance(timestamp);
    if (this.isIdle) {
      return due;
    }
    this.beginningsHeld -= items.filter(({ mayBegin }) => mayBegin).length;
    const found = items
      .flatMap((item) => item.read() ?? [])
      .map((document) => ({ document, ordinal: this.ordinalOf(timestamp, document) }))
      .sort((a, b) => compareOrdinals(a.ordinal, b.ordinal))
      .flatMap(({ document, ordinal }) => {
        const hits = hitsOf(document, ordinal, this.stages, this.until);
        return hits ? this.matcher.push(hits) : [];
      });
    return [...due, ...found];
  }

  private ordinalOf(timestamp: number, { _source }: EventDocument): Ordinal {
    this.position += 1;
    const tiebreaker = this.tiebreaker?.values(_source)[0] ?? null;
    return { timestamp, tiebreaker, position: this.position };
  }
}
