// SPDX-License-Identifier: Apache-2.0
import { maySave, mayShow } from './capabilities';

test.each([
  [{ recentlyCompiled: { show: true, save: true } }, true],
  [{ recentlyCompiled: { show: true, save: false } }, false],
  [{ recentlyCompiled: { show: true } }, false],
  [{ siem: { save: true } }, false],
])('%j lets the user change things: %s', (capabilities, may) => {
  expect(maySave(capabilities)).toBe(may);
});

test.each([
  [{ recentlyCompiled: { show: true, save: false } }, true],
  [{ recentlyCompiled: { show: false, save: true } }, false],
  [{ recentlyCompiled: {} }, false],
  [{ siem: { show: true } }, false],
])('%j lets the user see the app: %s', (capabilities, may) => {
  expect(mayShow(capabilities)).toBe(may);
});
