// SPDX-License-Identifier: Apache-2.0
import { tellTimesAs, timeInWords, timeSettingsOf, viewerZone } from './time_in_words';

const kibana = (settings: Record<string, unknown>) => ({ get: (key: string) => settings[key] });
const TIME = '2026-11-24T23:57:30.569Z';

test('times are told in the zone and the format of Kibana', () => {
  tellTimesAs(
    timeSettingsOf(kibana({ 'dateFormat:tz': 'Asia/Shanghai', dateFormat: 'D.M. HH:mm' })),
  );
  expect(timeInWords(TIME)).toBe('25.11. 07:57');
  expect(viewerZone()).toBe('Asia/Shanghai');
});

test("an offset in the text is minded, and the default format is Kibana's", () => {
  tellTimesAs(timeSettingsOf(kibana({ 'dateFormat:tz': 'America/New_York' })));
  expect(timeInWords('2026-07-01T12:00:00.5+02:00')).toBe('Jul 1, 2026 @ 06:00:00.500');
});

test.each([['Browser'], ['Mars/Olympus'], [undefined], [7]])(
  'the zone %j is that of this computer',
  (zone) => {
    const { zone: told } = timeSettingsOf(kibana({ 'dateFormat:tz': zone }));
    expect(told).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  },
);

test('what is no time is shown as it is', () => {
  expect(timeInWords('yesterday')).toBe('yesterday');
});
