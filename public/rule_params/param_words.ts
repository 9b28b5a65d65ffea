// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Detection, RuleParams } from '../../common/rule';

export type ParamName = keyof RuleParams;

/** What only one of the detections goes by. */
const OF_DETECTION: Record<Detection, readonly ParamName[]> = {
  published: ['compilers', 'linkers', 'maxspan'],
  lineage: ['lineageCompilers', 'lineageLinkers', 'lineageWindow'],
};

/** The parameters that matter with a detection, in the order in which they are shown. */
export const paramsWith = (detection: Detection): ParamName[] => {
  const others = OF_DETECTION[detection === 'published' ? 'lineage' : 'published'];
  return (Object.keys(paramWords()) as ParamName[]).filter((name) => !others.includes(name));
};

export interface ParamWords {
  readonly label: string;
  readonly help: string;
}

/** What each parameter is called, and what it does. */
export const paramWords = (): Record<ParamName, ParamWords> => ({
  detection: {
    label: i18n.translate('recentlyCompiled.params.detection.label', {
      defaultMessage: 'Detection',
    }),
    help: i18n.translate('recentlyCompiled.params.detection.help', {
      defaultMessage: 'How a recently compiled program is recognised.',
    }),
  },
  compilers: {
    label: i18n.translate('recentlyCompiled.params.compilers.label', {
      defaultMessage: 'Compilers',
    }),
    help: i18n.translate('recentlyCompiled.params.compilers.help', {
      defaultMessage:
        'Names of the processes that compile, exactly as events carry them. Newer sensors report the resolved name, such as x86_64-linux-gnu-gcc-12.',
    }),
  },
  linkers: {
    label: i18n.translate('recentlyCompiled.params.linkers.label', { defaultMessage: 'Linkers' }),
    help: i18n.translate('recentlyCompiled.params.linkers.help', {
      defaultMessage: 'Names of the processes that write the program, such as ld.',
    }),
  },
  lineageCompilers: {
    label: i18n.translate('recentlyCompiled.params.lineageCompilers.label', {
      defaultMessage: 'Compilers and their drivers',
    }),
    help: i18n.translate('recentlyCompiled.params.lineageCompilers.help', {
      defaultMessage:
        'Names of processes; * stands for any text. An entry with / is compared with the whole path.',
    }),
  },
  lineageLinkers: {
    label: i18n.translate('recentlyCompiled.params.lineageLinkers.label', {
      defaultMessage: 'Programs that write programs',
    }),
    help: i18n.translate('recentlyCompiled.params.lineageLinkers.help', {
      defaultMessage: 'Linkers, and compilers that link themselves, written in the same way.',
    }),
  },
  lineageWindow: {
    label: i18n.translate('recentlyCompiled.params.lineageWindow.label', {
      defaultMessage: 'From linking to connecting within',
    }),
    help: i18n.translate('recentlyCompiled.params.lineageWindow.help', {
      defaultMessage: 'From 1 second to 1 day.',
    }),
  },
  excludedProcessNames: {
    label: i18n.translate('recentlyCompiled.params.excludedProcessNames.label', {
      defaultMessage: 'Programs that do not count',
    }),
    help: i18n.translate('recentlyCompiled.params.excludedProcessNames.help', {
      defaultMessage: 'Connections of processes with these names raise no alert.',
    }),
  },
  excludedNetworks: {
    label: i18n.translate('recentlyCompiled.params.excludedNetworks.label', {
      defaultMessage: 'Networks that do not count',
    }),
    help: i18n.translate('recentlyCompiled.params.excludedNetworks.help', {
      defaultMessage:
        'Connections to these addresses or blocks in CIDR notation raise no alert, such as 10.0.0.0/8.',
    }),
  },
  maxspan: {
    label: i18n.translate('recentlyCompiled.params.maxspan.label', {
      defaultMessage: 'From compiling to connecting within',
    }),
    help: i18n.translate('recentlyCompiled.params.maxspan.help', {
      defaultMessage: 'From 1 millisecond to 1 day.',
    }),
  },
  indexPatterns: {
    label: i18n.translate('recentlyCompiled.params.indexPatterns.label', {
      defaultMessage: 'Index patterns',
    }),
    help: i18n.translate('recentlyCompiled.params.indexPatterns.help', {
      defaultMessage: 'Where the events are: indices and data streams, with * as the wildcard.',
    }),
  },
  tiebreakerField: {
    label: i18n.translate('recentlyCompiled.params.tiebreakerField.label', {
      defaultMessage: 'Tiebreaker field',
    }),
    help: i18n.translate('recentlyCompiled.params.tiebreakerField.help', {
      defaultMessage:
        'Orders events of the same millisecond. Without it, sequences that happen so fast are missed.',
    }),
  },
  interval: {
    label: i18n.translate('recentlyCompiled.params.interval.label', {
      defaultMessage: 'Runs every',
    }),
    help: i18n.translate('recentlyCompiled.params.interval.help', {
      defaultMessage: 'From 1 second to 1 day.',
    }),
  },
  from: {
    label: i18n.translate('recentlyCompiled.params.from.label', { defaultMessage: 'Looks back' }),
    help: i18n.translate('recentlyCompiled.params.from.help', {
      defaultMessage:
        'By name, at least the interval and the time from compiling to connecting together; by lineage, at least the interval. At most 7 days.',
    }),
  },
  maxLateness: {
    label: i18n.translate('recentlyCompiled.params.maxLateness.label', {
      defaultMessage: 'Late events up to',
    }),
    help: i18n.translate('recentlyCompiled.params.maxLateness.help', {
      defaultMessage:
        'Events that arrive later than this after they happened are not searched for. At most 7 days.',
    }),
  },
  maxSignals: {
    label: i18n.translate('recentlyCompiled.params.maxSignals.label', {
      defaultMessage: 'Most alerts of a run',
    }),
    help: i18n.translate('recentlyCompiled.params.maxSignals.help', {
      defaultMessage: 'From 1 to 1,000. What is more waits for the next run, none is lost.',
    }),
  },
});
