// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { CoverageReason, CoverageVerdict, HostShown, Naming } from '../../common/api';

type Words<Key extends string> = Readonly<Record<Key, () => string>>;

const NAMING: Words<Naming> = {
  invoked: () =>
    i18n.translate('recentlyCompiled.setup.naming.invoked', { defaultMessage: 'As invoked' }),
  resolved: () =>
    i18n.translate('recentlyCompiled.setup.naming.resolved', { defaultMessage: 'Resolved' }),
  mixed: () => i18n.translate('recentlyCompiled.setup.naming.mixed', { defaultMessage: 'Both' }),
  unknown: () =>
    i18n.translate('recentlyCompiled.setup.naming.unknown', { defaultMessage: 'Not seen yet' }),
};

const VERDICT: Words<CoverageVerdict['canMatch']> = {
  yes: () => i18n.translate('recentlyCompiled.setup.verdict.yes', { defaultMessage: 'Can match' }),
  no: () =>
    i18n.translate('recentlyCompiled.setup.verdict.no', { defaultMessage: 'Can not match' }),
  unknown: () =>
    i18n.translate('recentlyCompiled.setup.verdict.unknown', { defaultMessage: 'Not known' }),
};

const REASON: Words<CoverageReason> = {
  no_host_id: () =>
    i18n.translate('recentlyCompiled.setup.reason.noHostId', {
      defaultMessage: 'Its events have no host.id, by which the rule joins them.',
    }),
  no_host: () =>
    i18n.translate('recentlyCompiled.setup.reason.noHost', {
      defaultMessage: 'Its events name neither host nor agent, so hosts can not be told apart.',
    }),
  no_os_type: () =>
    i18n.translate('recentlyCompiled.setup.reason.noOsType', {
      defaultMessage: 'Its events do not say that it runs Linux (host.os.type).',
    }),
  no_process_events: () =>
    i18n.translate('recentlyCompiled.setup.reason.noProcessEvents', {
      defaultMessage:
        'No process events came in this time; see that the policy of Elastic Defend collects them.',
    }),
  no_process_starts: () =>
    i18n.translate('recentlyCompiled.setup.reason.noProcessStarts', {
      defaultMessage: 'No process event tells that a program was started.',
    }),
  no_file_events: () =>
    i18n.translate('recentlyCompiled.setup.reason.noFileEvents', {
      defaultMessage:
        'No file events came in this time; see that the policy of Elastic Defend collects them.',
    }),
  no_file_creations: () =>
    i18n.translate('recentlyCompiled.setup.reason.noFileCreations', {
      defaultMessage: 'No file event tells that a file was created.',
    }),
  no_network_events: () =>
    i18n.translate('recentlyCompiled.setup.reason.noNetworkEvents', {
      defaultMessage:
        'No network events came in this time; see that the policy of Elastic Defend collects them.',
    }),
  no_connections: () =>
    i18n.translate('recentlyCompiled.setup.reason.noConnections', {
      defaultMessage: 'No network event tells that a connection was attempted.',
    }),
  resolved_names: () =>
    i18n.translate('recentlyCompiled.setup.reason.resolvedNames', {
      defaultMessage:
        'Its sensor names the file that really runs, such as x86_64-linux-gnu-ld.bfd, and the rule looks for ld. Use lineage, or add such names to the parameters.',
    }),
  mixed_names: () =>
    i18n.translate('recentlyCompiled.setup.reason.mixedNames', {
      defaultMessage:
        'Processes are named in both ways, as after an update of the sensor; look at one day only.',
    }),
  unknown_names: () =>
    i18n.translate('recentlyCompiled.setup.reason.unknownNames', {
      defaultMessage: 'No program has run by which one could tell how processes are named.',
    }),
};

export const namingWord = (naming: Naming): string => NAMING[naming]();
export const verdictWord = (verdict: CoverageVerdict['canMatch']): string => VERDICT[verdict]();
export const reasonWords = (reason: CoverageReason): string => REASON[reason]();

/** What a choice of hosts is called, with how many there are. */
export function shownWord(shown: HostShown, count: number): string {
  switch (shown) {
    case 'all':
      return i18n.translate('recentlyCompiled.setup.show.all', {
        defaultMessage: 'All hosts ({count, number})',
        values: { count },
      });
    case 'published_no':
      return i18n.translate('recentlyCompiled.setup.show.publishedNo', {
        defaultMessage: 'The published rule can not match ({count, number})',
        values: { count },
      });
    case 'published_unknown':
      return i18n.translate('recentlyCompiled.setup.show.publishedUnknown', {
        defaultMessage: 'Not known for the published rule ({count, number})',
        values: { count },
      });
    case 'lineage_no':
      return i18n.translate('recentlyCompiled.setup.show.lineageNo', {
        defaultMessage: 'Lineage can not match ({count, number})',
        values: { count },
      });
  }
}

/** How far back events count. */
export const daysWord = (days: number): string =>
  i18n.translate('recentlyCompiled.setup.days', {
    defaultMessage: '{days, plural, one {Last 24 hours} other {Last # days}}',
    values: { days },
  });
