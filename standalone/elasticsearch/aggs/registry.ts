// SPDX-License-Identifier: Apache-2.0
import type { Aggregation } from './aggregate';
import { composite } from './composite';
import { dateHistogram } from './date_histogram';
import { filter, filters } from './filters';
import { avg, cardinality, max, min, sum, valueCount } from './metrics';
import { terms } from './terms';
import { topHits } from './top_hits';
import { topMetrics } from './top_metrics';

/** One file a family; what is not here is answered with 501. */
export const AGGREGATIONS: Readonly<Record<string, Aggregation>> = {
  avg,
  cardinality,
  composite,
  date_histogram: dateHistogram,
  filter,
  filters,
  max,
  min,
  sum,
  terms,
  top_hits: topHits,
  top_metrics: topMetrics,
  value_count: valueCount,
};
