// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { EventDocument } from '../../common/search';
import { START } from './chain_events';

// Few names, so that what happens by chance has much to do with each other.
const PROCESSES = ['p1', 'p2', 'p3', 'p4', 'p5'];
const PATHS = ['/w/a', '/w/b', '/w/d/a', '/w/d/b.so', '/t/a', '/t/my prog', '/w/d', '/t/x/a'];
const PROGRAMS = [
  ...['/usr/bin/gcc', '/usr/bin/ld', '/usr/bin/cat', '/usr/bin/cp', '/usr/bin/ln', '/usr/bin/sh'],
  ...[
    '/usr/bin/python3',
    '/usr/lib/ld-linux-x86-64.so.2',
    'memfd:x',
    '/a',
    '/proc/self/fd/3',
    'a',
    './a',
  ],
];
const WORDS = [
  ...['a', './a', 'b', 'd/a', '../w/a', '/w/a', '/t/a', 'of=/w/b', 'of=b', 'd', '/w/d', '-s', '-f'],
  ...[
    '-c',
    'cat a > b',
    'import x; load("./d/b.so")',
    'LD_PRELOAD=./d/b.so',
    'my prog',
    '@a',
    'x/a',
  ],
];
const COMMANDS = ['cp', 'cp', 'ln', 'ld', 'sh', './a', 'busybox', 'cat', 'chroot'];
const HOSTS = [
  ...Array.from({ length: 8 }, () => ({ host: { id: 'h' }, agent: { id: 'x' } })),
  { agent: { id: 'x' } },
  { host: { name: 'n' } },
];

/** What happens next, by chance. */
const happening = fc.record({
  host: fc.constantFrom(...HOSTS),
  process: fc.constantFrom(...PROCESSES),
  parent: fc.option(fc.constantFrom(...PROCESSES)),
  ancestors: fc.array(fc.constantFrom(...PROCESSES), { maxLength: 2 }),
  hasIds: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  kind: fc.constantFrom(
    ...['exec', 'exec', 'exec', 'exec', 'fork', 'forkexec', 'end', 'link', 'link', 'file', 'file'],
    ...['connect', 'connect', 'connect'],
  ),
  action: fc.constantFrom('creation', 'creation', 'rename', 'deletion', 'overwrite'),
  program: fc.oneof(
    fc.constantFrom(...PATHS),
    fc.constantFrom(...PROGRAMS),
    fc.constant(undefined),
  ),
  path: fc.constantFrom(...PATHS),
  before: fc.constantFrom(...PATHS),
  command: fc.constantFrom(...COMMANDS),
  exitCode: fc.constantFrom(0, 1, 1, undefined),
  words: fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }),
  folder: fc.constantFrom('/w', '/w', '/t', '/w/d', undefined),
  preload: fc.constantFrom(undefined, undefined, 'LD_PRELOAD=/w/d/b.so:/w/a'),
  hasLine: fc.boolean(),
  wait: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 20, 60_000),
});

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Events of three hosts, each a little later than the one before. */
export const randomEvents = (most: number): fc.Arbitrary<EventDocument[]> =>
  fc.array(happening, { minLength: most / 2, maxLength: most }).map((happenings) => {
    let time = START;
    return happenings.map((one, i) => {
      time += one.wait;
      return toEvent(one, time, i);
    });
  });

const toEvent = (one: Happening, time: number, i: number): EventDocument => {
  const idOf = (process: string): string => `${process}-${Object.keys(one.host).join()}`;
  const [category, actions] = kindOf(one);
  const isLink = one.kind === 'link';
  const program = isLink ? '/usr/bin/ld' : one.program;
  const args = [one.command, ...one.words];
  return {
    _id: `e${i}`,
    _source: {
      ...one.host,
      '@timestamp': new Date(time).toISOString(),
      event: { category: [category], action: actions },
      process: {
        ...(one.hasIds ? { entity_id: idOf(one.process) } : { pid: pidOf(one.process) }),
        ...(program !== undefined && { executable: program, name: baseName(program).slice(0, 15) }),
        ...(category === 'process' && {
          args,
          ...(one.folder !== undefined && { working_directory: one.folder }),
          ...(one.hasLine && { command_line: args.join(' ') }),
          ...(one.preload !== undefined && { env_vars: [one.preload] }),
          ...(actions.includes('end') && one.exitCode !== undefined && { exit_code: one.exitCode }),
        }),
        ...(one.parent !== null && {
          parent: one.hasIds ? { entity_id: idOf(one.parent) } : { pid: pidOf(one.parent) },
        }),
        Ext: { ancestry: one.ancestors.map(idOf) },
      },
      ...(category === 'file' && {
        file: {
          path: one.path,
          ...(one.hasLine && { name: baseName(one.path) }),
          ...(actions.includes('rename') && { Ext: { original: { path: one.before } } }),
        },
      }),
      ...(category === 'network' && {
        destination: { ip: one.hasLine ? '203.0.113.9' : '2001:db8::1' },
        network: { transport: 'tcp' },
      }),
    },
  };
};

const kindOf = ({ kind, action }: Happening): [category: string, actions: string[]] => {
  switch (kind) {
    case 'exec':
      return ['process', ['exec']];
    case 'fork':
      return ['process', ['fork']];
    case 'forkexec':
      return ['process', ['fork', 'exec', 'end']];
    case 'end':
      return ['process', ['end']];
    case 'link':
      return ['file', ['creation']];
    case 'connect':
      return ['network', ['connection_attempted']];
    default:
      return ['file', [action]];
  }
};

const pidOf = (process: string): number => Number(process.slice(1));

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
