// SPDX-License-Identifier: Apache-2.0
import { maySave } from './capabilities';

test.each([
  [{ recentlyCompiled: { show: true, save: true } }, true],
  [{ recentlyCompiled: { show: true, save: false } }, false],
  [{ recentlyCompiled: { show: true } }, false],
  [{ siem: { save: true } }, false],
])('%j lets the user change things: %s', (capabilities, may) => {
  expect(maySave(capabilities)).toBe(may);
});
