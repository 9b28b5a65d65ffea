// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

/**
 * Where the events come from: agents of this Kibana's Fleet; files that were read once; files that grow; or a
 * cluster that is only read, while Fleet belongs to another Kibana.
 */
export type EventOrigin = 'agents' | 'recording' | 'files' | 'cluster';

/** What to do when events are missing. */
export const getEvents = (origin: EventOrigin): string => {
  switch (origin) {
    case 'agents':
      return i18n.translate('recentlyCompiled.checks.events.fromAgents', {
        defaultMessage:
          'Turn on process, file and network events for Linux in the policy of Elastic Defend, and check that its agents are healthy',
      });
    case 'recording':
      return i18n.translate('recentlyCompiled.checks.events.fromRecording', {
        defaultMessage:
          'Open files that hold process, file and network events of Linux hosts, as Elastic Defend writes them',
      });
    case 'files':
      return i18n.translate('recentlyCompiled.checks.events.fromFiles', {
        defaultMessage:
          'Check that the files still grow and hold process, file and network events of Linux hosts, as Elastic Defend writes them',
      });
    case 'cluster':
      return i18n.translate('recentlyCompiled.checks.events.fromCluster', {
        defaultMessage:
          'Check in the Kibana of that cluster that Elastic Defend collects process, file and network events of Linux hosts, and the index patterns of the rule',
      });
  }
};
