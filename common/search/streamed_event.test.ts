// SPDX-License-Identifier: Apache-2.0
import { timestampReader } from './streamed_event';

const read = (mappedType: string, value: unknown): number | undefined =>
  timestampReader({ name: 't', path: 't', mappedType })({ _id: '1', _source: { t: value } });

describe('timestampReader', () => {
  it.each<[string, unknown, number | undefined]>([
    ['date', '2023-11-01T10:00:00.000Z', 1698832800000],
    ['date', 1698832800000, 1698832800000],
    ['date', [9, 5], 5],
    ['date', 'never', undefined],
    ['date', undefined, undefined],
    ['date_nanos', '2023-11-01T10:00:00.001999999Z', 1698832800001],
    ['long', 5, 5],
    ['keyword', 'x', undefined],
  ])('%s %j: %s', (mappedType, value, time) => {
    expect(read(mappedType, value)).toBe(time);
  });
});
