// SPDX-License-Identifier: Apache-2.0
import { flag } from '../http/endpoint';
import type { IndicesOptions } from '../store/resolve_indices';

/** Reads `ignore_unavailable` and `allow_no_indices` of the query string. */
export const indicesOptions = (
  query: URLSearchParams,
  defaults: Partial<IndicesOptions> = {},
): IndicesOptions => ({
  ignoreUnavailable: flag(query, 'ignore_unavailable') ?? defaults.ignoreUnavailable ?? false,
  allowNoIndices: flag(query, 'allow_no_indices') ?? defaults.allowNoIndices ?? true,
});
