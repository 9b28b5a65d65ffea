// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { parseExactJson } from './parse_exact_json';
import { stringifyExact } from './stringify_exact';

test('large whole numbers keep all their digits', () => {
  expect(stringifyExact({ a: [9_223_372_036_854_775_807n, 1.5], b: undefined, c: null })).toBe(
    '{"a":[9223372036854775807,1.5],"c":null}',
  );
});

test('what has no JSON has no text', () => {
  expect(stringifyExact(undefined)).toBeUndefined();
});

test('is read back as it was', () => {
  const large = fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n });
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), large);
  const value = fc.dictionary(fc.string(), fc.oneof(leaf, fc.array(leaf)), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(value, (before) => {
      expect(parseExactJson(stringifyExact(before) ?? '')).toEqual(before);
    }),
  );
});
