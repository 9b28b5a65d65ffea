// SPDX-License-Identifier: Apache-2.0
import { count, TestHost } from './lineage_test_helpers';

const program = (path = '/w/a'): TestHost => new TestHost().build(path);
const library = (): TestHost => program('/w/libx.so');

describe('a built file is run', () => {
  it.each<[string, () => TestHost]>([
    ['by its path', () => program().exec('p', '/w/a', { executable: '/w/a' })],
    ['by a path with dots', () => program().exec('p', './a', { executable: '/w/./sub/../a' })],
    ['from its folder', () => program().exec('p', './a', { executable: './a' })],
    [
      'without a path of its own',
      () => program().exec('p', './a', { executable: 'none', name: 'a' }),
    ],
    [
      'under a name cut at 15 characters',
      () =>
        program('/w/a-rather-long-name').exec('p', './a-rather-long-name', {
          executable: 'none',
          name: 'a-rather-long-n',
        }),
    ],
    [
      'with blanks in its name',
      () => program('/w/my app').exec('p', ['./my app'], { executable: '/w/my app' }),
    ],
    [
      'with letters of any script',
      () => program('/w/прог').exec('p', ['./прог'], { executable: '/w/прог' }),
    ],
    ['after it was deleted', () => program().exec('p', './a', { executable: '/w/a (deleted)' })],
    [
      'by the dynamic loader',
      () =>
        program().exec('p', ['/lib64/ld-linux-x86-64.so.2', './a'], {
          executable: '/lib64/ld-linux-x86-64.so.2',
        }),
    ],
    [
      'by musl’s loader',
      () => program().exec('p', ['x', './a'], { executable: '/lib/ld-musl-x86_64.so.1' }),
    ],
    [
      'from memory, by a process that named it before',
      () =>
        program()
          .exec('p', 'python3 mem.py ./a')
          .exec('p', 'x', { executable: 'memfd:x (deleted)' }),
    ],
    [
      'from a descriptor, by the child of a process that named it',
      () =>
        program()
          .exec('q', 'perl mem.pl /w/a')
          .exec('p', 'x', { executable: '/proc/self/fd/3', parent: 'q' }),
    ],
    [
      'as a library of ctypes',
      () => library().exec('p', ['python3', '-c', "import ctypes;ctypes.CDLL('./libx.so').f()"]),
    ],
    ['as a library that is preloaded', () => library().exec('p', 'env LD_PRELOAD=./libx.so id')],
    [
      'as a library that the environment preloads',
      () => library().exec('p', 'id', { env: ['LD_PRELOAD=/w/libx.so'] }),
    ],
    [
      'as a library that a shell preloads',
      () => library().exec('p', ['sh', '-c', 'LD_PRELOAD="./libx.so" curl http://x']),
    ],
    [
      'as a library by what the linker was told',
      () => new TestHost().build('/w/plugin', 'ld -shared -o plugin').exec('p', 'ruby -r ./plugin'),
    ],
    [
      'by a document of fork, exec and end that comes behind its deletion',
      () => {
        const host = program().wait(10).file('deletion', 'r', '/w/a');
        return host.exec('p', './a', {
          executable: '/w/a',
          actions: ['fork', 'exec', 'end'],
          start: 5,
        });
      },
    ],
  ])('%s', (_, host) => {
    expect(count(host().connect('p'))).toBe(1);
  });

  it.each<[string, () => TestHost]>([
    ['another of its name', () => program('/w/curl').exec('p', 'curl http://x')],
    ['a process that sends it away', () => program().exec('p', 'scp ./a host:')],
    ['an interpreter that is given a program', () => program().exec('p', 'python3 send.py ./a')],
    ['a debugger', () => program().exec('p', 'gdb ./a')],
    [
      'what ran from memory and never named it',
      () => program().exec('p', 'x', { executable: 'memfd:x' }),
    ],
    [
      'a file that was deleted before',
      () => program().file('deletion', 'r', '/w/a').exec('p', './a', { executable: '/w/a' }),
    ],
  ])('but not for %s', (_, host) => {
    expect(count(host().connect('p'))).toBe(0);
  });

  it('is told of once, however often it connects, and again when it is run again', () => {
    const host = program().exec('p', './a', { executable: '/w/a' }).connect('p').connect('p');
    expect(count(host)).toBe(1);
    expect(count(host.exec('q', './a', { executable: '/w/a' }).connect('q'))).toBe(2);
  });

  it('is excluded by its name, with its descendants', () => {
    const host = program('/w/conftest')
      .exec('p', './conftest', { executable: '/w/conftest' })
      .exec('q', 'curl x', { parent: 'p' })
      .connect('p')
      .connect('q');
    expect(count(host)).toBe(0);
    expect(count(host, { excludedProcessNames: [] })).toBe(1);
  });
});
