// SPDX-License-Identifier: Apache-2.0
import type { StoryStep } from '../../common/lineage';
import type { Finding } from '../../common/search';

/** The two ways to find a chain: by the names of the published rule, or by following the file. */
export type Detection = 'published' | 'lineage';

/** What a scan finds. */
export interface ScanFinding extends Finding {
  /** Who found it; undefined for queries that people bring. */
  readonly foundBy?: readonly Detection[];
  /** What became of the file before it was run; lineage alone knows. */
  readonly story?: readonly StoryStep[];
}
