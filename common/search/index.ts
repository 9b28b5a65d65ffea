// SPDX-License-Identifier: Apache-2.0
export { createDetector } from './create_detector';
export type { Detector, DetectorStats, Finding } from './detector';
export type { EventDocument } from './event_document';
export { compileQueryDsl, type DocumentPredicate } from './query_dsl';
export { requiredText, type RequiredText } from './required_text';
export { searchEvents, type SearchContext, type SearchRequest, type SearchResult } from './search';
export { timestampReader, type StreamedEvent, type StreamOptions } from './streamed_event';
export {
  planCondition,
  planStages,
  planUntil,
  type PlanOptions,
  type StagePlan,
} from './stage_plan';
