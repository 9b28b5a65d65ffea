// SPDX-License-Identifier: Apache-2.0
import { isCutShort, type ScanResult } from '../scan/scan';
import { formatCount, formatDuration, formatTime, formatZone } from './format_values';

export interface SummaryOptions {
  /** What a finding is called: "alert" for the rule, "match" for any other query. */
  readonly noun: string;
  readonly plural: string;
  readonly slack: number;
}

/** What a scan read and found, for people; each thing that went missing with its remedy. */
export const summaryText = (
  result: ScanResult,
  { noun, plural, slack }: SummaryOptions,
): string => {
  const { tally, findings, stats } = result;
  const { events, hosts, first, last, badLines, untimed } = tally;
  const span =
    first <= last
      ? `, ${formatTime(first)} to ${formatTime(last)} ${formatZone(last)} (${formatDuration(last - first)})`
      : '';
  const lines = [
    `${isCutShort(result) ? 'Stopped. ' : ''}Scanned ${formatCount(events, 'event')} of ${formatCount(hosts.size, 'host')}${span}: ${formatCount(findings, noun, plural)}.`,
  ];
  if (badLines > 0) {
    lines.push(
      `${formatCount(badLines, 'line')} skipped that ${badLines === 1 ? 'is' : 'are'} no event.`,
    );
  }
  if (untimed > 0) {
    lines.push(`${formatCount(untimed, 'event')} left out for want of an @timestamp.`);
  }
  if (stats.late > 0) {
    lines.push(
      `${formatCount(stats.late, 'event')} came more than ${formatDuration(slack)} late and could not be put in order; a larger --slack takes them in.`,
    );
  }
  return `${lines.join('\n')}\n`;
};
