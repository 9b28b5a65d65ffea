// SPDX-License-Identifier: Apache-2.0
import { GrowingLines } from './growing_lines';

const bytes = (text: string): Buffer => Buffer.from(text);

it('gives a line when it is ended, whatever pieces it comes in', () => {
  const lines = new GrowingLines();
  expect(lines.push(bytes('{"a":'))).toEqual([]);
  expect(lines.push(bytes('1}\r\n\n{"b":2}\n{"c"'))).toEqual(['{"a":1}', '{"b":2}']);
  expect(lines.push(bytes(':3}\n'))).toEqual(['{"c":3}']);
});

it('takes a character that is cut in two', () => {
  const lines = new GrowingLines();
  const text = bytes('"é"\n');
  expect(lines.push(text.subarray(0, 2))).toEqual([]);
  expect(lines.push(text.subarray(2))).toEqual(['"é"']);
});

it('forgets an unfinished line when the file begins anew', () => {
  const lines = new GrowingLines();
  lines.push(bytes('half'));
  lines.reset();
  expect(lines.push(bytes('whole\n'))).toEqual(['whole']);
});
