// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../../common/rule';
import { whatIsBuilt } from './builder_query';
import { meets } from './query_test_helpers';

const wrote = (path: string, process: object, action = 'creation') => ({
  event: { category: ['file'], action: [action] },
  file: { path, extension: path.slice(path.lastIndexOf('.') + 1) },
  process,
});
const started = (process: object) => ({ event: { category: 'process', action: 'exec' }, process });
const LD = { name: 'ld', executable: '/usr/bin/ld' };
const RUSTC = { name: 'rustc', executable: '/opt/rust/bin/rustc' };

test.each<[string, object, boolean]>([
  ['a linker writes a program', wrote('/w/p', LD), true],
  ['a linker writes an object', wrote('/w/p.o', LD), true],
  ['a linker renames', wrote('/w/p', LD, 'rename'), true],
  ['a linker deletes', wrote('/w/p', LD, 'deletion'), false],
  [
    'a linker by its path',
    wrote('/w/p', { name: 'x', executable: '/a/x86_64-linux-gnu-ld' }),
    true,
  ],
  ['a compiler writes a program', wrote('/w/p', RUSTC), true],
  ['a compiler writes an object', wrote('/w/p.o', RUSTC), false],
  ['somebody else writes', wrote('/w/p', { name: 'cp', executable: '/usr/bin/cp' }), false],
  ['a process without a name writes', wrote('/w/p', { entity_id: 'e' }), true],
  ['nobody knows who writes', wrote('/w/p', {}), false],
  ['a linker is started', started(LD), true],
  ['a compiler is started', started(RUSTC), false],
  ['a compiler is started by another name', started({ name: 'x', executable: '/bin/gcc' }), true],
  ['a shell is started', started({ name: 'sh', executable: '/bin/sh' }), false],
])('%s: %s', (_, event, expected) => {
  expect(meets(whatIsBuilt(DEFAULT_RULE_PARAMS), { ...event })).toBe(expected);
});
