// SPDX-License-Identifier: Apache-2.0
import type { ScanFinding } from '../scan/scan_finding';
import { alertFacts, type AlertFacts } from '../alert_facts';
import { formatDuration, formatTime } from './format_values';
import type { Column } from './table_writer';

const fact =
  (text: (facts: AlertFacts) => string | undefined) =>
  (finding: ScanFinding): string =>
    text(alertFacts(finding)) ?? 'unknown';

const foundBy = ({ foundBy: names = ['published'] }: ScanFinding): string =>
  names.length > 1 ? 'both' : names.join();

/** Columns for the alerts of the rule. */
export const ALERT_COLUMNS: readonly Column[] = [
  {
    title: 'TIME',
    width: 19,
    flexible: false,
    text: fact(({ timestamp }) => (timestamp === undefined ? undefined : formatTime(timestamp))),
  },
  { title: 'HOST', width: 24, flexible: true, text: fact(({ host }) => host) },
  { title: 'USER', width: 8, flexible: false, text: fact(({ user }) => user) },
  {
    title: 'COMPILED BY',
    width: 34,
    flexible: true,
    text: fact(({ buildCommand }) => buildCommand),
  },
  { title: 'BINARY', width: 44, flexible: true, text: fact(({ binary }) => binary) },
  {
    title: 'AFTER',
    width: 7,
    flexible: false,
    alignRight: true,
    text: fact(({ delay }) => (delay === undefined ? undefined : formatDuration(delay))),
  },
  {
    title: 'CONNECTED TO',
    width: 21,
    flexible: false,
    text: fact(({ destination }) => destination),
  },
  { title: 'FOUND BY', width: 9, flexible: false, text: foundBy },
];
