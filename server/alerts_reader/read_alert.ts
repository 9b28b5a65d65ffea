// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { readLineageRecord, type LineageRecord } from '../../common/alerts';
import type { AlertResponse } from '../../common/api';
import { Failure } from '../failure';
import { allOf } from '../search/time_filter';
import {
  isShell,
  ourAlerts,
  searchAlerts,
  type AlertAccess,
  type AlertSource,
} from './alert_access';
import { alertSummary, inOrder } from './alert_summary';
import { readAncestors, type AncestorsOptions } from './ancestors';
import { readFileEvents } from './file_events';
import { readBlocks } from './read_blocks';
import { readRelated } from './related';
import { readSourceEvents } from './source_events';

/** One alert with all that belongs to it. */
export const readAlert = async (
  access: AlertAccess,
  id: string,
  indexPatterns: readonly string[],
): Promise<AlertResponse> => {
  const { hits } = await searchAlerts(
    access,
    i18n.translate('recentlyCompiled.task.readAlert', { defaultMessage: 'Reading the alert' }),
    {
      query: allOf(ourAlerts(access.ruleUuids), isShell, { ids: { values: [id] } }),
      size: 1,
    },
  );
  const [shell] = hits;
  if (!shell) {
    throw new Failure('not_found', {
      message: i18n.translate('recentlyCompiled.failure.noAlert', {
        defaultMessage: 'There is no alert [{id}] of this rule in this space',
        values: { id },
      }),
      remedy: i18n.translate('recentlyCompiled.failure.noAlertRemedy', {
        defaultMessage:
          'Go back to the list of alerts; it may have been deleted, or be in another space',
      }),
    });
  }
  const blocks = (await readBlocks(access, [id])).get(id) ?? [];
  const alert = alertSummary(shell, blocks);
  const record = readLineageRecord(shell._source);
  const paths = (record?.story ?? []).map(({ path }) => path);
  const scope = { access, indexPatterns, alert };
  const [{ events, fileStory, ancestors }, fileEvents, related] = await Promise.all([
    readProcesses(scope, shell._source, record),
    readFileEvents({ ...scope, paths }),
    readRelated({ ...scope, paths }),
  ]);
  return {
    alert,
    shell: shell._source,
    blocks: inOrder(blocks).map((block) => ({ id: block._id, source: block._source })),
    events: [...events],
    fileStory: [...fileStory],
    fileEvents,
    ancestors,
    related,
  };
};

/** The events of an alert, and the processes above those that they tell of. */
const readProcesses = async (
  scope: Omit<AncestorsOptions, 'events'>,
  shell: AlertSource,
  record: LineageRecord | undefined,
) => {
  const found = await readSourceEvents(scope.access, shell, record);
  const events = [...found.events, ...found.fileStory].flatMap(({ source }) =>
    source === null ? [] : [source],
  );
  return { ...found, ancestors: await readAncestors({ ...scope, events }) };
};
