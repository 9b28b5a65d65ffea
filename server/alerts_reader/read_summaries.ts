// SPDX-License-Identifier: Apache-2.0
import type { AlertSummary } from '../../common/api';
import { ALERT_SOURCE, searchAlerts, type AlertAccess } from './alert_access';
import { alertSummary } from './alert_summary';
import { readBlocks } from './read_blocks';

type SearchBody = Parameters<typeof searchAlerts>[2];

/** The shells that a search finds, at a glance, with how many there are in all. */
export const readSummaries = async (
  access: AlertAccess,
  task: string,
  body: SearchBody,
): Promise<{ readonly alerts: AlertSummary[]; readonly total: number }> => {
  const { hits, total } = await searchAlerts(access, task, { ...body, _source: ALERT_SOURCE });
  const blocks = await readBlocks(
    access,
    hits.map(({ _id: id }) => id),
  );
  return { alerts: hits.map((hit) => alertSummary(hit, blocks.get(hit._id) ?? [])), total };
};
