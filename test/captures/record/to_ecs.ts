// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { NameMode } from '../recordings';
import type { Activity } from './model/activity';
import type { ProcessState } from './model/processes';
import type { Time } from './strace/line';

/** The host whose sensor sees what happens. */
export interface Host {
  readonly name: string;
  /** Undefined for events without a `host.id`. */
  readonly id: string | undefined;
  readonly agentId: string;
  readonly ip: readonly string[];
}

/** An event as Elastic Defend writes it, in the shape of the recordings that came with the project. */
export const toEcs = (
  activity: Activity,
  sequence: number,
  host: Host,
  mode: NameMode,
  userName: (id: number) => string,
): object => {
  const { category, type, action } = EVENTS[activity.kind];
  const time = isoTime(activity.time);
  const { process } = activity;
  const user = { id: String(process.userId), name: userName(process.userId) };
  const isProcess = category === 'process';
  return {
    '@timestamp': time,
    message: `Endpoint ${category} event`,
    event: {
      ...{ kind: 'event', module: 'endpoint', dataset: `endpoint.events.${category}` },
      ...{ category: [category], type: [type], action },
      id: eventId(host, mode, sequence),
      ...{ sequence, created: time, outcome: 'unknown' },
    },
    host: hostFields(host),
    agent: { id: host.agentId, type: 'endpoint', version: '8.10.4' },
    elastic: { agent: { id: host.agentId } },
    data_stream: { type: 'logs', dataset: `endpoint.events.${category}`, namespace: 'default' },
    ecs: { version: '8.10.0' },
    user,
    ...what(activity),
    process: {
      ...identity(process, host, mode),
      parent: isProcess
        ? parentFields(process, host, mode)
        : { entity_id: parentId(process, host) },
      ...leaders(process, host),
      ...(isProcess && {
        ...{ args: process.args, args_count: process.args.length },
        working_directory: process.workingDirectory.slice(process.root.length) || '/',
        ...{ start: isoTime(process.start), user },
      }),
      ...(activity.kind === 'end' && {
        ...(activity.code !== undefined && { exit_code: activity.code }),
        end: time,
      }),
    },
  };
};

/** What a sensor calls what happens. */
export const EVENTS = {
  fork: { category: 'process', type: 'start', action: 'fork' },
  exec: { category: 'process', type: 'start', action: 'exec' },
  end: { category: 'process', type: 'end', action: 'end' },
  creation: { category: 'file', type: 'creation', action: 'creation' },
  deletion: { category: 'file', type: 'deletion', action: 'deletion' },
  rename: { category: 'file', type: 'change', action: 'rename' },
  connect: { category: 'network', type: 'start', action: 'connection_attempted' },
} as const;

/** The files and addresses of an activity. The source of a connection is in no call, so it is left out. */
const what = (activity: Activity): object => {
  switch (activity.kind) {
    case 'creation':
    case 'deletion':
      return { file: fileFields(activity.path) };
    case 'rename': {
      const { path: file, from } = activity;
      const original = { path: from, name: path.posix.basename(from) };
      return { file: { ...fileFields(file), Ext: { original } } };
    }
    case 'connect': {
      const { ip, port } = activity;
      return {
        destination: { ip, address: ip, port },
        network: {
          ...{ transport: 'tcp', type: ip.includes(':') ? 'ipv6' : 'ipv4', direction: 'egress' },
        },
      };
    }
    default:
      return {};
  }
};

const fileFields = (file: string): object => {
  const extension = path.posix.extname(file).slice(1);
  return {
    ...{ name: path.posix.basename(file), path: file },
    ...(extension !== '' && { extension }),
  };
};

const hostFields = ({ name, id, ip }: Host): object => ({
  ...(id !== undefined && { id }),
  ...{ name, hostname: name, architecture: 'x86_64', ip },
  os: {
    ...{ type: 'linux', family: 'debian', name: 'Linux', platform: 'debian', version: '12' },
    ...{ full: 'Debian 12', Ext: { variant: 'Debian' } },
  },
});

const identity = (process: ProcessState, host: Host, mode: NameMode): object => ({
  pid: process.pid,
  entity_id: entityId(process, host),
  name: path.posix.basename(process.executable[mode]),
  executable: process.executable[mode],
  command_line: process.args.join(' '),
});

const parentFields = ({ parent }: ProcessState, host: Host, mode: NameMode): object => {
  if (!parent) {
    return {};
  }
  const { pid, args, executable } = parent;
  return {
    ...{ pid, entity_id: entityId(parent, host) },
    ...{ name: path.posix.basename(executable[mode]), executable: executable[mode] },
    ...{ args, args_count: args.length, command_line: args.join(' ') },
  };
};

const parentId = ({ parent }: ProcessState, host: Host): string | undefined =>
  parent && entityId(parent, host);

/** As many as Defend records. */
const MOST_ANCESTORS = 20;

/** All three leaders are the first process of the trace: sessions and groups are not followed. */
const leaders = (process: ProcessState, host: Host): object => {
  const ancestors: ProcessState[] = [];
  for (let { parent } = process; parent; parent = parent.parent) {
    ancestors.push(parent);
  }
  const leader = { entity_id: entityId(ancestors.at(-2) ?? process, host) };
  return {
    ...{ entry_leader: leader, session_leader: leader, group_leader: leader },
    Ext: {
      ancestry: ancestors.slice(0, MOST_ANCESTORS).map((ancestor) => entityId(ancestor, host)),
    },
  };
};

/** Seconds from 1601, from which the sensor counts, to 1970. */
const EPOCH_SECONDS = 11_644_473_600;

/** Defend's id of a process: agent, pid and start, in base64. */
const entityId = ({ pid, start }: ProcessState, { agentId }: Host): string => {
  const [seconds = '', fraction = ''] = start.split('.');
  const text = `${agentId}-${pid}-${Number(seconds) + EPOCH_SECONDS}.${fraction}000`;
  return Buffer.from(text).toString('base64');
};

const eventId = ({ agentId }: Host, mode: NameMode, sequence: number): string =>
  createHash('sha256').update(`${agentId} ${mode} ${sequence}`).digest('base64').slice(0, 24);

const isoTime = (time: Time): string => {
  const [seconds = '', fraction = ''] = time.split('.');
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', `.${fraction}000Z`);
};
