// SPDX-License-Identifier: Apache-2.0
import { columnWidth } from './column_width';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test.each([
  ['a minute', 60_000, 48, 10_000],
  ['an hour', HOUR, 48, 300_000],
  ['a day', DAY, 48, 1_800_000],
  ['a week', 7 * DAY, 48, 6 * HOUR],
  ['a month', 30 * DAY, 48, DAY],
  ['ten years', 3650 * DAY, 48, 77 * DAY],
  ['one column', DAY, 1, DAY],
])('%s is cut into columns of a round width', (_, length, columns, width) => {
  expect(columnWidth(length, columns)).toBe(width);
});
