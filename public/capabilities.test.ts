// SPDX-License-Identifier: Apache-2.0
import { mayOpenSecurity, maySave, mayShow } from './capabilities';

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

test.each([
  [{ siem: { show: true } }, true],
  [{ siemV2: { show: true } }, true],
  [{ siem: { show: false, crud: false } }, false],
  // As Kibana 8.12 has it for who holds no privilege of Security.
  [
    { siem: { show: false }, navLinks: { securitySolution: false, securitySolutionUI: true } },
    false,
  ],
  [{ siemMigrations: { show: true } }, false],
  [{}, false],
])('%j lets the user open Security: %s', (capabilities, may) => {
  expect(mayOpenSecurity(capabilities)).toBe(may);
});
