// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { NameMode } from '../recordings';
import type { Activity } from './model/activity';
import type { ProcessState } from './model/processes';
import { toEcs, type Host } from './to_ecs';

/** A document as far as it is read here. */
interface Document {
  readonly '@timestamp': string;
  readonly event: { readonly id: string; readonly action: string; readonly sequence: number };
  readonly host: { readonly id: string; readonly name: string; readonly ip: readonly string[] };
  readonly agent: { readonly id: string };
  readonly user: { readonly name: string };
  readonly process: {
    readonly pid: number;
    readonly name: string;
    readonly executable: string;
    readonly start: string;
    readonly args: readonly string[];
    readonly working_directory: string;
  };
  readonly file: { readonly path: string };
  readonly destination: { readonly ip: string; readonly port: number };
  readonly source?: object;
}

/** Documents that came with the project, from which ours must not differ in shape. */
const given = (flow: string, mode: NameMode): Document[] =>
  gunzipSync(readFileSync(path.join(__dirname, '../data', mode, `${flow}.ndjson.gz`)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Document);

// What happened in the flow 23-static-link, by hand.
const init: ProcessState = {
  ...{ pid: 1, start: '1.000000', parent: undefined, args: ['/sbin/init'], userId: 0 },
  executable: { invoked: '/usr/lib/systemd/systemd', resolved: '/usr/lib/systemd/systemd' },
  ...{ workingDirectory: '/', root: '' },
};

const secondsOf = (iso: string): string => {
  const [whole = '', fraction = ''] = iso.split('.');
  return `${Date.parse(`${whole}Z`) / 1000}.${fraction.slice(0, 6)}`;
};

const stateOf = (
  { pid, start, args, executable, working_directory: workingDirectory }: Document['process'],
  parent: ProcessState,
): ProcessState => ({
  ...{ pid, start: secondsOf(start), args, parent, workingDirectory, root: '', userId: 0 },
  executable: { invoked: executable, resolved: executable },
});

describe.each<NameMode>(['invoked', 'resolved'])('an event, processes named as %s', (mode) => {
  const documents = given('23-static-link', mode);
  const [first] = documents;
  if (!first) {
    throw new Error('The recording is empty');
  }
  const host: Host = {
    ...{ name: first.host.name, id: first.host.id, agentId: first.agent.id, ip: first.host.ip },
  };
  const shell = stateOf(first.process, init);
  const find = (action: string, name?: RegExp): Document => {
    const found = documents.find(
      ({ event, process }) =>
        event.action === action && (name === undefined || name.test(process.name)),
    );
    if (!found) {
      throw new Error(`The recording has no ${action}`);
    }
    return found;
  };
  const compiler = stateOf(find('exec', /gcc/).process, shell);
  const write = (activity: Activity, like: Document): Document =>
    JSON.parse(
      JSON.stringify(toEcs(activity, like.event.sequence, host, mode, () => like.user.name)),
    );
  /** But for the id, which is random. */
  const expectSame = (ours: Document, theirs: Document): void => {
    expect(ours.event.id).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect({ ...ours, event: { ...ours.event, id: theirs.event.id } }).toEqual(theirs);
  };

  it('is written as those that came with the project: fork, exec, end', () => {
    const fork = find('fork');
    const child = { ...shell, pid: fork.process.pid, start: secondsOf(fork.process.start) };
    expectSame(
      write({ kind: 'fork', time: child.start, process: { ...child, parent: shell } }, fork),
      fork,
    );
    const exec = find('exec', /gcc/);
    const time = secondsOf(exec['@timestamp']);
    expectSame(write({ kind: 'exec', time, process: compiler }, exec), exec);
    const end = find('end', /gcc/);
    const ended = secondsOf(end['@timestamp']);
    expectSame(write({ kind: 'end', time: ended, process: compiler, code: 0 }, end), end);
  });

  it('is written as those that came with the project: creation, deletion', () => {
    for (const kind of ['creation', 'deletion'] as const) {
      const like = find(kind, /gcc/);
      const time = secondsOf(like['@timestamp']);
      const activity: Activity = { kind, time, process: compiler, path: like.file.path };
      expectSame(write(activity, like), like);
    }
  });

  it('is written as those that came with the project, but for the source: connection', () => {
    const like = find('connection_attempted');
    const { source, ...rest } = like;
    expect(source).toBeDefined();
    const exec = find('exec', /^implant/);
    const { ip, port } = like.destination;
    const time = secondsOf(like['@timestamp']);
    const process = stateOf(exec.process, shell);
    expectSame(write({ kind: 'connect', time, process, ip, port }, like), rest);
  });

  it('names the path before of what was renamed', () => {
    const activity: Activity = {
      ...{ kind: 'rename', time: '100.000001', process: compiler, path: '/w/b.so', from: '/w/a' },
    };
    expect(write(activity, first)).toMatchObject({
      event: { type: ['change'], action: 'rename' },
      file: {
        ...{ name: 'b.so', path: '/w/b.so', extension: 'so' },
        Ext: { original: { path: '/w/a', name: 'a' } },
      },
    });
  });

  it('has no host.id where the host has none', () => {
    const nameless = { ...host, id: undefined };
    const event = toEcs(
      { kind: 'exec', time: '100.000001', process: compiler },
      ...([1, nameless, mode, String] as const),
    );
    expect(event).toMatchObject({ host: { name: host.name } });
    expect(event).not.toHaveProperty('host.id');
  });
});
