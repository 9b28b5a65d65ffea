// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../../common/alerts';
import { readLineageEvent, type LineageEvent } from '../../../common/lineage';
import type { Ordinal } from '../../../common/sequence';

/** An event, and what puts it in order. */
export class TimedEvent implements Ordinal {
  readonly timestamp: number;
  readonly tiebreaker: Ordinal['tiebreaker'];
  readonly position: number;
  private known: { readonly read: LineageEvent | undefined } | undefined;

  constructor(
    readonly event: SourceEvent,
    { timestamp, tiebreaker, position }: Ordinal,
  ) {
    this.timestamp = timestamp;
    this.tiebreaker = tiebreaker;
    this.position = position;
  }

  /** As lineage sees it, undefined where it names no host. Kept, since a search goes over its events again and again. */
  get read(): LineageEvent | undefined {
    this.known ??= { read: readLineageEvent(this.event, this.timestamp) };
    return this.known.read;
  }
}
