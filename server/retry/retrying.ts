// SPDX-License-Identifier: Apache-2.0
import type { ExclusionSource } from '../exclusion_store/exclusion_source';
import type { EventIndex } from '../search/event_index';
import type { LineageSearch } from '../search/lineage_search';
import type { SequenceSearch } from '../search/sequence_search';
import type { SecurityRuleSource } from '../security_rules/security_rule_source';
import { withRetries, type RetryOptions } from './with_retries';

/** Waits out a busy cluster. */
export const retryingSequenceSearch = (
  search: SequenceSearch,
  options: RetryOptions,
): SequenceSearch => ({
  search: (request) => withRetries(() => search.search(request), request.signal, options),
});

/** Waits out a busy cluster; each try is a search of its own. */
export const retryingLineageSearch = (
  search: LineageSearch,
  options: RetryOptions,
): LineageSearch => ({
  search: (request) => withRetries(() => search.search(request), request.signal, options),
});

/** Waits out a busy cluster. */
export const retryingExclusionSource = (
  source: ExclusionSource,
  options: RetryOptions,
): ExclusionSource => ({
  load: (lists, signal) => withRetries(() => source.load(lists, signal), signal, options),
});

/** Waits out a busy cluster. */
export const retryingRuleSource = (
  source: SecurityRuleSource,
  signal: AbortSignal,
  options: RetryOptions,
): SecurityRuleSource => ({
  read: (id, spaceId) => withRetries(() => source.read(id, spaceId), signal, options),
});

/** Waits out a busy cluster. */
export const retryingEventIndex = (index: EventIndex, options: RetryOptions): EventIndex => ({
  describe: (indexPatterns, fields, signal) =>
    withRetries(() => index.describe(indexPatterns, fields, signal), signal, options),
  countEvents: (indexPatterns, categories, range, signal) =>
    withRetries(() => index.countEvents(indexPatterns, categories, range, signal), signal, options),
  lateEvents: (request) => withRetries(() => index.lateEvents(request), request.signal, options),
  topValues: (request) => withRetries(() => index.topValues(request), request.signal, options),
});
