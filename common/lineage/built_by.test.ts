// SPDX-License-Identifier: Apache-2.0
import { chainsIn, count, TestHost } from './lineage_test_helpers';

const run = (host: TestHost): TestHost =>
  host.exec('p', './b', { executable: '/w/b' }).connect('p');

describe('who builds a file', () => {
  it.each([
    '/usr/bin/ld',
    '/usr/bin/ld.bfd',
    '/usr/bin/x86_64-linux-gnu-ld.bfd',
    '/usr/bin/aarch64-linux-gnu-ld',
    '/usr/bin/ld.gold',
    '/usr/bin/x86_64-linux-gnu-ld.gold',
    '/usr/lib/llvm-14/bin/lld',
    '/usr/bin/ld.lld-15',
    '/usr/bin/ld.mold',
    '/usr/bin/mold',
    '/usr/bin/wild',
    '/root/.rustup/toolchains/x/lib/rustlib/y/bin/rust-lld',
    '/usr/lib/gcc/x86_64-linux-gnu/12/collect2',
    '/usr/bin/tcc',
    '/usr/local/go/pkg/tool/linux_amd64/link',
    '/usr/bin/go',
    '/usr/bin/x86_64-linux-gnu-gcc-12',
  ])('is %s', (executable) => {
    expect(count(run(new TestHost().file('creation', 'l', '/w/b', { executable })))).toBe(1);
  });

  it.each([
    '/usr/bin/bash',
    '/usr/bin/curl',
    '/lib64/ld-linux-x86-64.so.2',
    '/usr/bin/ld.so',
    '/usr/bin/link',
    '/usr/bin/ldconfig',
    '/usr/bin/build',
  ])('is not %s', (executable) => {
    expect(count(run(new TestHost().file('creation', 'l', '/w/b', { executable })))).toBe(0);
  });

  it('is one who writes under another name and renames', () => {
    const lld = { executable: '/usr/bin/ld.lld' };
    const host = new TestHost()
      .file('creation', 'l', '/w/b.tmp1', lld)
      .file('rename', 'l', '/w/b', { ...lld, before: '/w/b.tmp1' });
    expect(count(run(host))).toBe(1);
    const renamedOnly = new TestHost().file('rename', 'l', '/w/b', { ...lld, before: '/w/b.t' });
    expect(count(run(renamedOnly))).toBe(1);
  });

  it('is a linker whose name is cut in file events, known by its own event', () => {
    const host = new TestHost()
      .exec('l', 'ld -o b', { executable: '/usr/bin/x86_64-linux-gnu-ld.bfd' })
      .file('creation', 'l', '/w/b', { executable: 'x86_64-linux-gn' });
    expect(count(run(host))).toBe(1);
  });

  it('is whom the parameters name', () => {
    const host = run(
      new TestHost().file('creation', 'l', '/w/b', { executable: '/opt/my-linker' }),
    );
    expect(count(host)).toBe(0);
    expect(count(host, { lineageLinkers: ['my-*'] })).toBe(1);
  });

  it('is found with the topmost compiler above it', () => {
    const host = new TestHost()
      .exec('cargo', 'cargo build')
      .exec('cc', 'cc main.o', { parent: 'cargo' })
      .exec('c2', 'collect2 -o b', { parent: 'cc' })
      .exec('l', 'ld -o b', { parent: 'c2' })
      .file('creation', 'l', '/w/b', { executable: '/usr/bin/ld', parent: 'c2' });
    const [chain] = chainsIn(run(host).happenings);
    expect(chain?.compile?._id).toBe(host.ids[0]);
    expect([chain?.link, chain?.execute, chain?.connect].map((event) => event?._id)).toEqual(
      host.ids.slice(4),
    );
  });

  it('may be a bare linker', () => {
    const host = new TestHost()
      .exec('l', 'ld -o b')
      .file('creation', 'l', '/w/b', { executable: '/usr/bin/ld' });
    expect(chainsIn(run(host).happenings)).toMatchObject([{ compile: null }]);
  });

  it('is known by cargo, whose second name for a program sensors do not tell', () => {
    const host = new TestHost()
      .file('creation', 'l', '/w/target/debug/deps/app-0123456789abcdef', {
        executable: '/usr/bin/ld',
      })
      .exec('p', 'target/debug/app', { executable: '/w/target/debug/app' })
      .connect('p');
    expect(count(host)).toBe(1);
  });

  it('is known by cargo where the linker writes under another name and renames', () => {
    const host = new TestHost()
      .file('creation', 'l', '/w/deps/app-0123456789abcdef.tmp1', { executable: '/opt/rust-lld' })
      .file('rename', 'l', '/w/deps/app-0123456789abcdef', {
        before: '/w/deps/app-0123456789abcdef.tmp1',
        executable: '/opt/rust-lld',
      })
      .exec('p', './app', { executable: '/w/app' })
      .connect('p');
    expect(count(host)).toBe(1);
  });
});
