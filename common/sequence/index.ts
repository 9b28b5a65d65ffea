// SPDX-License-Identifier: Apache-2.0
export { combinations, compareJoinKeys, joinKey, NO_KEY, type JoinKey } from './join_key';
export { areTied, compareOrdinals, compareTiebreakers, type Ordinal } from './ordinal';
export { ReorderBuffer, type Moment } from './reorder_buffer';
export {
  SequenceMatcher,
  TooManyInFlightError,
  type MatcherOptions,
  type Miss,
  type MissReason,
  type Sequence,
  type StageHits,
} from './sequence_matcher';
export type { SequenceShape } from './sequence_shape';
export type { SequenceStats } from './sequence_stats';
