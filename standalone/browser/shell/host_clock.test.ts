// SPDX-License-Identifier: Apache-2.0
import type { HostStatus } from '../../host/host_status';
import { hostNow } from './host_clock';

const END = '2026-11-24T11:58:00.010Z';
const NEXT_YEAR = Date.parse('2027-06-01T00:00:00.000Z');
const served = (source: HostStatus['time']['source']): HostStatus => ({
  time: { source, now: END, explanation: '' },
  events: { source: 'files', count: 1, from: END, to: END },
  rules: { runs: 0 },
});

test('of a recording, now is its end, whenever it is looked at', () => {
  expect(hostNow(served('recording'), () => NEXT_YEAR)).toBe(Date.parse(END));
});

test('of events that come while the host runs, now is the time of this computer', () => {
  expect(hostNow(served('clock'), () => NEXT_YEAR)).toBe(NEXT_YEAR);
});

test.each([undefined, 'gone'] as const)('of a host that is %s too', (status) => {
  expect(hostNow(status, () => NEXT_YEAR)).toBe(NEXT_YEAR);
});
