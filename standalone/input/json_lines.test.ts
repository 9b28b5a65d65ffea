// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parseExactJson } from '../../common/json/parse_exact_json';
import { JsonLines } from './json_lines';
import { anySpelling, spell } from './spelling_test_helpers';

interface Verdict {
  readonly isGood: boolean;
  /** Where the strings of a good line begin, from its beginning. */
  readonly places: readonly number[];
  readonly isComplete: boolean;
}

const looksAt = (lines: readonly Buffer[]): Verdict[] => {
  const block = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
  const check = new JsonLines();
  check.beginBlock(block);
  let start = 0;
  return lines.map((line) => {
    const end = start + line.length;
    const isGood = check.isObject(start, end);
    const { places, count, isComplete } = check.strings;
    const begin = start;
    start = end + 1;
    return {
      isGood,
      places: isGood ? [...places.subarray(0, count)].map((place) => place - begin) : [],
      isComplete,
    };
  });
};

/** For each line of a block, whether it surely is an object. */
const verdicts = (lines: readonly Buffer[]): boolean[] =>
  looksAt(lines).map(({ isGood }) => isGood);

const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/** Where the strings that are no keys begin in a good line, behind their quotes. */
const valuePlaces = (line: Buffer): number[] => {
  const text = line.toString('latin1');
  return [...text.matchAll(QUOTED)]
    .filter(({ index, 0: string }) => !/^[ \t\r]*:/.test(text.slice(index + string.length)))
    .map(({ index }) => index + 1);
};

const isObjectByParser = (line: Buffer): boolean => {
  const text = line.toString('utf8');
  if (!text.startsWith('{')) {
    return false;
  }
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const check = (text: string): boolean | undefined => verdicts([Buffer.from(text)])[0];

/** Texts of values, with whether JSON has them. */
const VALUES: readonly (readonly [text: string, isGood: boolean])[] = [
  ['0', true],
  ['-0', true],
  ['10', true],
  ['1.50', true],
  ['-0.1e+05', true],
  ['1E5', true],
  ['1e-5', true],
  ['1e999', true],
  ['123456789012345678901234567890', true],
  ['01', false],
  ['-', false],
  ['+1', false],
  ['.5', false],
  ['1.', false],
  ['1.e5', false],
  ['1e', false],
  ['1e+', false],
  ['0x1', false],
  ['1 2', false],
  ['Infinity', false],
  ['NaN', false],
  ['true', true],
  ['false', true],
  ['null', true],
  ['tru', false],
  ['True', false],
  ['nulll', false],
  ['falsey', false],
  ['""', true],
  ['"\u007f\u2028\ufeff"', true],
  ['"\\"\\\\\\/\\b\\f\\n\\r\\t"', true],
  ['"\\u00e4\\uD800\\uabCD"', true],
  ['"\\u00e"', false],
  ['"\\u00eg"', false],
  ['"\\U00e4"', false],
  ['"\\x41"', false],
  ['"\\\'"', false],
  ['"\\"', false],
  ['"a', false],
  ['"a\tb"', false],
  ['"\u0000"', false],
  ['"\u001f"', false],
  ["'a'", false],
  ['[]', true],
  ['[ ]', true],
  ['[1,"a",[],{},[[2]],{"b":[{}]}]', true],
  ['[1,]', false],
  ['[,1]', false],
  ['[1 "a"]', false],
  ['[1', false],
  ['[}', false],
  ['{}', true],
  ['{ }', true],
  ['{"b":{"c":[1,{"d":"e"}]},"":0,"b":1}', true],
  ['{"b":1,}', false],
  ['{,"b":1}', false],
  ['{"b"}', false],
  ['{"b":}', false],
  ['{"b" 1}', false],
  ['{b:1}', false],
  ['{1:1}', false],
  ['{"b":1]', false],
  ['{"b"::1}', false],
  ['', false],
  ['undefined', false],
  ['/* */1', false],
  ['\u00a01', false],
  ['\ufeff1', false],
  ['\u000b1', false],
  ['\u000c1', false],
  [' \t\r1\r\t ', true],
];

describe('JsonLines', () => {
  it.each(VALUES)('checks the value %j', (value, isGood) => {
    const places = [
      `{"a":${value}}`,
      `{"a":[${value}]}`,
      `{"a":"b","c":${value},"d":"e"}`,
      `{ "a" : { "b" : [ "c" , ${value} , "d" ] } }`,
    ].filter((text) => value !== '' || !text.includes('[]'));
    expect(places.map(check)).toEqual(places.map(() => isGood));
    expect(places.map((text) => isObjectByParser(Buffer.from(text)))).toEqual(
      places.map(() => isGood),
    );
  });

  it.each([
    ['{}', true],
    ['{ }', true],
    ['{"a":1}', true],
    ['', false],
    ['{', false],
    ['}', false],
    ['{}}', false],
    ['{}{}', false],
    ['{"a":1}}', false],
    ['{"a":1},{"b":1}', false],
    ['{"a":{"b":1}', false],
    ['[{}]', false],
    ['"{}"', false],
  ])('checks the line %j', (line, isGood) => {
    expect(check(line)).toBe(isGood);
  });

  it('is sure down to 28 levels', () => {
    const nested = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect([1, 27, 28, 29, 30, 31, 32, 33, 64, 65].map(nested).map(check)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('checks lines with more strings than it remembers', () => {
    const items = Array.from({ length: 10_000 }, (_, i) => `"${i}"`);
    const good = Buffer.from(`{"a":[${items.join()}]}`);
    const bad = Buffer.from(`{"a":[${[...items.slice(0, -1), '"9999'].join()}]}`);
    const swapped = Buffer.from(`{"a":[${[...items.slice(0, 5000), '1', ...items].join()}]}`);
    expect(verdicts([good, good, bad, swapped, good, swapped, bad])).toEqual([
      ...[true, true, false, true],
      ...[true, true, false],
    ]);
  });

  it('tells when a line has more strings than it remembers, however much of it is shared', () => {
    const items = Array.from({ length: 5000 }, (_, i) => `"${i}"`);
    const many = Buffer.from(`{"a":[${items.join()}]}`);
    const few = Buffer.from(`{"a":[${items.slice(0, 4000).join()}]}`);
    const shifted = Buffer.from(`{"a":[${items.slice(2).join()}]}`);
    const looks = looksAt([many, many, few, shifted, few, many]);
    expect(looks.map(({ isComplete }) => isComplete)).toEqual([
      ...[false, false, true, false, true, false],
    ]);
    expect(looks[2]?.places).toEqual(valuePlaces(few));
  });

  it('knows all strings of a line whose rest is that of one with more than it remembers', () => {
    const numbered = (letter: string, length: number): string[] =>
      Array.from({ length }, (_, i) => `"${letter}${i}"`);
    const tail = numbered('t', 400);
    const lists = numbered('b', 500).map((item) => `[${numbered('a', 7).join()}],${item}`);
    const many = Buffer.from(`{"a":[${[...lists, ...tail].join()}]}`);
    const few = Buffer.from(`{"a":[${[...numbered('b', 500), ...tail].join()}]}`);
    const [first, second] = looksAt([many, few]);
    expect(first?.isComplete).toBe(false);
    expect(second).toEqual({ isGood: true, isComplete: true, places: valuePlaces(few) });
  });

  it.each([
    ['the same', '{"a":"x","b":{"c":"y"}}', true],
    ['one that goes on', '{"a":"x","b":{"c":"y"}}}', false],
    ['one that ends early', '{"a":"x","b":{"c":"y"}', false],
    ['a string that ends early', '{"a":"","b":{"c":"y"}}', true],
    ['a string that does not end', '{"a":"x","b":{"c":"y}}', false],
    ['another bracket', '{"a":"x","b":["c","y"]}', true],
    ['a wrong bracket', '{"a":"x","b":["c":"y"]}', false],
    ['another wrong one', '{"a":"x","b":{"c":"y"]}', false],
    ['a backslash', '{"a":"x\\","b":{"c":"y"}}', false],
    ['the strings elsewhere', '{"b":{"a":"x"},"c":"y"}', true],
    ['the end of an object elsewhere', '{"a":"x"},"b":{"c":"y"}}', false],
  ])('after a line of the same kind, checks %s', (_, line, isGood) => {
    const before = Buffer.from('{"a":"x","b":{"c":"y"}}');
    expect(verdicts([before, Buffer.from(line), before])).toEqual([true, isGood, true]);
  });

  it('compares zero bytes with nothing', () => {
    const before = Buffer.from(`{"a":"${'x'.repeat(32)}"}`);
    const zeros = Buffer.from(`{"a":"${'\0'.repeat(16)}${'x'.repeat(16)}"}`);
    const high = Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(32, 0xff), Buffer.from('"}')]);
    expect(verdicts([before, zeros, before, zeros, high, high, before])).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
      true,
    ]);
  });
});

const FOLDER = path.resolve(__dirname, '../../recordings');
const RECORDED = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.gz'))
  .flatMap((name) =>
    gunzipSync(readFileSync(path.join(FOLDER, name)))
      .toString()
      .split('\n'),
  )
  .filter((line) => line !== '');

/** Bytes that mean something to JSON, and some that mean nothing. */
const bytes = fc.oneof(
  fc.constantFrom(...Buffer.from('"\\{}[]:, \t\r0123456789+-.eEutfn/\0\u001f\u007fx')),
  fc.integer({ min: 0, max: 255 }).filter((byte) => byte !== 0x0a),
);

const KINDS = ['cut', 'insert', 'delete', 'replace', 'repeat'] as const;
type Change = readonly [kind: (typeof KINDS)[number], at: number, length: number, put: number[]];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom(...KINDS),
  fc.nat(4000),
  fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 })),
  fc.array(bytes, { minLength: 1, maxLength: 8 }),
);

const changed = (line: Buffer, [kind, place, length, put]: Change): Buffer => {
  const at = place % Math.max(1, line.length);
  const [before, after] = [line.subarray(0, at), line.subarray(at)];
  switch (kind) {
    case 'cut':
      return before;
    case 'insert':
      return Buffer.concat([before, Buffer.from(put), after]);
    case 'delete':
      return Buffer.concat([before, after.subarray(length)]);
    case 'replace':
      return Buffer.concat([before, Buffer.from(put), after.subarray(put.length)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, length), after]);
  }
};

const trimmed = (line: Buffer): Buffer =>
  Buffer.from(line.toString('latin1').replace(/^[ \t\r]+|[ \t\r]+$/g, ''), 'latin1');

/** Lines as a stream has them: neighbours are of one kind, and some are damaged in several places. */
const stream = (lines: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer[]> =>
  fc
    .array(fc.tuple(lines, fc.oneof(fc.constant([]), fc.array(change, { maxLength: 3 }))), {
      minLength: 2,
      maxLength: 8,
    })
    .map((all) => all.map(([line, changes]) => trimmed(changes.reduce(changed, line))));

const counts = { good: 0, bad: 0 };

const agrees = (lines: readonly Buffer[]): void => {
  const expected = lines.map(isObjectByParser);
  expect(looksAt(lines)).toEqual(
    lines.map((line, i) => ({
      isGood: expected[i],
      places: expected[i] === true ? valuePlaces(line) : [],
      isComplete: true,
    })),
  );
  lines.forEach((line, i) => {
    counts[expected[i] === true ? 'good' : 'bad'] += 1;
    if (expected[i] === true) {
      // What parses a line later on must not find fault with it either.
      parseExactJson(line.toString('utf8'));
    }
  });
};

describe('JsonLines refuses what JSON.parse refuses, and nothing else', () => {
  beforeEach(() => {
    Object.assign(counts, { good: 0, bad: 0 });
  });
  afterEach(() => {
    expect(counts.good).toBeGreaterThan(100);
    expect(counts.bad).toBeGreaterThan(100);
  });

  it('in recorded events with random damage', () => {
    const recorded = fc.nat(RECORDED.length - 1).map((i) => Buffer.from(RECORDED[i] ?? ''));
    fc.assert(fc.property(stream(recorded), agrees), { numRuns: 1500 });
  });

  it('in neighbours with one change each', () => {
    const pairs = fc.tuple(fc.nat(RECORDED.length - 2), change, change);
    fc.assert(
      fc.property(pairs, ([i, one, other]) => {
        const [first, second] = [RECORDED[i] ?? '', RECORDED[i + 1] ?? ''].map((line) =>
          Buffer.from(line),
        ) as [Buffer, Buffer];
        agrees([first, changed(second, one), first, changed(first, other), second].map(trimmed));
      }),
      { numRuns: 1500 },
    );
  });

  it('in any JSON in any spelling, damaged', () => {
    const spelled = fc
      .tuple(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), anySpelling())
      .map(([value, spelling]) => Buffer.from(spell(value, spelling)));
    fc.assert(fc.property(stream(spelled), agrees), { numRuns: 1500 });
  });

  it('in lines of JSON signs', () => {
    const signs = fc
      .array(fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '"', '\\', '1', ' ', '{"a":'), {
        maxLength: 12,
      })
      .map((parts) => Buffer.from(`{"a":${parts.join('')}}`));
    fc.assert(fc.property(fc.array(signs, { minLength: 1, maxLength: 6 }), agrees), {
      numRuns: 2000,
    });
  });
});
