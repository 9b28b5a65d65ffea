// SPDX-License-Identifier: Apache-2.0
import moment from 'moment-timezone';
import { tellTimesAs } from '../time_in_words';
import { asMeant, asShown } from './wall_clock';

const FORMAT = 'YYYY-MM-DD HH:mm';
const TIME = '2026-12-24T02:00:00.000Z';

const ZONES = [
  ['Asia/Shanghai', '2026-12-24 10:00'],
  ['America/New_York', '2026-12-23 21:00'],
  ['UTC', '2026-12-24 02:00'],
] as const;

afterEach(() => {
  moment.tz.setDefault();
});

test.each(ZONES)('in %s it is %s, whatever the zone of the computer', (zone, words) => {
  tellTimesAs({ zone, format: FORMAT });
  const shown = asShown(Date.parse(TIME));
  expect(shown.format(FORMAT)).toBe(words);
  expect(asMeant(shown)).toBe(TIME);
});

test.each(ZONES)(
  'in %s it is %s in Kibana, which makes it the default of Moment',
  (zone, words) => {
    moment.tz.setDefault(zone);
    tellTimesAs({ zone, format: FORMAT });
    const shown = asShown(Date.parse(TIME));
    expect(shown.format(FORMAT)).toBe(words);
    expect(asMeant(shown)).toBe(TIME);
  },
);
