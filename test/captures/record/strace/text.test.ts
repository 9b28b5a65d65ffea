// SPDX-License-Identifier: Apache-2.0
import { descriptorOf, splitArguments, stringArray, stringValue } from './text';

describe('a string as strace writes it', () => {
  it.each([
    ['"plain"', 'plain'],
    ['"my imp \\316\\273"', 'my imp λ'],
    ['"say \\"hi\\"\\\\n"', 'say "hi"\\n'],
    ['"tab\\tline\\n"', 'tab\tline\n'],
    // Octal has up to three digits; what follows stands for itself.
    ['"\\18"', '\u00018'],
    ['"\\0018"', '\u00018'],
    ['"cut off"...', 'cut off'],
    ['""', ''],
  ])('%s', (text, value) => {
    expect(stringValue(text)).toBe(value);
  });

  it.each(['NULL', '0x7ffd3b5dcfe0', undefined, '"open'])('is not %s', (text) => {
    expect(stringValue(text)).toBeUndefined();
  });
});

describe('a list of strings', () => {
  it.each([
    ['["gcc", "-o", "my imp", "imp.c"]', ['gcc', '-o', 'my imp', 'imp.c']],
    ['["sh", "-c", "a, b; [ \\"x\\" ]"]', ['sh', '-c', 'a, b; [ "x" ]']],
    ['[]', []],
    ['0x55d60455b7e0 /* 35 vars */', []],
    ['NULL', []],
  ])('%s', (text, values) => {
    expect(stringArray(text)).toEqual(values);
  });
});

describe('what a descriptor stands for', () => {
  it.each([
    ['3</tmp/cct54aHX.s>', '/tmp/cct54aHX.s'],
    ['AT_FDCWD</tmp/st>', '/tmp/st'],
    ['1</dev/null<char 1:3>>', '/dev/null'],
    ['4</w/a\\76b (x\\316\\273>', '/w/a>b (xλ'],
    ['3<TCP:[731512]>', 'TCP:[731512]'],
  ])('%s', (text, path) => {
    expect(descriptorOf(text)).toBe(path);
  });

  it.each(['3', 'AT_FDCWD', '-1 ENOENT (No such file or directory)', undefined])(
    'is not told by %s',
    (text) => {
      expect(descriptorOf(text)).toBeUndefined();
    },
  );
});

describe('arguments', () => {
  it.each([
    ['AT_FDCWD</a, (b>, "x, y", O_RDWR|O_CREAT, 0600', 4],
    ['3<TCP:[10.77.0.1:32805->10.77.0.2:4444]>, {sa_family=AF_INET, sin_port=htons(80)}, 16', 3],
    ['{flags=CLONE_VM|CLONE_VFORK, stack=NULL} => {parent_tid=[0]}, 88', 2],
    ['"a\\"b,c"', 1],
    ['', 0],
  ])('are told apart in (%s)', (text, count) => {
    expect(splitArguments(text)).toHaveLength(count);
  });
});
