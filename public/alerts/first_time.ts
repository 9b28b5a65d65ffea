// SPDX-License-Identifier: Apache-2.0
import type { RelatedPart } from '../../common/api';

/** Events of a sequence, and what led to them, are not what was seen before it. */
const MARGIN = 60_000;

/**
 * Whether nothing was seen of something before the sequence began, within the time that was searched.
 * @returns undefined when that is not known
 */
export function isFirstTime(
  { alerts, events }: Pick<RelatedPart, 'alerts' | 'events'>,
  startedAt: string | null,
): boolean | undefined {
  if (startedAt === null) {
    return undefined;
  }
  const start = Date.parse(startedAt) - MARGIN;
  const isBefore = (time: string | null | undefined): boolean =>
    typeof time === 'string' && Date.parse(time) < start;
  if (isBefore(events?.firstSeen) || isBefore(alerts?.firstSeen)) {
    return false;
  }
  return alerts === null || events === null || events.isLowerBound ? undefined : true;
}
