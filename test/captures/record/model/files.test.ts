// SPDX-License-Identifier: Apache-2.0
import { Files } from './files';

const files = () =>
  new Files({
    paths: ['/usr/bin/gcc', '/w/dir/a', '/w/dir/b'],
    links: [
      ['/bin', 'usr/bin'],
      ['/usr/bin/gcc', 'gcc-12'],
      ['/usr/bin/gcc-12', 'x86_64-linux-gnu-gcc-12'],
      ['/usr/bin/cc', '/etc/alternatives/cc'],
      ['/etc/alternatives/cc', '/usr/bin/gcc'],
      ['/w/up', '../etc'],
      ['/w/loop', 'loop'],
      ['/jail/bin', '/usr/bin'],
      ['/jail/usr/bin/sh', 'dash'],
    ],
  });

describe('symbolic links', () => {
  it.each([
    ['/usr/bin/gcc', '/usr/bin/x86_64-linux-gnu-gcc-12'],
    ['/bin/cc', '/usr/bin/x86_64-linux-gnu-gcc-12'],
    ['/w/up/passwd', '/etc/passwd'],
    ['/w/./x//../dir/a', '/w/dir/a'],
    ['/', '/'],
  ])('%s leads to %s', (path, real) => {
    expect(files().resolve(path)).toBe(real);
  });

  it('are kept in the last part for calls that act on a link', () => {
    expect(files().resolve('/bin/gcc', { keepLast: true })).toBe('/usr/bin/gcc');
  });

  it('lead nowhere in a circle', () => {
    expect(files().resolve('/w/loop')).toBe('/w/loop');
  });

  it('stay within the root of a process', () => {
    expect(files().resolve('/jail/bin/sh', { root: '/jail' })).toBe('/jail/usr/bin/dash');
    expect(files().resolve('/jail/../../etc', { root: '/jail' })).toBe('/jail/etc');
  });
});

describe('files that move', () => {
  it('take the place of others, folders with what is in them', () => {
    const moved = files();
    moved.addLink('/w/dir/l', 'a');
    moved.move('/w/dir', '/w/new');
    expect(['/w/dir/a', '/w/new/a', '/w/new/b'].map((path) => moved.has(path))).toEqual([
      ...[false, true, true],
    ]);
    expect(moved.resolve('/w/new/l')).toBe('/w/new/a');
  });
});
