// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../../common/rule';
import { aboutFiles, connectionsByPath, rootsOn } from './file_query';
import { meets } from './query_test_helpers';

const FILES = [
  { host: 'id:h', key: '/w/out/prog' },
  { host: 'agent:x', key: '/tmp/a' },
];
const NO_GAPS = { commandLines: false, fileNames: false };

const started = (process: object, host: object = { host: { id: 'h' } }) => ({
  ...host,
  event: { category: ['process'], action: ['fork', 'exec', 'end'] },
  process: { working_directory: '/w', command_line: 'x', ...process },
});
const moved = (action: string, file: object, host: object = { host: { id: 'h' } }) => ({
  ...host,
  event: { category: 'file', action },
  file,
});

test.each<[string, object, boolean]>([
  ['runs it', started({ executable: '/w/out/prog' }), true],
  ['runs it, deleted', started({ executable: '/w/out/prog (deleted)' }), true],
  ['runs another', started({ executable: '/w/out/prog2' }), false],
  ['runs it on another host', started({ executable: '/w/out/prog' }, { host: { id: 'i' } }), false],
  ['runs that of another host', started({ executable: '/tmp/a' }), false],
  [
    'runs it where the host has no id',
    started({ executable: '/tmp/a' }, { agent: { id: 'x' } }),
    true,
  ],
  [
    'runs it on a host with an id',
    started({ executable: '/tmp/a' }, { agent: { id: 'x' }, host: { id: 'h' } }),
    false,
  ],
  ['names it', started({ args: ['cp', '/w/out/prog'] }), true],
  ['names it by its end', started({ args: ['cp', 'out/prog'] }), true],
  ['names it in a script', started({ command_line: 'sh -c "cp ../w/out/prog x"' }), true],
  ['has its name elsewhere', started({ args: ['git', 'prog'], command_line: 'git prog' }), false],
  [
    'has its name in its folder',
    started({ command_line: 'x prog', working_directory: '/w/out' }),
    true,
  ],
  [
    'may write over it by its folder',
    started({ args: ['/bin/cp', 'prog', '../w/out'], command_line: '', working_directory: '/q' }),
    true,
  ],
  ['copies another into its folder', started({ args: ['cp', 'x', '../w/out'] }), false],
  ['preloads it', started({ env_vars: ['LD_PRELOAD=prog'] }), true],
  ['is created', moved('creation', { path: '/w/out/prog' }), true],
  ['is deleted', moved('deletion', { path: '/w/out/prog' }), true],
  ['is read', moved('open', { path: '/w/out/prog' }), false],
  ['is renamed', moved('rename', { path: '/x', Ext: { original: { path: '/w/out/prog' } } }), true],
  [
    'goes with its folder',
    moved('rename', { path: '/x', Ext: { original: { path: '/w' } } }),
    true,
  ],
  ['stays', moved('rename', { path: '/x', Ext: { original: { path: '/w/other' } } }), false],
  ['is copied under its name', moved('creation', { path: '/x/prog', name: 'prog' }), true],
  ['another is written', moved('creation', { path: '/x/log', name: 'log' }), false],
])('what has to do with a file: who %s', (_, event, expected) => {
  expect(meets(aboutFiles(FILES, NO_GAPS), { ...event })).toBe(expected);
});

test('where events leave out texts, others are searched', () => {
  const { process, ...rest } = started({ args: ['sh', '-c', 'x </w/out/prog'] });
  const named = { ...rest, process: { ...process, command_line: undefined } };
  const copied = moved('creation', { path: '/x/prog' });
  const gaps = { commandLines: true, fileNames: true };
  expect([named, copied].map((event) => meets(aboutFiles(FILES, NO_GAPS), event))).toEqual([
    false,
    false,
  ]);
  expect([named, copied].map((event) => meets(aboutFiles(FILES, gaps), event))).toEqual([
    true,
    true,
  ]);
});

test.each<[string, object, boolean]>([
  ['makes a folder the root', started({ args: ['/usr/sbin/chroot', 'root', '/sh'] }), true],
  ['does so in a program of many commands', started({ args: ['busybox', 'chroot', 'r'] }), true],
  [
    'does so on another host',
    started({ args: ['chroot', 'root', '/sh'] }, { host: { id: 'i' } }),
    false,
  ],
  ['does something else', started({ args: ['sh', '-c', 'x'] }), false],
])('who changes the root: who %s', (_, event, expected) => {
  expect(meets(rootsOn([{ host: 'id:h', key: '' }]), { ...event })).toBe(expected);
});

test.each([
  [{ destination: { ip: '203.0.113.1' }, network: { transport: 'tcp' } }, true],
  [{ destination: { ip: '2001:db8::1' } }, true],
  [{ destination: { ip: '203.0.113.1' }, network: { transport: 'udp' } }, false],
  [{ destination: { ip: '127.0.0.1' } }, false],
  [{ destination: { ip: '::1' } }, false],
  [{}, false],
])('connections that count, by a program at the path: %j: %s', (more, expected) => {
  const event = {
    host: { id: 'h' },
    event: { category: 'network', action: 'connection_attempted' },
    process: { executable: '/w/out/prog' },
    ...more,
  };
  expect(meets(connectionsByPath(FILES, DEFAULT_RULE_PARAMS), event)).toBe(expected);
});
