// SPDX-License-Identifier: Apache-2.0
import { scopeOf } from '../../common/exclusions';
import { checkForm } from './check_form';
import { ALERT, ALERT_EVENTS } from './exclusions_test_data';
import { entriesOf } from './form';
import { prefill } from './prefill';

const is = (field: string, value: string) => ({
  field,
  operator: 'included',
  type: 'match',
  value,
});
const entries = (...[alert]: Parameters<typeof prefill>) =>
  entriesOf(prefill(alert).groups[0] ?? []);

test('is this program on this host to this address, which one event meets', () => {
  const form = prefill({ alert: ALERT, events: ALERT_EVENTS });
  const made = entriesOf(form.groups[0] ?? []);
  expect(made).toEqual([
    is('host.name', 'lab1'),
    is('process.executable', '/home/dev/rs'),
    is('destination.ip', '203.0.113.7'),
  ]);
  expect(scopeOf({ entries: made })).toBe('event');
  expect(form).toMatchObject({
    name: '/home/dev/rs on lab1',
    comment: 'Added from the alert a1',
    expireTime: null,
  });
  expect(checkForm(form, 0)).toEqual([]);
});

test('takes the linked file where the program is not told', () => {
  const events = ALERT_EVENTS.filter(({ stage }) => stage === 'link');
  const made = entries({ alert: ALERT, events });
  expect(made).toEqual([
    is('host.name', 'lab1'),
    is('file.path', '/home/dev/rs'),
    is('destination.ip', '203.0.113.7'),
  ]);
  expect(scopeOf({ entries: made })).toBe('sequence');
});

test('takes what the alert itself tells when the events are gone', () => {
  const events = ALERT_EVENTS.map((event) => ({ ...event, source: null }));
  expect(entries({ alert: ALERT, events }).map(({ field }) => field)).toEqual([
    'host.name',
    'file.path',
    'destination.ip',
  ]);
});

test('has one empty condition when nothing is known', () => {
  const unknown = { ...ALERT, hostName: null, binaryPath: null, destinationIp: null };
  const form = prefill({ alert: unknown, events: [] });
  expect(form.groups).toHaveLength(1);
  expect(entries({ alert: unknown, events: [] })).toEqual([]);
  expect(form.name).toBe('');
});

test('cuts a name that is longer than any may be', () => {
  const { name } = prefill({ alert: { ...ALERT, hostName: 'h'.repeat(300) }, events: [] });
  expect(name).toHaveLength(256);
  expect(name.endsWith('…')).toBe(true);
});
