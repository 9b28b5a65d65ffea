// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../common/search';
import { jsonWriter, ndjsonWriter } from './json_writer';

const findingOf = (_source: Record<string, unknown>): Finding => ({
  joinKeys: undefined,
  events: [{ _id: 'x', _source }],
});
const sourceOf = ({ events }: Finding): object => ({ ...events[0]?._source });

const print = (
  writerOf: typeof jsonWriter,
  sources: readonly Record<string, unknown>[],
): string[] => {
  const printed: string[] = [];
  const writer = writerOf((text) => printed.push(text), sourceOf);
  sources.forEach((source) => writer.write(findingOf(source)));
  writer.end();
  return printed;
};

describe('ndjsonWriter', () => {
  it('prints an object a line, each at once', () => {
    expect(print(ndjsonWriter, [{ a: 1 }, { b: 'x\ny' }])).toEqual([
      '{"a":1}\n',
      '{"b":"x\\ny"}\n',
    ]);
  });

  it('prints nothing where nothing is found', () => {
    expect(print(ndjsonWriter, [])).toEqual([]);
  });

  it.each([
    ['more than a double can hold', 9007199254740993n, '9007199254740993'],
    ['the largest of 64 bits', 18446744073709551615n, '18446744073709551615'],
    ['the least of 64 bits', -9223372036854775808n, '-9223372036854775808'],
    ['fractions', 0.1, '0.1'],
    ['whole numbers', 1234567890123456, '1234567890123456'],
  ])('writes all digits of numbers: %s', (_, n, digits) => {
    expect(print(ndjsonWriter, [{ n, list: [n] }])).toEqual([
      `{"n":${digits},"list":[${digits}]}\n`,
    ]);
  });
});

describe('jsonWriter', () => {
  it.each([[[]], [[{ a: 1 }]], [[{ a: 1 }, { b: 2 }, { c: [3] }]]])(
    'prints one list: %j',
    (sources: Record<string, unknown>[]) => {
      expect(JSON.parse(print(jsonWriter, sources).join(''))).toEqual(sources);
    },
  );

  it('prints findings before it knows whether there are more', () => {
    const printed: string[] = [];
    const writer = jsonWriter((text) => printed.push(text), sourceOf);
    writer.write(findingOf({ a: 1 }));
    expect(printed.join('')).toContain('{"a":1}');
  });
});
