// SPDX-License-Identifier: Apache-2.0
import { readFlow } from './flow';
import { shebang } from './namespace/interpreter';

const HEAD = [
  '# SPDX-License-Identifier: Apache-2.0',
  '# technique: gcc: a name',
  '# label: attack',
  '# should_detect: true',
  '# why: it connects',
  '# needs: gcc',
];

describe('the script of a flow', () => {
  it('is described by its comments', () => {
    expect(readFlow('f', [...HEAD, 'gcc x.c', '# then', './a.out', ''].join('\n'))).toEqual({
      ...{ name: 'f', label: 'attack', technique: 'gcc: a name', shouldDetect: true },
      ...{ why: 'it connects', needs: 'gcc', hasNoHostId: false, second: undefined },
      script: 'gcc x.c\n# then\n./a.out',
    });
    const text = [...HEAD, '# host_id: none', '# second: other host', 'x'].join('\n');
    expect(readFlow('f', text)).toMatchObject({ hasNoHostId: true, second: 'other host' });
  });

  it('must be described whole', () => {
    expect(() => readFlow('f', HEAD.slice(2).join('\n'))).toThrow('f: write a line "# technique:');
    expect(() => readFlow('f', HEAD.join('\n').replace('attack', 'bad'))).toThrow(
      'f: [label] is bad; write one of attack, benign',
    );
  });
});

describe('the first line of a script', () => {
  it.each([
    ['#!/bin/sh\necho', ['/bin/sh']],
    ['#! /usr/bin/perl -w\n', ['/usr/bin/perl', '-w']],
    // Linux passes what stands behind the interpreter as one argument.
    ['#!/usr/bin/env -S node --x\n', ['/usr/bin/env', '-S node --x']],
    ['\u007fELF', undefined],
    ['', undefined],
  ])('%j', (text, interpreter) => {
    expect(shebang(text)).toEqual(interpreter);
  });
});
