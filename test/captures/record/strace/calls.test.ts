// SPDX-License-Identifier: Apache-2.0
import { readCalls } from './calls';
import { parseCall, parseLine } from './line';

describe('a line', () => {
  it.each([
    ['12 1795546488.312843 chdir("/w") = 0', 'whole'],
    ['12 1795546488.312843 vfork( <unfinished ...>', 'unfinished'],
    ['12 1795546488.312843 <... vfork resumed>) = 13', 'resumed'],
    ['12 1795546488.312843 +++ exited with 1 +++', 'exited'],
    ['12 1795546488.312843 +++ killed by SIGKILL (core dumped) +++', 'killed'],
  ])('%s', (line, kind) => {
    expect(parseLine(line)).toMatchObject({ pid: 12, time: '1795546488.312843', kind });
  });

  it.each([
    '12 1795546488.312843 --- SIGCHLD {si_signo=SIGCHLD} ---',
    '12 1795546488.312843 +++ superseded by execve in pid 14 +++',
    'strace: Process 13 attached',
    '',
  ])('tells of nothing recorded: [%s]', (line) => {
    expect(parseLine(line)).toBeUndefined();
  });
});

describe('a call', () => {
  it('has a name, arguments and a result', () => {
    expect(
      parseCall('openat(AT_FDCWD</w>, "a) = 7", O_WRONLY|O_CREAT, 0666) = 3</w/a) = 7>'),
    ).toEqual({
      name: 'openat',
      args: ['AT_FDCWD</w>', '"a) = 7"', 'O_WRONLY|O_CREAT', '0666'],
      result: '3</w/a) = 7>',
    });
  });

  it('may be padded, and may not come back', () => {
    expect(parseCall('exit_group(0)   = ?')).toEqual({
      ...{ name: 'exit_group', args: ['0'], result: '?' },
    });
    expect(parseCall('execve("/w/a", ["a"], 0x55 /* 35 vars */')).toBeUndefined();
  });
});

describe('calls that were interrupted', () => {
  it('are put together by process, with the places where they began and ended', () => {
    const calls = readCalls([
      '12 100.000001 vfork( <unfinished ...>',
      '13 100.000002 execve("/usr/bin/as", ["as", "x, y"], 0x1 /* 2 vars */ <unfinished ...>',
      '12 100.000003 <... vfork resumed>) = 13',
      '13 100.000004 <... execve resumed>) = 0',
    ]);
    expect(calls).toEqual([
      {
        ...{ kind: 'call', pid: 12, name: 'vfork', args: [], result: '13' },
        began: { line: 1, time: '100.000001' },
        ended: { line: 3, time: '100.000003' },
      },
      {
        ...{ kind: 'call', pid: 13, name: 'execve', result: '0' },
        args: ['"/usr/bin/as"', '["as", "x, y"]', '0x1 /* 2 vars */'],
        began: { line: 2, time: '100.000002' },
        ended: { line: 4, time: '100.000004' },
      },
    ]);
  });

  it('are cut between arguments', () => {
    const [call] = readCalls([
      '12 100.000001 openat(AT_FDCWD</w>, "a", O_RDWR|O_CREAT <unfinished ...>',
      '12 100.000002 <... openat resumed>, 0666) = 3</w/a>',
    ]);
    expect(call).toMatchObject({
      ...{ name: 'openat', result: '3</w/a>' },
      args: ['AT_FDCWD</w>', '"a"', 'O_RDWR|O_CREAT', '0666'],
    });
  });

  it('are left out where only the end is in the log, or only the beginning', () => {
    expect(
      readCalls(['12 100.000001 <... read resumed>) = 1', '12 100.000002 vfork( <unfinished ...>']),
    ).toEqual([]);
  });
});
