// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { shownText } from '../alerts/shown_text';
import { severityWord } from '../alerts/words';
import { OTHERS } from './alert_series';
import type { Split } from './overview_state';

/** Names of hosts are long at times. */
const LONGEST = 60;

/** What a severity or a host is called on the page. */
export function seriesName(name: string, by: Split): string {
  if (by === 'severity') {
    return severityWord(name);
  }
  return name === OTHERS
    ? i18n.translate('recentlyCompiled.overview.alerts.otherHosts', {
        defaultMessage: 'Other hosts',
      })
    : shownText(name, LONGEST).text;
}
