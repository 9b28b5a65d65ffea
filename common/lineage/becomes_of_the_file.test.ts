// SPDX-License-Identifier: Apache-2.0
import { chainsIn, count, TestHost } from './lineage_test_helpers';

const SELF = { executable: '/w/b' };

/** Runs `/w/b`, which connects. */
const runB = (host: TestHost): TestHost => host.exec('b', './b', SELF).connect('b');

const built = (): TestHost => new TestHost().build('/w/a');

describe('what becomes of a built file', () => {
  it.each<[string, (host: TestHost) => TestHost]>([
    ['is renamed', (h) => h.exec('m', 'mv a b').file('rename', 'm', '/w/b', { before: '/w/a' })],
    [
      'is renamed by anyone',
      (h) => h.file('rename', 'other', '/w/b', { before: '/w/a', executable: '/opt/sync' }),
    ],
    [
      'is renamed twice',
      (h) =>
        h.file('rename', 'm', '/w/c', { before: '/w/a' }).file('rename', 'm', '/w/b', {
          before: '/w/c',
        }),
    ],
    ['is copied', (h) => h.exec('c', 'cp a b').file('creation', 'c', '/w/b')],
    ['is installed', (h) => h.exec('c', 'install -m 755 a b').file('creation', 'c', '/w/b')],
    ['is stripped into another', (h) => h.exec('c', 'strip -o b a').file('creation', 'c', '/w/b')],
    ['goes through dd', (h) => h.exec('c', 'dd if=a of=b').file('creation', 'c', '/w/b')],
    ['goes through objcopy', (h) => h.exec('c', 'objcopy a b').file('creation', 'c', '/w/b')],
    [
      'is poured by a shell that becomes cat',
      (h) => h.fork('c', 'sh').file('creation', 'c', '/w/b').exec('c', 'cat a', { parent: 'sh' }),
    ],
    [
      'is packed and unpacked',
      (h) =>
        h
          .exec('g', 'gzip -k a')
          .file('creation', 'g', '/w/a.gz')
          .fork('u', 'sh')
          .file('creation', 'u', '/w/b')
          .exec('u', 'zcat a.gz'),
    ],
    ['is copied over a file that is there', (h) => h.exec('c', 'cp -f a b')],
    [
      'is copied over a file that is there, and all is well',
      (h) => h.exec('c', 'cp a b').end('c', 'cp a b', 0),
    ],
    [
      'is copied by a command that fails at something else',
      (h) => h.exec('c', 'cp a b').file('creation', 'c', '/w/b').end('c', 'cp a b', 1),
    ],
    [
      'was there before a copy failed',
      (h) => h.build('/w/b').exec('c', 'cp a b').end('c', 'cp a b', 1),
    ],
    ['is linked', (h) => h.exec('l', 'ln a b')],
    ['is linked symbolically', (h) => h.exec('l', 'ln -s a b')],
    ['is linked by busybox', (h) => h.exec('l', 'busybox ln -sf /w/a /w/b')],
    [
      'is in a folder that is renamed',
      (h) =>
        h
          .build('/w/dir/b')
          .file('rename', 'm', '/w/new', { before: '/w/dir' })
          .file('rename', 'm', '/w/b', { before: '/w/new/b' }),
    ],
    [
      'is copied with its folder',
      (h) => h.build('/w/dir/b').exec('c', 'cp -r dir /w/').file('creation', 'c', '/w/b'),
    ],
  ])('follows one that %s', (_, happens) => {
    expect(count(runB(happens(built())))).toBe(1);
  });

  it.each<[string, (host: TestHost) => TestHost]>([
    ['nothing has to do with', (h) => h.exec('c', 'cp other b').file('creation', 'c', '/w/b')],
    [
      'overwrites one that was renamed',
      (h) =>
        h
          .file('rename', 'm', '/w/b', { before: '/w/a' })
          .file('creation', 'curl', '/w/b', { executable: '/usr/bin/curl' }),
    ],
    [
      'is renamed over a built one',
      (h) => h.build('/w/b').file('rename', 'm', '/w/b', { before: '/w/downloaded' }),
    ],
    ['could not be copied', (h) => h.exec('c', 'cp a b').end('c', 'cp a b', 1)],
    ['could not be linked', (h) => h.exec('c', 'ln a b').end('c', 'ln a b', 1)],
    [
      'could not be copied, as one event tells',
      (h) => h.exec('c', 'cp a b', { actions: ['fork', 'exec', 'end'], exitCode: 1 }),
    ],
    ['is copied over a built one', (h) => h.build('/w/b').exec('c', 'cp -f /usr/bin/curl b')],
    [
      'is installed over a built one',
      (h) => h.build('/w/b').exec('c', 'install -m755 /usr/bin/curl ./b'),
    ],
    [
      'is copied over a built one from a folder',
      (h) => h.build('/w/b').exec('c', 'busybox cp /usr/bin/b /w'),
    ],
    ['takes the place of a deleted one', (h) => h.build('/w/b').file('deletion', 'r', '/w/b')],
  ])('does not take for built what %s', (_, happens) => {
    expect(count(runB(happens(built())))).toBe(0);
  });

  it.each(['cp -n other b', 'cp --no-clobber other b', 'cp -u other b', 'diff other b'])(
    'keeps one that is there to [%s]',
    (command) => {
      expect(count(runB(built().build('/w/b').exec('c', command)))).toBe(1);
    },
  );

  it('keeps one over which a copy fails', () => {
    const host = new TestHost().build('/w/b').exec('c', 'cp missing b').end('c', 'cp missing b', 1);
    expect(count(runB(host))).toBe(1);
    const atOnce = new TestHost()
      .build('/w/b')
      .exec('c', 'cp missing b', { actions: ['fork', 'exec', 'end'], exitCode: 1 });
    expect(count(runB(atOnce))).toBe(1);
  });

  it('tells the story in order, and where the file was run', () => {
    const host = built()
      .exec('m', 'mv a c')
      .file('rename', 'm', '/w/c', { before: '/w/a' })
      .exec('c', 'cp c b')
      .file('creation', 'c', '/w/b');
    const [chain] = chainsIn(runB(host).happenings);
    expect(chain?.path).toBe('/w/b');
    expect(chain?.story.map(({ step, path }) => [step, path])).toEqual([
      ['rename', '/w/c'],
      ['copy', '/w/b'],
    ]);
  });

  it('takes the newer of two builds at one path', () => {
    const host = new TestHost().build('/w/b').build('/w/b');
    const [chain, ...others] = chainsIn(runB(host).happenings);
    expect(others).toEqual([]);
    expect(chain?.link._id).toBe(host.ids[5]);
  });

  it('takes up again a path that is rebuilt', () => {
    const host = new TestHost().build('/w/b').file('deletion', 'r', '/w/b').build('/w/b');
    expect(count(runB(host))).toBe(1);
  });
});
