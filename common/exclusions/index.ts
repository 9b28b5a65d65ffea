// SPDX-License-Identifier: Apache-2.0
export {
  canApplyList,
  eventFilter,
  MAX_DASH_RANGES,
  MAX_LIST_VALUES,
  type EventFilter,
  type NotApplied,
  type QueryDsl,
  type ValueLists,
} from './event_filter';
export { exclusionSchema, isInForce, type Exclusion, type ExclusionEntry } from './exclusion';
export { plainWords } from './plain_words';
export { scopeOf, type Scope } from './scope';
export { sequencePredicate, type SequencePredicate } from './sequence_filter';
