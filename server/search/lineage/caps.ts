// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_LIMITS, type LineageLimits } from '../../../common/lineage';

/** What one search fetches at most; behind it the answer says that it is cut. */
export interface LineageCaps {
  /** Events in which compilers and linkers write files, and in which linkers are started. */
  readonly builds: number;
  /** All events together that are fetched to be looked at. */
  readonly events: number;
  /** How often it is asked again for what became of what was found last. */
  readonly rounds: number;
  /** How many events one request answers with. */
  readonly page: number;
}

export const LINEAGE_CAPS: LineageCaps = {
  builds: 10_000,
  events: 50_000,
  rounds: 32,
  page: 1_000,
};

/**
 * What is followed at once. More than a stream may hold, since a search ends: what a search may fetch of one
 * host is followed whole.
 */
export const SEARCH_LIMITS: LineageLimits = {
  ...DEFAULT_LIMITS,
  files: 50_000,
  processes: 50_000,
  runs: 50_000,
  hosts: 50_000,
  total: 200_000,
};
