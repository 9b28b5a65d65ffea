// SPDX-License-Identifier: Apache-2.0
export { SYSTEM_CLOCK, type Clock } from './clock';
export {
  retryingEventIndex,
  retryingExclusionSource,
  retryingLineageSearch,
  retryingRuleSource,
  retryingSequenceSearch,
} from './retrying';
export { withRetries, type RetryOptions } from './with_retries';
