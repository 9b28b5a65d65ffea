// SPDX-License-Identifier: Apache-2.0
export type { EventDocument } from './event_document';
export { searchEvents, type FoundSequence, type SearchContext, type SearchRequest, type SearchResult } from './search';
