// SPDX-License-Identifier: Apache-2.0
import { fieldReader, type FieldReader } from '../eql/types/field_reader';
import type { Field } from '../eql/types/schema';
import type { Detector, EventDocument, Finding, StreamedEvent } from '../search';
import { compareOrdinals, ReorderBuffer, type Moment } from '../sequence';
import type { StoryStep } from './built_file';
import type { Chain } from './chain';
import { buildersOf, LineageMatcher, type LineageStats } from './lineage_matcher';
import { beginsLineage } from './begins_lineage';
import type { LineageParams } from './lineage_params';
import type { LineageLimits } from './limits';

/** Compile, link, execute and connect, and what became of the file in between. */
export interface LineageFinding extends Finding {
  readonly story: readonly StoryStep[];
}

export interface LineageStreamOptions {
  readonly params: LineageParams;
  readonly tiebreaker: Field | undefined;
  /** How late events may come and still be put in order, in milliseconds. */
  readonly slack: number;
  readonly limits?: LineageLimits;
}

/** The most events that wait to be put in order. */
const MAX_HELD = 20_000;

const NOTHING: readonly LineageFinding[] = [];

/** Finds chains by lineage while events come in, about in order of time, in bounded memory. */
export class LineageStream implements Detector {
  readonly isDone = false;
  readonly canBegin: (event: EventDocument) => boolean;
  private readonly buffer: ReorderBuffer<StreamedEvent>;
  private readonly matcher: LineageMatcher;
  private readonly tiebreaker: FieldReader | undefined;
  private position = 0;
  /** Events in the buffer that may begin a chain. */
  private beginningsHeld = 0;

  constructor({ params, tiebreaker, slack, limits }: LineageStreamOptions) {
    this.buffer = new ReorderBuffer(slack, MAX_HELD);
    this.matcher = new LineageMatcher(params, limits);
    this.tiebreaker = tiebreaker && fieldReader(tiebreaker);
    this.canBegin = beginsLineage(buildersOf(params));
  }

  get isIdle(): boolean {
    return this.beginningsHeld === 0 && this.matcher.isIdle;
  }

  get stats(): LineageStats & { readonly late: number } {
    return { ...this.matcher.stats, late: this.buffer.late };
  }

  push(event: StreamedEvent): readonly LineageFinding[] {
    const moments = this.buffer.push(event.timestamp, event);
    if (moments === 'late') {
      return NOTHING;
    }
    this.beginningsHeld += Number(event.mayBegin);
    return moments.length === 0 ? NOTHING : moments.flatMap((moment) => this.take(moment));
  }

  finish(): readonly LineageFinding[] {
    const found = this.buffer.flush().flatMap((moment) => this.take(moment));
    return [...found, ...this.matcher.finish().map(present)];
  }

  private take({ timestamp, items }: Moment<StreamedEvent>): LineageFinding[] {
    this.matcher.advance(timestamp);
    const beginnings = items.filter(({ mayBegin }) => mayBegin);
    this.beginningsHeld -= beginnings.length;
    if (this.matcher.isIdle && beginnings.length === 0) {
      return [];
    }
    return items
      .flatMap((item) => item.read() ?? [])
      .map((document) => ({ document, ordinal: this.ordinalOf(timestamp, document) }))
      .sort((a, b) => compareOrdinals(a.ordinal, b.ordinal))
      .flatMap(({ document }) => this.matcher.push(document, timestamp))
      .map(present);
  }

  private ordinalOf(timestamp: number, { _source }: EventDocument) {
    this.position += 1;
    const tiebreaker = this.tiebreaker?.values(_source)[0] ?? null;
    return { timestamp, tiebreaker, position: this.position };
  }
}

const present = ({ compile, link, execute, connect, story, path, hostId }: Chain) => ({
  joinKeys: [hostId ?? null, path],
  events: [compile, link, execute, connect],
  story,
});
