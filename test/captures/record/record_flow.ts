// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { NameMode } from '../recordings';
import { openFlow, type Flow } from './flow';
import { writeLabel } from './labels';
import type { Activity } from './model/activity';
import { Files, type Snapshot } from './model/files';
import { readActivities } from './model/read_activities';
import type { ProcessState } from './model/processes';
import { interpreterOf } from './namespace/interpreter';
import { bringUpNetwork, HOST_IPS } from './namespace/network';
import { takeSnapshot } from './namespace/snapshot';
import { trace } from './namespace/trace';
import { SANDBOX, type placesIn } from './places';
import { readCalls } from './strace/calls';
import { toEcs, type Host } from './to_ecs';

/** The parent of what is traced, in place of strace. */
const INIT: ProcessState = {
  pid: 1,
  start: '1.000000',
  parent: undefined,
  executable: { invoked: '/usr/lib/systemd/systemd', resolved: '/usr/lib/systemd/systemd' },
  args: ['/sbin/init'],
  workingDirectory: '/',
  root: '',
  userId: 0,
};

const MODES: readonly NameMode[] = ['invoked', 'resolved'];

/** Records one flow; to be called in namespaces of its own for network and mounts. */
export const recordFlow = async (
  name: string,
  places: ReturnType<typeof placesIn>,
): Promise<void> => {
  const flow = openFlow(places.flows, name);
  // What compilers leave in /tmp goes with the namespace.
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/tmp']);
  const stop = await bringUpNetwork(places.namespace);
  try {
    write(flow, await runScripts(flow, places), places.recorded);
  } finally {
    stop();
  }
};

/** What happened on one host. */
interface Recorded {
  readonly host: Host;
  readonly activities: readonly Activity[];
}

const runScripts = async (
  flow: Flow,
  { flows, sources }: ReturnType<typeof placesIn>,
): Promise<Recorded[]> => {
  const work = path.join(SANDBOX, 'work', flow.name);
  const traces = path.join(SANDBOX, 'traces');
  cpSync(sources, work, { recursive: true });
  mkdirSync(traces, { recursive: true });
  mkdirSync(path.join(SANDBOX, 'home'));
  const env = {
    PATH: `/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/go/bin:/root/.cargo/bin`,
    ...{ HOME: path.join(SANDBOX, 'home'), USER: 'root', LANG: 'C.UTF-8' },
    RUSTUP_HOME: '/root/.rustup',
  };
  const options = { cwd: work, env };
  const setUp = (suffix: string): Snapshot => {
    const script = path.join(flows, `${flow.name}${suffix}.setup.sh`);
    if (existsSync(script)) {
      execFileSync('bash', ['-e', script], { ...options, stdio: 'inherit' });
    }
    return takeSnapshot();
  };
  const run = async (suffix: string): Promise<string[]> => {
    const script = path.join(traces, `${flow.name}${suffix}.sh`);
    writeFileSync(script, readFileSync(path.join(flows, `${flow.name}${suffix}.sh`)));
    const log = `${script}.log`;
    await trace(script, log, options);
    return readFileSync(log, 'utf8').split('\n');
  };
  const read = (host: Host, snapshot: Snapshot, lines: readonly string[]): Recorded => {
    const calls = readCalls(lines);
    const files = new Files(snapshot);
    const activities = readActivities(calls, INIT, {
      ...{ files, interpreterOf, workingDirectory: work },
    });
    return { host, activities };
  };
  const before = setUp('');
  if (flow.second === 'same host') {
    const logs = await Promise.all([run(''), run('.2')]);
    return [read(newHost(flow, ''), before, merge(logs.flat()))];
  }
  const first = read(newHost(flow, ''), before, await run(''));
  return flow.second === undefined
    ? [first]
    : [first, read(newHost(flow, '-b'), setUp('.2'), await run('.2'))];
};

/** The lines of several logs in order of time, which stands behind the number of the process. */
const merge = (lines: readonly string[]): string[] => {
  const timeOf = (line: string): number => Number(line.split(/\s+/, 2)[1] ?? 0);
  return [...lines].sort((a, b) => timeOf(a) - timeOf(b));
};

const newHost = ({ name, hasNoHostId }: Flow, suffix: string): Host => ({
  name: `cap-${name}${suffix}`,
  id: hasNoHostId ? undefined : randomBytes(16).toString('hex'),
  agentId: randomUUID(),
  ip: HOST_IPS,
});

const write = (flow: Flow, hosts: readonly Recorded[], folder: string): void => {
  const userName = userNames();
  for (const mode of MODES) {
    const events = hosts
      .flatMap(({ host, activities }) =>
        inOrder(activities).map((activity, i) => ({
          time: activity.time,
          line: JSON.stringify(toEcs(activity, i + 1, host, mode, userName)),
        })),
      )
      .sort((a, b) => Number(a.time) - Number(b.time));
    const text = events.map(({ line }) => `${line}\n`).join('');
    mkdirSync(path.join(folder, mode), { recursive: true });
    writeFileSync(path.join(folder, mode, `${flow.name}.ndjson.gz`), gzipSync(text, { level: 9 }));
  }
  const activities = hosts.flatMap((host) => host.activities);
  writeLabel(path.join(folder, 'labels.json'), flow, activities);
};

/** Calls are read in order of their places in the log, whose times may differ by microseconds. */
const inOrder = (activities: readonly Activity[]): Activity[] =>
  [...activities].sort((a, b) => Number(a.time) - Number(b.time));

const userNames = (): ((id: number) => string) => {
  const names = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , id]) => [Number(id), name] as const),
  );
  return (id) => names.get(id) ?? String(id);
};
