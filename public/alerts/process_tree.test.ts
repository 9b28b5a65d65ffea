// SPDX-License-Identifier: Apache-2.0
import { processTree, type ProcessNode } from './process_tree';

const SHELL = { entity_id: 'shell', name: 'bash', pid: 10, command_line: 'bash' };

const event = (
  process: Record<string, unknown>,
  parent: Record<string, unknown>,
  ancestry: string[],
) => ({ process: { ...process, parent, Ext: { ancestry } } });

const COMPILE = event(
  { entity_id: 'gcc', name: 'gcc', pid: 11, command_line: 'gcc -o dev x.c' },
  SHELL,
  ['shell', 'sshd', 'init'],
);
const LINK = event(
  { entity_id: 'ld', name: 'ld', pid: 13 },
  { entity_id: 'collect2', name: 'collect2', pid: 12 },
  ['collect2', 'gcc', 'shell', 'sshd', 'init'],
);
const RUN = event({ entity_id: 'dev', name: 'dev', pid: 14 }, SHELL, ['shell', 'sshd', 'init']);
const CONNECT = { process: { entity_id: 'dev', name: 'dev', pid: 14 } };

/** One line for each process, indented by its depth. */
const outline = (nodes: readonly ProcessNode[], depth = 0): string[] =>
  nodes.flatMap(({ entityId, count, names, pid, events, children }) => [
    `${'  '.repeat(depth)}${count > 1 ? `${count}: ` : ''}${entityId} ${names.join('+')} ${pid ?? '-'} [${events.join()}]`,
    ...outline(children, depth + 1),
  ]);

test('the processes of the four events hang under their recorded ancestors', () => {
  expect(outline(processTree([COMPILE, LINK, RUN, CONNECT]))).toEqual([
    '2: init  - []',
    '  shell bash 10 []',
    '    gcc gcc 11 [0]',
    '      collect2 collect2 12 []',
    '        ld ld 13 [1]',
    '    dev dev 14 [2,3]',
  ]);
});

test('ancestors are named by events of their own', () => {
  const told = [
    { process: { entity_id: 'sshd', name: 'sshd', pid: 2, command_line: 'sshd -D' } },
    // Those below know better what it ran then.
    { process: { entity_id: 'shell', name: 'login', pid: 10 } },
    { process: { entity_id: 'nobody', name: 'nothing' } },
  ];
  expect(outline(processTree([RUN], told))).toEqual([
    'init  - []',
    '  sshd sshd 2 []',
    '    shell bash 10 []',
    '      dev dev 14 [0]',
  ]);
});

test('a process that ran two programs has both names', () => {
  const before = { process: { entity_id: 'p', name: 'bash', pid: 7 } };
  const after = { process: { entity_id: 'p', name: 'dev', pid: 7 } };
  expect(outline(processTree([before, after]))).toEqual(['p bash+dev 7 [0,1]']);
});

test('leaders give their names to ancestors', () => {
  const process = {
    entity_id: 'dev',
    name: 'dev',
    entry_leader: { entity_id: 'sshd', name: 'sshd', pid: 3 },
    Ext: { ancestry: ['shell', 'sshd'] },
  };
  expect(outline(processTree([{ process }]))).toEqual([
    'sshd sshd 3 []',
    '  shell  - []',
    '    dev dev - [0]',
  ]);
});

test('a leader that is no known ancestor is left out', () => {
  const process = {
    entity_id: 'dev',
    name: 'dev',
    entry_leader: { entity_id: 'other', name: 'sshd' },
  };
  expect(outline(processTree([{ process }]))).toEqual(['dev dev - [0]']);
});

test('processes that name each other as parents make no ring', () => {
  const a = event({ entity_id: 'a' }, { entity_id: 'b' }, ['b', 'a', 'b']);
  const b = event({ entity_id: 'b' }, { entity_id: 'a' }, ['a', 'b']);
  expect(outline(processTree([a, b]))).toEqual(['b  - [1]', '  a  - [0]']);
});

test('events without ids of processes have no tree', () => {
  expect(processTree([{}, { process: { name: 'gcc' } }, { process: 'x' }])).toEqual([]);
});

test('an endless ancestry is cut', () => {
  const ancestry = Array.from({ length: 5_000 }, (_, i) => `p${i}`);
  const tree = outline(processTree([event({ entity_id: 'dev' }, {}, ancestry)]));
  expect(tree).toEqual(['20: p19  - []', '  dev  - [0]']);
});

test('a process without an id of its own is told by its pid', () => {
  const events = [10, 20, 10].map((pid) => ({ process: { name: `p${pid}`, pid } }));
  expect(outline(processTree(events))).toEqual(['pid:10 p10 10 [0,2]', 'pid:20 p20 20 [1]']);
});
