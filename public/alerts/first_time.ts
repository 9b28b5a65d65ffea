// SPDX-License-Identifier: Apache-2.0
import type { RelatedPart } from '../../common/api';

/** What a user did that led to the sequence is not what was seen of the user before it, in milliseconds. */
export const LEADS_TO_SEQUENCE = 60_000;

/**
 * Whether nothing was seen of something before the sequence began, within the time that was searched.
 * @param margin how long before its first event the sequence is taken to begin, in milliseconds
 * @returns undefined when that is not known
 */
export function isFirstTime(
  { alerts, events }: Pick<RelatedPart, 'alerts' | 'events'>,
  startedAt: string | null,
  margin = 0,
): boolean | undefined {
  if (startedAt === null) {
    return undefined;
  }
  const start = Date.parse(startedAt) - margin;
  const isBefore = (time: string | null | undefined): boolean =>
    typeof time === 'string' && Date.parse(time) < start;
  if (isBefore(events?.firstSeen) || isBefore(alerts?.firstSeen)) {
    return false;
  }
  return alerts === null || events === null || events.isLowerBound ? undefined : true;
}
