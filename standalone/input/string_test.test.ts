// SPDX-License-Identifier: Apache-2.0
import { JsonLines } from './json_lines';
import { stringTest } from './string_test';

const hasString = stringTest(['exec', 'creation', 'rename']);

/** For each line of a block, whether it has one of the strings. */
const tests = (...lines: string[]): boolean[] => {
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const check = new JsonLines();
  check.beginBlock(bytes);
  let start = 0;
  return lines.map((line) => {
    const end = start + Buffer.byteLength(line);
    expect(check.isObject(start, end)).toBe(true);
    start = end + 1;
    return hasString(bytes, check.strings);
  });
};

describe('stringTest', () => {
  it.each([
    ['a value', '{"event":{"action":"exec"}}'],
    ['another', '{"event.action" : "rename"}'],
    ['one of a list', '{"action":["fork","exec","end"]}'],
    ['one deep inside', '{"a":[1,{"b":[[null,"creation"]]}]}'],
  ])('finds %s', (_, line) => {
    expect(tests(line)).toEqual([true]);
  });

  it.each([
    ['a key', '{"exec":"a"}'],
    ['a part', '{"a":"execve","b":"an exec","c":["re","name"]}'],
    ['a part behind an escape', '{"a":"\\"exec","b":"exec\\\\"}'],
    ['nothing', '{}'],
  ])('does not take %s for it', (_, line) => {
    expect(tests(line)).toEqual([false]);
  });

  it('tells neighbours apart that share much', () => {
    const line = (action: string): string => `{"a":"x","action":"${action}","b":["y","z"]}`;
    expect(
      tests(...['exec', 'exec', 'fork', 'exec', 'execve', 'end', 'fork', 'rename'].map(line)),
    ).toEqual([true, true, false, true, false, false, false, true]);
  });

  it('takes a line with more strings than are known', () => {
    const many = Array.from({ length: 10_000 }, () => '"a"').join();
    expect(tests(`{"a":[${many}]}`)).toEqual([true]);
  });
});
