// SPDX-License-Identifier: Apache-2.0
import type { EventPredicate } from '../eql/compile/compile_filter';
import type { BoundQuery } from '../eql/verify/bind_query';
import type { Detector, DetectorStats, Finding } from './detector';
import type { StreamedEvent } from './streamed_event';
import { testEvent } from './stage_hits';
import { planFilter, type PlanOptions } from './stage_plan';

/** Finds single events, in the order in which they come in. */
export class EventStream implements Detector {
  readonly isDone = false;
  readonly isIdle = true;
  private readonly matches: EventPredicate;
  private matched = 0;

  constructor({ filter }: Extract<BoundQuery, { kind: 'event' }>, options: PlanOptions) {
    this.matches = planFilter(filter, options);
  }

  get stats(): DetectorStats {
    return { matched: [this.matched], late: 0 };
  }

  canBegin(): boolean {
    return true;
  }

  push(event: StreamedEvent): Finding[] {
    const document = event.read();
    if (!document || !testEvent(this.matches, document)) {
      return [];
    }
    this.matched += 1;
    return [{ joinKeys: undefined, events: [document] }];
  }

  finish(): Finding[] {
    return [];
  }
}
