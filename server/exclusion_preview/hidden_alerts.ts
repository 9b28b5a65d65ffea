// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { AlertSummary } from '../../common/api';
import {
  ALERT_SOURCE,
  isShell,
  ourAlerts,
  searchAlerts,
  type AlertAccess,
} from '../alerts_reader/alert_access';
import { alertSummary, eventOfBlock, inOrder } from '../alerts_reader/alert_summary';
import { readBlocks } from '../alerts_reader/read_blocks';
import { Failure } from '../failure';
import { allOf, withinRange } from '../search/time_filter';
import type { TimeRange } from '../search/time_range';
import type { ExclusionTest } from './exclusion_test';

/** The newest that are tried; each comes with its building blocks. */
const MOST_ALERTS = 500;

export interface HiddenAlerts {
  readonly examined: number;
  readonly isComplete: boolean;
  readonly hidden: readonly AlertSummary[];
}

/** Without `to` it has no end. */
type OpenRange = Pick<TimeRange, 'from'> & Partial<TimeRange>;

/** Alerts of a time range that an exclusion would have hidden, newest first. */
export const hiddenAlerts = async (
  access: AlertAccess,
  range: OpenRange,
  hides: ExclusionTest,
): Promise<HiddenAlerts> => {
  const { hits, total } = await newest(access, range);
  const blocks = await readBlocks(
    access,
    hits.map(({ _id: id }) => id),
  );
  const hidden = hits.flatMap((hit) => {
    const own = inOrder(blocks.get(hit._id) ?? []);
    const events = own.map((block) => ({ _id: block._id, _source: eventOfBlock(block) }));
    return events.length > 0 && hides(events) ? [alertSummary(hit, own)] : [];
  });
  return { examined: hits.length, isComplete: hits.length >= total, hidden };
};

const newest = async (access: AlertAccess, range: OpenRange) => {
  try {
    return await searchAlerts(
      access,
      i18n.translate('recentlyCompiled.task.readAlerts', {
        defaultMessage: 'Reading the alerts of the time range',
      }),
      {
        query: allOf(ourAlerts(access.ruleUuids), isShell, withinRange('@timestamp', range)),
        sort: [{ '@timestamp': { order: 'desc' } }],
        size: MOST_ALERTS,
        track_total_hits: true,
        _source: ALERT_SOURCE,
      },
    );
  } catch (error) {
    // Where no alert was ever written, none would have been hidden.
    if (error instanceof Failure && error.kind === 'missing_index') {
      return { hits: [], total: 0 };
    }
    throw error;
  }
};
