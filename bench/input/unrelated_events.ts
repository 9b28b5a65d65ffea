// SPDX-License-Identifier: Apache-2.0
import { randomNumbers } from './random_numbers';

type Source = Readonly<Record<string, unknown>>;

export interface UnrelatedOptions {
  /** Each event is on one of them; `host` and `agent` as events have them. */
  readonly hosts: readonly Source[];
  /** Milliseconds since 1970, both ends included. */
  readonly from: number;
  readonly to: number;
}

const PROGRAMS = ['sh', 'sed', 'grep', 'node', 'git', 'curl', 'cron', 'awk', 'systemctl', 'date'];
const KINDS = [
  ...['fork', 'fork', 'fork', 'exec', 'exec', 'end', 'end', 'end'],
  ...['creation', 'deletion', 'connection_attempted'],
];

/**
 * The sources of events that happen on hosts on which others build programs, and have nothing to do with that:
 * processes, files and connections. The same at every call.
 */
export const unrelatedEvents = (count: number, { hosts, from, to }: UnrelatedOptions): Source[] => {
  const random = randomNumbers(7);
  const pick = <T>(from_: readonly T[]): T | undefined =>
    from_[Math.floor(random() * from_.length)];
  return Array.from({ length: count }, (_, i) => {
    const action = pick(KINDS) ?? 'exec';
    const program = pick(PROGRAMS) ?? 'sh';
    const time = new Date(from + Math.floor(random() * (to - from))).toISOString();
    return {
      ...pick(hosts),
      '@timestamp': time,
      event: { category: [categoryOf(action)], action, sequence: i },
      process: processOf(program, i),
      ...(categoryOf(action) === 'file' && {
        file: { name: `u${i}.log`, path: `/var/log/${program}/u${i}.log`, extension: 'log' },
      }),
      ...(action === 'connection_attempted' && {
        destination: { ip: '203.0.113.77', port: 443 },
        network: { transport: 'tcp' },
      }),
    };
  });
};

const categoryOf = (action: string): string =>
  action === 'connection_attempted'
    ? 'network'
    : action === 'creation' || action === 'deletion'
      ? 'file'
      : 'process';

const processOf = (program: string, i: number): Source => {
  const args = [program, '-q', `--job=${i}`];
  return {
    name: program,
    executable: `/usr/bin/${program}`,
    args,
    command_line: args.join(' '),
    working_directory: '/srv/jobs',
    pid: 1000 + i,
    entity_id: `unrelated-${i}`,
    parent: { entity_id: `unrelated-${Math.floor(i / 3)}`, pid: 1000 + Math.floor(i / 3) },
    Ext: { ancestry: [`unrelated-${Math.floor(i / 3)}`, `unrelated-${Math.floor(i / 9)}`] },
  };
};
