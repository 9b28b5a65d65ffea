// SPDX-License-Identifier: Apache-2.0
import { InputError } from '../input/input_error';
import { ScanTally } from '../input/scan_tally';
import type { ScanResult } from '../scan/scan';
import { formatTime, formatZone } from './format_values';
import { summaryText } from './summary';

const FIRST = Date.parse('2026-03-01T10:00:00Z');
const LAST = Date.parse('2026-03-01T12:30:00Z');
const SPAN = `${formatTime(FIRST)} to ${formatTime(LAST)} ${formatZone(LAST)} (2 h 30 min)`;

const resultOf = (
  tallied: Partial<Pick<ScanTally, 'events' | 'badLines' | 'untimed'>> = {},
  { late = 0, ...rest }: Partial<ScanResult> & { late?: number } = {},
): ScanResult => {
  const tally = Object.assign(new ScanTally(() => undefined), { events: 1234 }, tallied);
  ['a', 'b'].forEach((host) => tally.hosts.add(host));
  [LAST, FIRST].forEach((time) => tally.addTime(time));
  return {
    tally,
    findings: 3,
    stats: { matched: [], late },
    interrupted: false,
    failure: undefined,
    ...rest,
  };
};

const ALERTS = { noun: 'alert', plural: 'alerts', slack: 10_000 };
const summary = (result: ScanResult): string[] => summaryText(result, ALERTS).trimEnd().split('\n');

describe('summaryText', () => {
  it('tells events, hosts, the time that they span, and alerts', () => {
    expect(summary(resultOf())).toEqual([`Scanned 1,234 events of 2 hosts, ${SPAN}: 3 alerts.`]);
  });

  it('names what was found', () => {
    const text = summaryText(resultOf({}, { findings: 1 }), {
      noun: 'match',
      plural: 'matches',
      slack: 0,
    });
    expect(text).toContain(': 1 match.');
  });

  it('tells no time where none was seen', () => {
    const empty = { ...resultOf(), tally: new ScanTally(() => undefined), findings: 0 };
    expect(summary(empty)).toEqual(['Scanned 0 events of 0 hosts: 0 alerts.']);
  });

  it.each<[string, ScanResult, string]>([
    ['one bad line', resultOf({ badLines: 1 }), '1 line skipped that is no event.'],
    ['bad lines', resultOf({ badLines: 2000 }), '2,000 lines skipped that are no event.'],
    [
      'events without time',
      resultOf({ untimed: 2 }),
      '2 events left out for want of an @timestamp.',
    ],
    [
      'events that came too late',
      resultOf({}, { late: 5 }),
      '5 events came more than 10.0 s late and could not be put in order; a larger --slack takes them in.',
    ],
  ])('tells of %s', (_, result, line) => {
    expect(summary(result).slice(1)).toEqual([line]);
  });

  it.each<[string, Partial<ScanResult>]>([
    ['the signal came', { interrupted: true }],
    ['an input failed', { failure: new InputError('a', 'b', 'c') }],
  ])('says that it stopped when %s', (_, rest) => {
    expect(summary(resultOf({}, rest))[0]).toMatch(/^Stopped\. Scanned 1,234 events/);
  });
});
