// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { EXCLUSION_LIST_ID, type PreviewRequest, type PreviewResponse } from '../../common/api';
import { eventFilter, plainWords, scopeOf, type Exclusion } from '../../common/exclusions';
import type { RuleParams } from '../../common/rule';
import type { AlertAccess } from '../alerts_reader/alert_access';
import { sequenceFacts } from '../alerts_reader/alert_summary';
import type { ExclusionStore } from '../exclusion_store/exclusion_store';
import type { Notice } from '../notice';
import { invalidFields } from '../request_failure';
import { eventsOf } from '../search/all_sequences';
import type { Searches } from '../search/find_sequences';
import type { TimeRange } from '../search/time_range';
import { exclusionTest } from './exclusion_test';
import { hiddenAlerts, type HiddenAlerts } from './hidden_alerts';
import { hiddenSequences, type HiddenSequences } from './hidden_sequences';

export interface PreviewOptions {
  readonly access: AlertAccess;
  readonly searches: Searches;
  readonly store: ExclusionStore;
  readonly params: RuleParams;
  readonly now: number;
}

/** As many are shown; the counts hold for all. */
const MOST_SHOWN = 50;

const DAY = 86_400_000;
const USUAL_RANGE = 7 * DAY;

/** A longer range would keep the cluster busy for too long. */
const LONGEST_RANGE = 31 * DAY;

/** What an exclusion would have hidden among the alerts and the sequences of a time range. */
export const previewExclusion = async (
  options: PreviewOptions,
  request: PreviewRequest,
): Promise<PreviewResponse> => {
  const { access, searches, store, params, now } = options;
  const range = readRange(request, now);
  const exclusion = toExclusion(request);
  const others = (await store.all()).filter((other) => other.item_id !== request.itemId);
  const lists = await store.valueLists([exclusion, ...others], access.signal);
  const hides = exclusionTest(exclusion, { now, lists });
  const [alerts, sequences] = await Promise.all([
    // A run that is under way writes alerts after this moment, by the clock of its own.
    hiddenAlerts(access, request.to === undefined ? { from: range.from } : range, hides),
    hiddenSequences({ searches, params, range, others, lists, now, signal: access.signal }, hides),
  ]);
  return {
    scope: scopeOf(exclusion),
    words: plainWords(exclusion),
    alerts: { ...countsOf(alerts), list: alerts.hidden.slice(0, MOST_SHOWN) },
    sequences: {
      ...countsOf(sequences),
      list: sequences.hidden.slice(0, MOST_SHOWN).map((sequence) => ({
        events: eventsOf(sequence).map(({ _id: id, _index: index }) => ({ id, index })),
        facts: sequenceFacts(sequence.events.map((event) => event && event._source)),
      })),
    },
    warnings: [
      ...eventFilter([exclusion], lists).notApplied.map(({ reason, remedy }) => ({
        message: i18n.translate('recentlyCompiled.preview.notApplied', {
          defaultMessage: 'The exclusion can not be applied: {reason}',
          values: { reason },
        }),
        remedy,
      })),
      ...warningsAbout(alerts, sequences),
    ],
  };
};

const readRange = (request: PreviewRequest, now: number): TimeRange => {
  const to = request.to === undefined ? now : Date.parse(request.to);
  const from = request.from === undefined ? to - USUAL_RANGE : Date.parse(request.from);
  const range = { from, to };
  if (range.from > range.to || range.to - range.from > LONGEST_RANGE) {
    throw invalidFields([
      {
        field: 'to',
        message: i18n.translate('recentlyCompiled.preview.range', {
          defaultMessage: '[to] must be after [from], by 31 days at most',
        }),
        remedy: i18n.translate('recentlyCompiled.preview.rangeRemedy', {
          defaultMessage: 'Choose a shorter time range',
        }),
      },
    ]);
  }
  return range;
};

const toExclusion = ({ exclusion, itemId }: PreviewRequest): Exclusion => ({
  item_id: itemId ?? 'preview',
  list_id: EXCLUSION_LIST_ID,
  name: 'preview',
  description: '',
  entries: exclusion.entries,
  os_types: exclusion.osTypes,
});

const countsOf = ({ examined, isComplete, hidden }: HiddenAlerts | HiddenSequences) => ({
  examined,
  isComplete,
  hidden: hidden.length,
});

const warningsAbout = (alerts: HiddenAlerts, sequences: HiddenSequences): Notice[] => {
  const atWork = alerts.hidden.filter(({ status }) => status !== 'closed').length;
  return [
    ...(alerts.examined > 0 && alerts.hidden.length === alerts.examined
      ? [
          {
            message: i18n.translate('recentlyCompiled.preview.everyAlert', {
              defaultMessage: 'It hides every alert of this time range ({count, number})',
              values: { count: alerts.examined },
            }),
            remedy: narrow(),
          },
        ]
      : []),
    ...(sequences.examined > 0 && sequences.hidden.length === sequences.examined
      ? [
          {
            message: i18n.translate('recentlyCompiled.preview.everySequence', {
              defaultMessage: 'It hides every sequence of this time range ({count, number})',
              values: { count: sequences.examined },
            }),
            remedy: narrow(),
          },
        ]
      : []),
    ...(atWork > 0
      ? [
          {
            message: i18n.translate('recentlyCompiled.preview.atWork', {
              defaultMessage:
                'It hides {count, plural, one {an alert} other {# alerts}} that somebody still has to look at or works on',
              values: { count: atWork },
            }),
            remedy: i18n.translate('recentlyCompiled.preview.atWorkRemedy', {
              defaultMessage:
                'Look at alerts that are open or acknowledged first, and close those that are harmless',
            }),
          },
        ]
      : []),
  ];
};

const narrow = (): string =>
  i18n.translate('recentlyCompiled.preview.narrow', {
    defaultMessage: 'Add a condition, such as the host, the user or the path of the binary',
  });
