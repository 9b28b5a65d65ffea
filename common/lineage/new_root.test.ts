// SPDX-License-Identifier: Apache-2.0
import { count, TestHost } from './lineage_test_helpers';
import { newRoot } from './new_root';

const rootOf = (command: string, root?: string) =>
  newRoot({ args: command.split(' '), workingDirectory: '/w' }, root);

describe('the folder that a command makes the root', () => {
  it.each([
    ['chroot jail /bin/a', '/w/jail'],
    ['/usr/sbin/chroot --userspec=nobody /srv/jail /bin/a', '/srv/jail'],
    ['busybox chroot ./jail/ a', '/w/jail'],
    ['unshare --root=/srv/jail /bin/a', '/srv/jail'],
    ['unshare -m -R jail /bin/a', '/w/jail'],
    ['systemd-nspawn -q -D /srv/jail /bin/a', '/srv/jail'],
  ])('%s: %s', (command, folder) => {
    expect(rootOf(command)).toBe(folder);
  });

  it('lies below the one that there was', () => {
    expect(rootOf('chroot /inner /bin/a', '/srv/jail')).toBe('/srv/jail/inner');
  });

  it.each(['ls jail', 'chroot', 'unshare -m /bin/a', 'constructor /srv'])(
    'is not told by [%s]',
    (command) => {
      expect(rootOf(command)).toBeUndefined();
    },
  );
});

describe('a program built outside of the root in which it runs', () => {
  const built = () => new TestHost().build('/w/jail/bin/a');

  it('is known by the command that changes the root', () => {
    const host = built()
      .exec('p', 'chroot jail /bin/a')
      .exec('p', '/bin/a', { executable: '/bin/a', cwd: '/' })
      .connect('p');
    expect(count(host)).toBe(1);
  });

  it('is known when a shell in the new root starts it', () => {
    const host = built()
      .exec('s', 'chroot jail /bin/sh')
      .exec('s', '/bin/sh', { executable: '/bin/sh', cwd: '/' })
      .fork('p', 's')
      .exec('p', './bin/a', { executable: './bin/a', cwd: '/', parent: 's' })
      .connect('p');
    expect(count(host)).toBe(1);
  });

  it('is another one elsewhere', () => {
    const host = built()
      .exec('q', 'chroot other /bin/a')
      .exec('q', '/bin/a', { executable: '/bin/a', cwd: '/' })
      .connect('q')
      .exec('p', '/bin/a', { executable: '/bin/a', cwd: '/' })
      .connect('p');
    expect(count(host)).toBe(0);
  });
});
