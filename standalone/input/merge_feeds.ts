// SPDX-License-Identifier: Apache-2.0
import type { StreamedEvent } from '../../common/search/streamed_event';

/** The events of one input, about in order of time. */
export interface Feed {
  /** Milliseconds; -Infinity when it is not known. */
  readonly firstTimestamp: number;
  readonly events: () => AsyncGenerator<readonly StreamedEvent[]>;
}

/**
 * The events of all feeds in one order of time, in batches. A feed is opened only when its time has come,
 * so that any number of files that follow one another can be read.
 */
export async function* mergeFeeds(
  feeds: readonly Feed[],
): AsyncGenerator<readonly StreamedEvent[]> {
  const [only, ...others] = feeds;
  if (only && others.length === 0) {
    yield* only.events();
    return;
  }
  const waiting = [...feeds].sort((a, b) => a.firstTimestamp - b.firstTimestamp);
  let open: Cursor[] = [];
  while (waiting.length > 0 || open.length > 0) {
    while (waiting[0] && (open.length === 0 || waiting[0].firstTimestamp <= earliestOf(open))) {
      const cursor = new Cursor(waiting.shift()?.events());
      await cursor.next();
      if (cursor.event) {
        open.push(cursor);
      }
    }
    open = open.filter(({ event }) => event !== undefined);
    const earliest = open.reduce<Cursor | undefined>(
      (best, cursor) => (best && best.timestamp <= cursor.timestamp ? best : cursor),
      undefined,
    );
    if (earliest?.event) {
      yield [earliest.event];
      await earliest.next();
    }
  }
}

const earliestOf = (cursors: readonly Cursor[]): number =>
  Math.min(...cursors.map(({ timestamp }) => timestamp));

class Cursor {
  private batch: readonly StreamedEvent[] = [];
  private index = 0;

  constructor(private readonly batches: AsyncGenerator<readonly StreamedEvent[]> | undefined) {}

  get event(): StreamedEvent | undefined {
    return this.batch[this.index];
  }

  get timestamp(): number {
    return this.event?.timestamp ?? Infinity;
  }

  async next(): Promise<void> {
    this.index += 1;
    while (this.index >= this.batch.length) {
      const next = await this.batches?.next();
      if (!next || next.done) {
        this.batch = [];
        return;
      }
      this.batch = next.value;
      this.index = 0;
    }
  }
}
