// SPDX-License-Identifier: Apache-2.0
import { readCalls } from '../strace/calls';
import { Files } from './files';
import type { ProcessState } from './processes';
import { readActivities } from './read_activities';

const INIT: ProcessState = {
  ...{ pid: 1, start: '1.000000', parent: undefined, args: ['init'], userId: 0 },
  executable: { invoked: '/init', resolved: '/init' },
  ...{ workingDirectory: '/', root: '' },
};

const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  '/usr/bin/musl-gcc': ['/bin/sh'],
  '/w/run.py': ['/usr/bin/env', 'python3'],
};

/** What calls of process 10 and others tell, a microsecond apart; each begins with the number of its process. */
const read = (calls: readonly string[], paths: readonly string[] = []) => {
  const lines = calls.map((call, i) => {
    const [, pid = '', text = ''] = /^(\d+) (.*)$/.exec(call) ?? [];
    return `${pid} 100.${String(i + 1).padStart(6, '0')} ${text}`;
  });
  return readActivities(readCalls(lines), INIT, {
    files: new Files({ paths, links: [['/bin', 'usr/bin']] }),
    interpreterOf: (file) => SCRIPTS[file],
    workingDirectory: '/w',
  });
};

const EXEC = '10 execve("/bin/bash", ["bash", "s.sh"], 0x1 /* 2 vars */) = 0';

describe('processes', () => {
  it('begin as children of init, fork and end', () => {
    const activities = read([
      EXEC,
      '10 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f) = 11',
      '11 execve("./a", ["./a", "x"], 0x1 /* 2 vars */) = 0',
      '11 +++ exited with 3 +++',
      '10 +++ killed by SIGTERM +++',
    ]);
    expect(
      activities.map(({ kind, time, process: { pid, parent } }) => [kind, time, pid, parent?.pid]),
    ).toEqual([
      ['exec', '100.000001', 10, 1],
      ['fork', '100.000002', 11, 10],
      ['exec', '100.000003', 11, 10],
      ['end', '100.000004', 11, 10],
      ['end', '100.000005', 10, 1],
    ]);
    expect(activities[1]?.process.args).toEqual(['bash', 's.sh']);
    expect(activities[2]?.process).toMatchObject({
      ...{ args: ['./a', 'x'], start: '100.000002', workingDirectory: '/w' },
      executable: { invoked: '/w/a', resolved: '/w/a' },
    });
    expect(activities[3]).toMatchObject({ code: 3 });
    expect(activities[4]).toMatchObject({ code: undefined });
  });

  it('are there before the call that forks them returns', () => {
    const activities = read([
      EXEC,
      '10 vfork( <unfinished ...>',
      '11 execve("/bin/as", ["as"], 0x1 /* 2 vars */ <unfinished ...>',
      '10 <... vfork resumed>) = 11',
      '11 <... execve resumed>) = 0',
    ]);
    expect(activities.map(({ kind, time }) => [kind, time])).toEqual([
      ['exec', '100.000001'],
      ['fork', '100.000002'],
      ['exec', '100.000005'],
    ]);
  });

  it('are one with their threads', () => {
    const activities = read([
      EXEC,
      '10 clone3({flags=CLONE_VM|CLONE_THREAD, stack=0x7f} => {parent_tid=[11]}, 88) = 11',
      '11 openat(AT_FDCWD</w>, "a", O_WRONLY|O_CREAT, 0666) = 3</w/a>',
      '11 clone(child_stack=NULL, flags=CLONE_VM|CLONE_VFORK|SIGCHLD) = 12',
      '11 +++ exited with 0 +++',
    ]);
    expect(
      activities.map(({ kind, process: { pid, parent } }) => [kind, pid, parent?.pid]),
    ).toEqual([
      ['exec', 10, 1],
      ['creation', 10, 1],
      ['fork', 12, 10],
    ]);
  });

  it('do not exec where the call fails', () => {
    expect(
      read([EXEC, '10 execve("/usr/local/bin/as", ["as"], 0x1) = -1 ENOENT (No such file)']),
    ).toHaveLength(1);
  });

  it('run the interpreter of a script, which the name as invoked does not tell', () => {
    const [, script] = read([EXEC, '10 execve("/bin/musl-gcc", ["musl-gcc", "-c"], 0x1) = 0']);
    expect(script?.process).toMatchObject({
      executable: { invoked: '/bin/musl-gcc', resolved: '/usr/bin/sh' },
      args: ['/bin/sh', '/bin/musl-gcc', '-c'],
    });
    const [, other] = read([EXEC, '10 execve("./run.py", ["./run.py"], 0x1) = 0']);
    expect(other?.process.args).toEqual(['/usr/bin/env', 'python3', './run.py']);
  });

  it('may run themselves again', () => {
    const [, again] = read([EXEC, '10 execve("/proc/self/exe", ["cp", "a"], 0x1) = 0']);
    expect(again?.process.executable).toEqual({
      ...{ invoked: '/proc/self/exe', resolved: '/usr/bin/bash' },
    });
  });

  it('have the directory that they, or their parents, changed to', () => {
    const activities = read([
      EXEC,
      '10 chdir("sub") = 0',
      '10 chdir("gone") = -1 ENOENT (No such file or directory)',
      '10 clone(child_stack=NULL, flags=SIGCHLD) = 11',
      '11 fchdir(3</w/other>) = 0',
      '11 execve("../a", ["../a"], 0x1) = 0',
      '10 execve("./b", ["./b"], 0x1) = 0',
    ]);
    expect(activities[2]?.process.executable.invoked).toBe('/w/a');
    expect(activities[2]?.process.workingDirectory).toBe('/w/other');
    expect(activities[3]?.process.executable.invoked).toBe('/w/sub/b');
  });

  it('see paths below the root that they changed to', () => {
    const activities = read([
      EXEC,
      '10 chroot("jail") = 0',
      '10 chdir("/") = 0',
      '10 execve("/bin/a", ["/bin/a"], 0x1) = 0',
      '10 openat(AT_FDCWD</w/jail>, "out", O_WRONLY|O_CREAT, 0666) = 3</w/jail/out>',
      '10 unlink("/out") = 0',
    ]);
    expect(activities[1]?.process.executable.invoked).toBe('/bin/a');
    expect(activities.slice(2)).toMatchObject([
      { kind: 'creation', path: '/out' },
      { kind: 'deletion', path: '/out' },
    ]);
  });

  it('have the effective user', () => {
    const activities = read([
      EXEC,
      '10 clone(child_stack=NULL, flags=SIGCHLD) = 11',
      '11 setresuid(-1, 65534, -1) = 0',
      '11 execve("./a", ["./a"], 0x1) = 0',
      '11 setuid(0) = -1 EPERM (Operation not permitted)',
      '11 +++ exited with 0 +++',
      '10 +++ exited with 0 +++',
    ]);
    expect(activities.map(({ process: { userId } }) => userId)).toEqual([0, 0, 65534, 65534, 0]);
  });
});

const fileEvents = (calls: readonly string[], paths: readonly string[] = []) =>
  read([EXEC, ...calls], paths)
    .slice(1)
    .map((activity) => [
      activity.kind,
      'path' in activity ? activity.path : undefined,
      ...('from' in activity ? [activity.from] : []),
    ]);

describe('files', () => {
  it.each([
    [
      'relative to the working directory',
      '10 openat(AT_FDCWD</w>, "a b\\316\\273", O_RDWR|O_CREAT|O_TRUNC, 0666) = 3</w/a b\\316\\273>',
      '/w/a bλ',
    ],
    [
      'relative to a descriptor',
      '10 openat(5</w/sub>, "a", O_WRONLY|O_CREAT, 0666) = 3</w/sub/a>',
      '/w/sub/a',
    ],
    ['by the old call', '10 open("a", O_WRONLY|O_CREAT|O_EXCL, 0600) = 3</w/a>', '/w/a'],
    ['by creat', '10 creat("a", 0600) = 3</w/a>', '/w/a'],
    [
      'where the path leads',
      '10 openat(AT_FDCWD</w>, "/bin/a", O_WRONLY|O_CREAT, 0755) = 3</usr/bin/a>',
      '/usr/bin/a',
    ],
  ])('are created %s', (_, call, path) => {
    expect(fileEvents([call])).toEqual([['creation', path]]);
  });

  it.each([
    ['there already', '10 openat(AT_FDCWD</w>, "old", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3</w/old>'],
    ['only read', '10 openat(AT_FDCWD</w>, "new", O_RDONLY) = 3</w/new>'],
    ['refused', '10 openat(AT_FDCWD</w>, "new", O_WRONLY|O_CREAT, 0666) = -1 EACCES (No)'],
    [
      'a device',
      '10 openat(AT_FDCWD</w>, "/dev/null", O_WRONLY|O_CREAT, 0666) = 3</dev/null<char 1:3>>',
    ],
    [
      'without a name',
      '10 openat(AT_FDCWD</w>, "/tmp", O_RDWR|O_TMPFILE, 0600) = 3</tmp/#12 (deleted)>',
    ],
    ['a folder', '10 mkdir("new", 0777) = 0'],
    ['a link', '10 linkat(AT_FDCWD</w>, "old", AT_FDCWD</w>, "new", 0) = 0'],
    ['a symbolic link', '10 symlink("old", "new") = 0'],
    ['a folder that goes', '10 unlinkat(AT_FDCWD</w>, "old", AT_REMOVEDIR) = 0'],
  ])('are not created: %s', (_, call) => {
    expect(fileEvents([call], ['/w/old'])).toEqual([]);
  });

  it('are created again when they were removed', () => {
    const open = '10 openat(AT_FDCWD</w>, "a", O_WRONLY|O_CREAT, 0666) = 3</w/a>';
    expect(fileEvents([open, '10 unlink("a") = 0', open, open])).toEqual([
      ['creation', '/w/a'],
      ['deletion', '/w/a'],
      ['creation', '/w/a'],
    ]);
  });

  it('are renamed, relative to the working directory and to descriptors', () => {
    expect(
      fileEvents([
        '10 rename("a", "/tmp/b") = 0',
        '10 renameat2(3</w/sub>, "x", AT_FDCWD</w>, "../y", RENAME_NOREPLACE) = 0',
        '10 rename("gone", "b") = -1 ENOENT (No such file or directory)',
      ]),
    ).toEqual([
      ['rename', '/tmp/b', '/w/a'],
      ['rename', '/y', '/w/sub/x'],
    ]);
  });

  it('are renamed and removed as links where they are links', () => {
    expect(
      fileEvents([
        '10 symlink("target", "l") = 0',
        '10 rename("l", "m") = 0',
        '10 execve("./m", ["./m"], 0x1) = 0',
        '10 unlinkat(AT_FDCWD</w>, "m", 0) = 0',
      ]),
    ).toEqual([
      ['rename', '/w/m', '/w/l'],
      ['exec', undefined],
      ['deletion', '/w/m'],
    ]);
  });
});

describe('connections', () => {
  const to = (address: string, result = '0', protocol = 'TCP:[1]') =>
    read([EXEC, `10 connect(3<${protocol}>, {${address}}, 16) = ${result}`]).slice(1);
  const IPV4 = 'sa_family=AF_INET, sin_port=htons(4444), sin_addr=inet_addr("10.77.0.2")';
  const IPV6 =
    'sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "fd77::2", &sin6_addr), sin6_scope_id=0';

  it('are told of over IPv4 and IPv6', () => {
    expect(to(IPV4)).toMatchObject([{ kind: 'connect', ip: '10.77.0.2', port: 4444 }]);
    expect(to(IPV6, '0', 'TCPv6:[1]')).toMatchObject([
      { kind: 'connect', ip: 'fd77::2', port: 80 },
    ]);
  });

  it.each(['-1 EINPROGRESS (Operation now in progress)', '-1 ECONNREFUSED (Connection refused)'])(
    'are attempts, come what may: %s',
    (result) => {
      expect(to(IPV4, result)).toHaveLength(1);
    },
  );

  it('are not told of over UDP, by sockets of the host, or where there is no way', () => {
    expect(to(IPV4, '0', 'UDP:[1]')).toEqual([]);
    expect(to('sa_family=AF_UNIX, sun_path="/run/x"', '0', 'UNIX-STREAM:[1]')).toEqual([]);
    expect(to(IPV4, '-1 ENETUNREACH (Network is unreachable)')).toEqual([]);
  });
});
