// SPDX-License-Identifier: Apache-2.0
import { GrowingLines } from './growing_lines';

const fail = (): never => {
  throw new Error('No line is too long here');
};

const bytes = (text: string): Buffer => Buffer.from(text);

it('gives a line when it is ended, whatever pieces it comes in', () => {
  const lines = new GrowingLines({ onTooLong: fail });
  expect(lines.push(bytes('{"a":'))).toEqual([]);
  expect(lines.push(bytes('1}\r\n\n{"b":2}\n{"c"'))).toEqual(['{"a":1}', '{"b":2}']);
  expect(lines.push(bytes(':3}\n'))).toEqual(['{"c":3}']);
});

it('takes a character that is cut in two', () => {
  const lines = new GrowingLines({ onTooLong: fail });
  const text = bytes('"é"\n');
  expect(lines.push(text.subarray(0, 2))).toEqual([]);
  expect(lines.push(text.subarray(2))).toEqual(['"é"']);
});

it('forgets an unfinished line when the file begins anew', () => {
  const lines = new GrowingLines({ onTooLong: fail });
  lines.push(bytes('half'));
  lines.reset();
  expect(lines.push(bytes('whole\n'))).toEqual(['whole']);
});

it('leaves a line out that is too long, tells where it begins, and goes on with the next', () => {
  const places: number[] = [];
  const lines = new GrowingLines({ onTooLong: (start) => places.push(start), longest: 5 });
  expect(lines.push(bytes('a\n12'))).toEqual(['a']);
  expect(lines.push(bytes('3456'))).toEqual([]);
  expect(places).toEqual([2]);
  expect(lines.push(bytes('78901234567'))).toEqual([]);
  expect(lines.push(bytes('89\nb\nc'))).toEqual(['b']);
  expect(lines.push(bytes('\n1234567'))).toEqual(['c']);
  expect(places).toEqual([2, 26]);
});
