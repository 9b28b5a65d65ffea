// SPDX-License-Identifier: Apache-2.0

/** Each index of the double has one shard. */
export const shards = (count: number) => ({
  total: count,
  successful: count,
  skipped: 0,
  failed: 0,
});
