// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { CheckOutcome } from './check';
import type { EventOrigin } from './event_origin';

/** What checks say where there is no Fleet to ask: a lack in a Kibana, but not where events come from elsewhere. */
export const noFleet = (origin: EventOrigin): CheckOutcome => {
  switch (origin) {
    case 'agents':
      return {
        status: 'warning',
        message: i18n.translate('recentlyCompiled.checks.noFleet.off', {
          defaultMessage:
            'The Fleet plugin of Kibana is off, so that nothing is known about agents and policies',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.noFleet.offRemedy', {
          defaultMessage:
            'Turn Fleet on in kibana.yml (xpack.fleet.enabled): without it Kibana runs no Elastic Security, and without that no alert can be written',
        }),
      };
    case 'recording':
      return {
        status: 'not_applicable',
        message: i18n.translate('recentlyCompiled.checks.noFleet.recording', {
          defaultMessage:
            'Not part of a recording: the events come from files, so there is no Fleet, policy or agent here to look at',
        }),
      };
    case 'files':
      return {
        status: 'not_applicable',
        message: i18n.translate('recentlyCompiled.checks.noFleet.files', {
          defaultMessage:
            'Not part of this host: the events come from files that are followed, and whatever writes them is set up elsewhere',
        }),
      };
    case 'cluster':
      return {
        status: 'not_applicable',
        message: i18n.translate('recentlyCompiled.checks.noFleet.cluster', {
          defaultMessage:
            'Not part of this host: the events are read from a cluster, whose Fleet only its own Kibana can look at',
        }),
      };
  }
};
