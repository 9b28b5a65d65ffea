// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { textAt } from '../../common/ecs';
import { allOf } from '../search/time_filter';
import {
  ALERT_SOURCE,
  GROUP_ID,
  isBlock,
  searchAlerts,
  type AlertAccess,
  type AlertHit,
} from './alert_access';

/** A sequence of the rule has four; more are let through for sequences of an edited Security rule. */
const MOST_BLOCKS = 10;

/** How many documents are fetched at once. */
const PAGE = 1000;

/**
 * The building blocks of alerts by the ids of their shells, in no order. That they are ours is known of the
 * shells: blocks do not say who has found them.
 */
export const readBlocks = async (
  access: AlertAccess,
  shellIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AlertHit[]>> => {
  const blocks = new Map<string, AlertHit[]>(shellIds.map((id) => [id, []]));
  for (let start = 0; start < shellIds.length; start += PAGE / MOST_BLOCKS) {
    const ids = shellIds.slice(start, start + PAGE / MOST_BLOCKS);
    const { hits } = await searchAlerts(
      access,
      i18n.translate('recentlyCompiled.task.readBlocks', {
        defaultMessage: 'Reading the building blocks of alerts',
      }),
      {
        query: allOf(isBlock, { terms: { [GROUP_ID]: ids } }),
        size: PAGE,
        _source: ALERT_SOURCE,
      },
    );
    for (const hit of hits) {
      blocks.get(textAt(hit._source, GROUP_ID) ?? '')?.push(hit);
    }
  }
  return blocks;
};
