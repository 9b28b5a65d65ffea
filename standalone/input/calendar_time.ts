// SPDX-License-Identifier: Apache-2.0

/** The furthest from 1970 that dates go, in milliseconds. */
const FURTHEST = 8.64e15;

/** A time in milliseconds, or undefined where no calendar has it, such as one in nanoseconds. */
export const calendarTime = (time: number | undefined): number | undefined =>
  time !== undefined && Math.abs(time) <= FURTHEST ? time : undefined;
