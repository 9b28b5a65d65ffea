// SPDX-License-Identifier: Apache-2.0
import type { EventDocument } from '../../common/search';
import type { ScanFinding } from '../scan/scan_finding';
import { readDefendEvent } from '../../common/ecs';
import { formatTime } from './format_values';
import type { Column } from './table_writer';

/** Columns for the findings of any query. */
export const EVENT_COLUMNS: readonly Column[] = [
  {
    title: 'TIME',
    width: 19,
    flexible: false,
    text: (finding) => timeOf(lastEvent(finding)),
  },
  {
    title: 'HOST',
    width: 20,
    flexible: true,
    text: (finding) => {
      const event = lastEvent(finding);
      return event ? (readDefendEvent(event._source).hostName ?? '') : '';
    },
  },
  {
    title: 'JOIN KEYS',
    width: 40,
    flexible: true,
    text: ({ joinKeys }) => joinKeys?.map((value) => String(value ?? 'none')).join(', ') ?? '',
  },
  {
    title: 'EVENTS',
    width: 60,
    flexible: true,
    text: ({ events }) => events.map(describe).join(' > '),
  },
];

const lastEvent = ({ events }: ScanFinding): EventDocument | undefined =>
  events.filter((event) => event !== null).at(-1);

const timeOf = (event: EventDocument | undefined): string => {
  const timestamp = event && readDefendEvent(event._source).timestamp;
  return timestamp === undefined ? '' : formatTime(timestamp);
};

const describe = (event: EventDocument | null): string => {
  if (!event) {
    return 'missing';
  }
  const { processName, actions } = readDefendEvent(event._source);
  return [processName, actions[0]].filter(Boolean).join(' ') || event._id;
};
