// SPDX-License-Identifier: Apache-2.0
export { createDetector, type Detector, type DetectorStats, type Finding } from './detector';
export type { EventDocument } from './event_document';
export { requiredText, type RequiredText } from './required_text';
export { searchEvents, type SearchContext, type SearchRequest, type SearchResult } from './search';
export { timestampReader, type StreamedEvent, type StreamOptions } from './sequence_stream';
export {
  planCondition,
  planStages,
  planUntil,
  type PlanOptions,
  type StagePlan,
} from './stage_plan';
