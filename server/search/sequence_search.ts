// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../common/alerts';
import type { QueryDsl } from '../../common/exclusions';
import type { TimeRange } from './time_range';

export interface SequenceSearchRequest {
  /** EQL. */
  readonly query: string;
  readonly indexPatterns: readonly string[];
  /** In which the `@timestamp` of every event lies. */
  readonly range: TimeRange;
  /** Events that do not meet it count as not there. */
  readonly filter: QueryDsl | undefined;
  /** Orders events of the same millisecond; undefined leaves that to the order of the index. */
  readonly tiebreakerField: string | undefined;
  /** The most sequences to answer with. */
  readonly size: number;
  readonly signal: AbortSignal;
}

export interface SequencePage {
  /** Each with its events in the order of the stages. Sequences stand in no certain order. */
  readonly sequences: readonly (readonly SourceEvent[])[];
  /** Whether there can be more, because `size` was reached. */
  readonly isFull: boolean;
}

/**
 * Finds sequences of events. What it can not do it throws as a `Failure`; a partial answer of the cluster is
 * a failure too, since a sequence in the part that is missing would be lost.
 */
export interface SequenceSearch {
  search(request: SequenceSearchRequest): Promise<SequencePage>;
}
