// SPDX-License-Identifier: Apache-2.0
import { addressText } from './address_text';

test.each([
  ['203.0.113.7', 4444, '203.0.113.7:4444'],
  ['fd77::2', 4444, '[fd77::2]:4444'],
  ['fd77::2', undefined, 'fd77::2'],
  [undefined, 4444, undefined],
])('%s with port %s', (ip, port, text) => {
  expect(addressText(ip, port)).toBe(text);
});
