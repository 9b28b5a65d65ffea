// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../common/alerts';
import type { QueryDsl } from '../../common/exclusions';
import type { LineageParams, StoryStep } from '../../common/lineage';
import type { TimeRange } from './time_range';

export interface LineageSearchRequest {
  readonly params: LineageParams;
  readonly indexPatterns: readonly string[];
  /**
   * In which the `@timestamp` of all from link to connection lies. The compiler may have started before it, by
   * as long as lineage remembers compilers.
   */
  readonly range: TimeRange;
  /** Events that do not meet it count as not there. */
  readonly filter: QueryDsl | undefined;
  /** Orders events of the same millisecond; undefined leaves that to the order of the index. */
  readonly tiebreakerField: string | undefined;
  readonly signal: AbortSignal;
}

/** A program that was built, run, and connected. */
export interface FoundChain {
  /** Null where no compiler was seen above the linker. */
  readonly compile: SourceEvent | null;
  readonly link: SourceEvent;
  /** Null where the sensor told of the process in its connections alone. */
  readonly execute: SourceEvent | null;
  readonly connect: SourceEvent;
  /** What became of the file between link and execution, oldest first. */
  readonly story: readonly {
    readonly step: StoryStep['step'];
    /** The path that came of it. */
    readonly path: string;
    readonly event: SourceEvent;
  }[];
}

export interface LineageAnswer {
  /** Those with the oldest connections first. */
  readonly chains: readonly FoundChain[];
  /** Whether a stated cap was reached, so that chains of this range may be missing. */
  readonly isCut: boolean;
}

/**
 * Finds chains by lineage. What it can not do it throws as a `Failure`; a partial answer of the cluster is a
 * failure too, since a chain in the part that is missing would be lost.
 */
export interface LineageSearch {
  search(request: LineageSearchRequest): Promise<LineageAnswer>;
}
