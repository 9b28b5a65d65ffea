// SPDX-License-Identifier: Apache-2.0
import type { Pipe } from '../eql/ast';
import type { BoundQuery } from '../eql/verify/bind_query';
import type { Detector, DetectorStats, Finding } from './detector';
import type { EventDocument } from './event_document';
import { EventStream } from './event_stream';
import { SampleStream } from './sample_stream';
import { SequenceStream } from './sequence_stream';
import type { StreamedEvent, StreamOptions } from './streamed_event';

/** A detector for any query. Throws an `EqlError` for a value or pattern that can never be right. */
export const createDetector = (query: BoundQuery, options: StreamOptions): Detector => {
  switch (query.kind) {
    case 'event':
      return query.pipes.reduce(pipe, new EventStream(query, options));
    case 'sequence':
      return query.pipes.reduce(pipe, new SequenceStream(query, options));
    case 'sample':
      return new SampleStream(query, options);
  }
};

const pipe = (source: Detector, { kind, count }: Pipe): Detector =>
  kind === 'head' ? new Head(source, count) : new Tail(source, count);

/** The first findings; then it is done. */
class Head implements Detector {
  private left: number;

  constructor(
    private readonly source: Detector,
    count: number,
  ) {
    this.left = count;
  }

  get stats(): DetectorStats {
    return this.source.stats;
  }

  get isDone(): boolean {
    return this.left === 0 || this.source.isDone;
  }

  get isIdle(): boolean {
    return this.source.isIdle;
  }

  canBegin(event: EventDocument): boolean {
    return this.source.canBegin(event);
  }

  push(event: StreamedEvent): readonly Finding[] {
    return this.take(this.source.push(event));
  }

  finish(): readonly Finding[] {
    return this.take(this.source.finish());
  }

  private take(findings: readonly Finding[]): readonly Finding[] {
    const taken = findings.slice(0, this.left);
    this.left -= taken.length;
    return taken;
  }
}

/** The last findings, known only at the end. */
class Tail implements Detector {
  private kept: readonly Finding[] = [];

  constructor(
    private readonly source: Detector,
    private readonly count: number,
  ) {}

  get stats(): DetectorStats {
    return this.source.stats;
  }

  get isDone(): boolean {
    return this.source.isDone;
  }

  get isIdle(): boolean {
    return this.source.isIdle;
  }

  canBegin(event: EventDocument): boolean {
    return this.source.canBegin(event);
  }

  push(event: StreamedEvent): readonly Finding[] {
    this.keep(this.source.push(event));
    return [];
  }

  finish(): readonly Finding[] {
    this.keep(this.source.finish());
    return this.kept;
  }

  private keep(findings: readonly Finding[]): void {
    if (findings.length > 0) {
      const all = [...this.kept, ...findings];
      this.kept = all.slice(Math.max(0, all.length - this.count));
    }
  }
}
