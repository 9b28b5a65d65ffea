// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { quickHostId, quickTimestamp } from './quick_values';

const TIME = Date.parse('2026-03-01T10:00:00.123Z');

/** What stands around the line must not matter. */
const inMiddle = (line: string): [Buffer, number, number] => {
  const before = '{"@timestamp":"1999-01-01T00:00:00Z"}\n';
  const bytes = Buffer.from(`${before}${line}\n"}","host":{"id":"other"}`);
  return [bytes, Buffer.byteLength(before), Buffer.byteLength(before + line)];
};

describe('quickTimestamp', () => {
  it.each([
    ['milliseconds', '{"@timestamp":"2026-03-01T10:00:00.123Z","a":1}', TIME],
    ['nanoseconds', '{"@timestamp":"2026-03-01T10:00:00.123456789Z"}', TIME],
    ['another zone', '{"@timestamp":"2026-03-01T12:00:00.123+02:00"}', TIME],
    ['milliseconds since 1970, as text', `{"@timestamp":"${TIME}"}`, TIME],
    ['milliseconds since 1970, as a number', `{"@timestamp":${TIME}}`, undefined],
    ['a time that stands later', '{"a":1,"@timestamp":"2026-03-01T10:00:00.123Z"}', undefined],
    ['a time behind spaces', '{ "@timestamp":"2026-03-01T10:00:00.123Z"}', undefined],
    ['text that is no time', '{"@timestamp":"yesterday"}', undefined],
    ['a time that no calendar has', '{"@timestamp":"9000000000000000"}', undefined],
    ['text that does not end', '{"@timestamp":"2026-03-01T10:00:00.123Z', undefined],
    ['the beginning of the name', '{"@time', undefined],
    ['nothing', '', undefined],
  ])('reads %s', (_, line, expected) => {
    expect(quickTimestamp(...inMiddle(line))).toBe(expected);
  });
});

const hostOf = (line: string): string | undefined => {
  const [bytes, start, end] = inMiddle(line);
  const span = quickHostId(bytes, start, end);
  return span && bytes.toString('utf8', ...span);
};

describe('quickHostId', () => {
  it.each([
    ['an id that stands first', '{"a":1,"host":{"id":"ä-1","name":"n"}}', 'ä-1'],
    ['an id that stands later', '{"host":{"name":"n","id":"x"}}', undefined],
    ['an id with an escape', '{"host":{"id":"a\\"b"}}', undefined],
    ['an id behind spaces', '{"host": {"id": "x"}}', undefined],
    ['a dotted name', '{"host.id":"x"}', undefined],
    ['text that looks like it', '{"a":"\\"host\\":{\\"id\\":\\"x\\"}"}', undefined],
    ['nothing', '{}', undefined],
  ])('reads %s', (_, line, expected) => {
    expect(hostOf(line)).toBe(expected);
  });

  it('reads what parsing gives, or leaves it to the parser', () => {
    fc.assert(
      fc.property(fc.fullUnicodeString(), (id) => {
        expect([id, undefined]).toContain(hostOf(JSON.stringify({ host: { id } })));
      }),
    );
  });
});
