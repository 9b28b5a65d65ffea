// SPDX-License-Identifier: Apache-2.0
import { storyOf } from './alert_story';

const COMPILE = {
  host: { id: 'h1', name: 'lab1', ip: ['10.0.0.5', 'fd00::5'], os: { full: 'Debian 12' } },
  user: { id: '1000', name: 'dev' },
  process: {
    name: 'gcc',
    executable: '/usr/bin/gcc',
    args: ['gcc', '-o', 'tool.c', 'x.c', 'lib.a', '-lc', '-x', 'c', '-'],
    command_line: 'gcc -o tool.c x.c lib.a -lc -x c -',
    working_directory: '/home/dev',
  },
};
const LINK = {
  process: { name: 'ld' },
  file: { name: 'tool.c', path: '/home/dev/tool.c', size: 16_384, hash: { md5: 'm' } },
};
const EXECUTE = {
  user: { id: '0', name: 'root' },
  process: {
    executable: '/home/dev/tool.c',
    args: ['./tool.c', '-v'],
    hash: { sha256: 's' },
    parent: { executable: '/usr/bin/bash', pid: 7, command_line: 'bash -i' },
  },
};
const CONNECT = {
  host: { id: 'h1', name: 'lab1' },
  process: { name: 'tool.c', pid: 9 },
  source: { ip: 'fd00::5', port: 40_000 },
  destination: { ip: '203.0.113.7', port: 4444 },
  network: { transport: 'tcp' },
};

test('tells who compiled what, where it lies, what ran it and where it connected', () => {
  expect(storyOf([COMPILE, LINK, EXECUTE, CONNECT])).toEqual({
    who: [
      { name: 'user', value: 'dev (1000)' },
      { name: 'host', value: 'lab1 (h1)' },
      { name: 'hostAddresses', value: '10.0.0.5, fd00::5' },
      { name: 'operatingSystem', value: 'Debian 12' },
    ],
    compile: [
      { name: 'compiler', value: '/usr/bin/gcc' },
      { name: 'compileCommand', value: 'gcc -o tool.c x.c lib.a -lc -x c -' },
      { name: 'sources', value: 'x.c, lib.a, -' },
      { name: 'folder', value: '/home/dev' },
    ],
    binary: [
      { name: 'path', value: '/home/dev/tool.c' },
      { name: 'linker', value: 'ld' },
      { name: 'size', value: '16,384' },
      { name: 'sha256', value: 's' },
      { name: 'md5', value: 'm' },
    ],
    run: [
      { name: 'program', value: '/home/dev/tool.c' },
      { name: 'runCommand', value: './tool.c -v' },
      { name: 'runUser', value: 'root (0)' },
      { name: 'startedBy', value: '/usr/bin/bash (pid 7)' },
      { name: 'startedByCommand', value: 'bash -i' },
    ],
    connect: [
      { name: 'process', value: 'tool.c (pid 9)' },
      { name: 'destination', value: '203.0.113.7:4444' },
      { name: 'source', value: '[fd00::5]:40000' },
      { name: 'transport', value: 'tcp' },
    ],
  });
});

test('what the events do not tell is left out', () => {
  expect(storyOf([])).toEqual({ who: [], compile: [], binary: [], run: [], connect: [] });
});
