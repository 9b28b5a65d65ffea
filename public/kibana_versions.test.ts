// SPDX-License-Identifier: Apache-2.0
import { opensTimelineByQuery, visibilities } from './kibana_versions';

test('Kibana 8 is told by statuses: 1 is visible, 3 is hidden', () => {
  expect(visibilities('8.12.2')).toEqual({
    app: { navLinkStatus: 1, searchable: true },
    deepLink: { navLinkStatus: 3, searchable: true },
  });
});

test.each(['9.0.0', '9.1.0-SNAPSHOT', '10.0.0'])('Kibana %s is told by places', (version) => {
  expect(visibilities(version)).toEqual({
    app: { visibleIn: ['globalSearch', 'classicSideNav', 'projectSideNav'] },
    deepLink: { visibleIn: ['globalSearch'] },
  });
});

test.each([
  ['8.12.2', false],
  ['8.15.5', false],
  ['8.16.0', true],
  ['9.1.0', true],
])('%s opens Timeline by an address with a query: %s', (version, isSo) => {
  expect(opensTimelineByQuery(version)).toBe(isSo);
});
