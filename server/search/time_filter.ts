// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../common/exclusions';
import type { TimeRange } from './time_range';

/** A date field within a range, both ends included, in UTC; without `to` the range has no end. */
export const withinRange = (
  field: string,
  { from, to }: Pick<TimeRange, 'from'> & Partial<TimeRange>,
): QueryDsl => ({
  range: {
    [field]: {
      gte: new Date(from).toISOString(),
      ...(to !== undefined && { lte: new Date(to).toISOString() }),
      format: 'strict_date_optional_time',
    },
  },
});

/** All of several queries. */
export const allOf = (...queries: readonly (QueryDsl | undefined)[]): QueryDsl => ({
  bool: { filter: queries.filter((query) => query !== undefined) },
});
