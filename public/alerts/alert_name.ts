// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { AlertSummary } from '../../common/api';
import { shownText } from '../shown_text';

const MOST = 60;

/** The program and the host, as people tell alerts apart, in one line. */
export function alertName({
  processName,
  hostName,
  id,
}: Pick<AlertSummary, 'processName' | 'hostName' | 'id'>): string {
  const { text: program } = shownText(processName ?? id, MOST);
  return hostName === null
    ? program
    : i18n.translate('recentlyCompiled.alerts.one.title', {
        defaultMessage: '{program} on {host}',
        values: { program, host: shownText(hostName, MOST).text },
      });
}
