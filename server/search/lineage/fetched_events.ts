// SPDX-License-Identifier: Apache-2.0
import { eventKey } from './lineage_answer';
import type { TimedEvent } from './timed_event';

/** The events that a search has fetched so far, each once. */
export class FetchedEvents {
  private readonly events = new Map<string, TimedEvent>();

  constructor(private readonly most: number) {}

  get isFull(): boolean {
    return this.events.size >= this.most;
  }

  /** Adds events; returns those that are new. */
  add(events: readonly TimedEvent[]): TimedEvent[] {
    return events.filter((timed) => {
      const key = eventKey(timed.event);
      const isNew = !this.events.has(key);
      this.events.set(key, timed);
      return isNew;
    });
  }

  list(): TimedEvent[] {
    return [...this.events.values()];
  }
}
