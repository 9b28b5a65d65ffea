// SPDX-License-Identifier: Apache-2.0
import { chainsIn, count, TestHost } from './lineage_test_helpers';

const running = (): TestHost =>
  new TestHost().build('/w/a').exec('p', './a', { executable: '/w/a', parent: 'sh' });

describe('a connection counts', () => {
  it.each<[string, (host: TestHost) => TestHost]>([
    ['over IPv4', (h) => h.connect('p')],
    ['over IPv6', (h) => h.connect('p', { ip: '2001:db8::9' })],
    ['to a private network', (h) => h.connect('p', { ip: '10.0.0.5' })],
    ['by a child', (h) => h.exec('q', 'bash -i', { parent: 'p' }).connect('q')],
    ['by a fork', (h) => h.fork('q', 'p').connect('q')],
    ['by a grandchild', (h) => h.fork('q', 'p').exec('r', 'nc x', { parent: 'q' }).connect('r')],
    [
      'by a descendant that only ancestry tells of',
      (h) => h.connect('z', { ancestry: ['y', 'p'] }),
    ],
    ['of the program that it becomes', (h) => h.exec('p', 'sh -i', { parent: 'sh' }).connect('p')],
    ['after others to loopback', (h) => h.connect('p', { ip: '127.0.0.1' }).connect('p')],
  ])('%s', (_, happens) => {
    expect(count(happens(running()))).toBe(1);
  });

  it.each<[string, (host: TestHost) => TestHost]>([
    ['to loopback', (h) => h.connect('p', { ip: '127.0.0.1' })],
    ['to loopback of IPv6', (h) => h.connect('p', { ip: '::1' })],
    ['to loopback written as IPv6', (h) => h.connect('p', { ip: '::ffff:127.0.0.1' })],
    ['over UDP', (h) => h.connect('p', { transport: 'udp' })],
    ['by its parent', (h) => h.connect('sh')],
    ['by a sibling', (h) => h.exec('q', 'curl x', { parent: 'sh' }).connect('q')],
    ['by nobody known', (h) => h.connect('z')],
    ['to no address', (h) => h.connect('p', { ip: 'unknown' })],
  ])('not %s', (_, happens) => {
    expect(count(happens(running()))).toBe(0);
  });

  it.each([
    ['at the end of the window', 60_000, 1],
    ['behind it', 60_001, 0],
  ])('%s', (_, distance, expected) => {
    const host = new TestHost().build('/w/a').exec('p', './a', { executable: '/w/a' });
    // Of the three events of the build the last links; executing takes one millisecond more.
    host.wait(distance - 2).connect('p');
    expect(count(host, { lineageWindow: '1m' })).toBe(expected);
  });

  it('waits for the event of the execution, which may come at its end', () => {
    const host = new TestHost()
      .build('/w/a')
      .connect('p', { executable: '/w/a' })
      .exec('p', './a', { executable: '/w/a', actions: ['fork', 'exec', 'end'] });
    const [chain] = chainsIn(host.happenings);
    expect(chain?.connect._id).toBe(host.ids[3]);
    expect(chain?.execute?._id).toBe(host.ids[4]);
  });

  it('is told of at last without that event', () => {
    const host = new TestHost().build('/w/a').connect('p', { executable: '/w/a' });
    expect(chainsIn(host.happenings)).toMatchObject([{ execute: null }]);
  });
});

describe('hosts', () => {
  const chain = (build: Record<string, unknown>, run: Record<string, unknown>): number =>
    chainsIn([
      ...new TestHost(build).build('/w/a').happenings,
      ...new TestHost(run).wait(10).exec('p', './a', { executable: '/w/a' }).connect('p')
        .happenings,
    ]).length;

  it.each([
    ['by id', { host: { id: 'a', name: 'x' } }, { host: { id: 'b', name: 'x' } }, 0],
    ['by agent where the id is missing', { agent: { id: 'a' } }, { agent: { id: 'b' } }, 0],
    ['by name at last', { host: { name: 'a' } }, { host: { name: 'b' } }, 0],
    ['of one agent', { agent: { id: 'a' } }, { agent: { id: 'a' } }, 1],
    ['of one name', { host: { name: 'a' } }, { host: { name: 'a' } }, 1],
    ['that say nothing', {}, {}, 0],
  ])('are told apart %s', (_, build, run, expected) => {
    expect(chain(build, run)).toBe(expected);
  });
});
