// SPDX-License-Identifier: Apache-2.0

/** The aggregations that tell when something was first and last seen. */
export const SEEN = {
  first: { min: { field: '@timestamp' } },
  last: { max: { field: '@timestamp' } },
};

/** Their answer, in milliseconds since 1970; null where nothing was found. */
export interface Seen {
  readonly first: { readonly value: number | null };
  readonly last: { readonly value: number | null };
}

export const seenTimes = (seen: Seen | undefined) => ({
  firstSeen: isoOrNull(seen?.first.value),
  lastSeen: isoOrNull(seen?.last.value),
});

const isoOrNull = (time: number | null | undefined): string | null =>
  time === null || time === undefined ? null : new Date(time).toISOString();
