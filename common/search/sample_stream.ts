// SPDX-License-Identifier: Apache-2.0
import type { BoundQuery } from '../eql/verify/bind_query';
import { TooManyInFlightError } from '../sequence';
import type { Detector, DetectorStats, Finding } from './detector';
import type { EventDocument } from './event_document';
import { presentKey } from './present_key';
import { searchSamples } from './search_samples';
import type { StreamedEvent, StreamOptions } from './streamed_event';
import { testEvent } from './stage_hits';
import { planStages, type StagePlan } from './stage_plan';

/** Finds samples. Their events may come in any order, so those that match a stage are kept to the end. */
export class SampleStream implements Detector {
  readonly isDone = false;
  readonly isIdle = true;
  private readonly stages: readonly StagePlan[];
  private readonly kept: EventDocument[] = [];
  private readonly matched: number[];

  constructor(
    private readonly query: Extract<BoundQuery, { kind: 'sample' }>,
    private readonly options: StreamOptions,
  ) {
    this.stages = planStages(query.stages, options);
    this.matched = this.stages.map(() => 0);
  }

  get stats(): DetectorStats {
    return { matched: this.matched, late: 0 };
  }

  canBegin(): boolean {
    return true;
  }

  /** Throws a `TooManyInFlightError` when more events match than may be kept. */
  push(event: StreamedEvent): Finding[] {
    const document = event.read();
    const hits = document ? this.stages.map(({ matches }) => testEvent(matches, document)) : [];
    hits.forEach((hit, stage) => {
      this.matched[stage] = (this.matched[stage] ?? 0) + Number(hit);
    });
    if (document && hits.includes(true)) {
      this.kept.push(document);
    }
    if (this.kept.length > this.options.maxInFlight) {
      throw new TooManyInFlightError(this.options.maxInFlight);
    }
    return [];
  }

  finish(): Finding[] {
    const keys = this.query.stages[0]?.keys ?? [];
    return searchSamples(this.query, this.kept, 1, this.options).map(({ key, events }) => ({
      joinKeys: presentKey(key, keys),
      events,
    }));
  }
}
