// SPDX-License-Identifier: Apache-2.0

/** Milliseconds since 1970, both ends included. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
