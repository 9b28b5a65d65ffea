// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../../common/exclusions';
import { COPYING_COMMANDS, ROOT_COMMANDS, type LineageParams } from '../../../common/lineage';
import { allOf } from '../time_filter';
import { anyOf, connected, CREATED, EXECUTED, missing, MOVED, onHost, valueIn } from './clauses';
import { endsWith, hasPathTo, hasWord, preloads, programs } from './name_regexps';
import type { HostKey } from './unasked';

/** What the events leave out, so that it takes a slower search to find it. */
export interface EventGaps {
  /** There are programs started without a command line in one text. */
  readonly commandLines: boolean;
  /** There are files created without a name of their own beside the path. */
  readonly fileNames: boolean;
}

/**
 * All that can have to do with files of hosts: what became of them, whose arguments name them, and who runs
 * them. More than that is no harm; what is left out is what can not matter to lineage. No field is compared
 * without regard to case, since paths are not.
 */
export const aboutFiles = (files: readonly HostKey[], gaps: EventGaps): QueryDsl =>
  anyOf(
    ...byHost(files).map(([host, paths]) =>
      allOf(onHost(host), anyOf(movesOf(paths, gaps), runsOf(paths, gaps))),
    ),
  );

/** The commands of hosts that make a folder `/` to others; where built files are run below one, they are called otherwise. */
export const rootsOn = (hosts: readonly HostKey[]): QueryDsl =>
  allOf(
    EXECUTED,
    anyOf(...programs('process.args', ROOT_COMMANDS)),
    anyOf(...hosts.map(({ host }) => onHost(host))),
  );

/** Connections of processes that run a file of a host. */
export const connectionsByPath = (files: readonly HostKey[], params: LineageParams): QueryDsl =>
  allOf(
    connected(params),
    anyOf(
      ...byHost(files).map(([host, paths]) =>
        allOf(onHost(host), ...valueIn('process.executable', asWritten(paths))),
      ),
    ),
  );

const byHost = (files: readonly HostKey[]): [string, string[]][] => {
  const paths = new Map<string, string[]>();
  for (const { host, key } of files) {
    paths.set(host, [...(paths.get(host) ?? []), key]);
  }
  return [...paths];
};

/** A file of the same name may be a copy that came with its folder. */
const movesOf = (paths: readonly string[], { fileNames }: EventGaps): QueryDsl => {
  const names = namesOf(paths);
  return allOf(
    MOVED,
    anyOf(
      ...valueIn('file.path', asWritten(paths)),
      ...valueIn('file.Ext.original.path', [...paths, ...paths.flatMap(foldersAbove)]),
      allOf(
        CREATED,
        anyOf(
          ...valueIn('file.name', names),
          ...(fileNames ? names.map((name) => endsWith('file.path', name)) : []),
        ),
      ),
    ),
  );
};

const runsOf = (paths: readonly string[], { commandLines }: EventGaps): QueryDsl => {
  const names = namesOf(paths);
  const lines = ['process.command_line', ...(commandLines ? ['process.args'] : [])];
  const below = paths.flatMap(endsOfPath);
  return allOf(
    EXECUTED,
    anyOf(
      ...valueIn('process.executable', [...asWritten(paths), ...below]),
      ...valueIn('process.args', [...paths, ...below]),
      ...names.flatMap((name) => lines.map((line) => hasPathTo(line, name))),
      ...names.map((name) => preloads('process.env_vars', name)),
      allOf(
        // `cp x DIR` writes over `DIR/x`, however the folder is called.
        anyOf(...programs('process.args', COPYING_COMMANDS)),
        ...valueIn('process.args', names),
      ),
      ...[...byFolder(paths)].map(([folder, inside]) => inFolder(folder, inside, lines)),
    ),
  );
};

/** A bare name means the file only where the process works in its folder, or nobody knows where. */
const inFolder = (folder: string, names: readonly string[], lines: readonly string[]): QueryDsl => {
  const words = names.flatMap((name) => [name, `./${name}`]);
  return allOf(
    anyOf(
      ...valueIn('process.working_directory', [folder, `${folder}/`]),
      missing('process.working_directory'),
    ),
    anyOf(
      ...valueIn('process.executable', words),
      ...valueIn('process.args', words),
      ...names.flatMap((name) => lines.map((line) => hasWord(line, name))),
    ),
  );
};

const byFolder = (paths: readonly string[]): Map<string, string[]> => {
  const names = new Map<string, string[]>();
  for (const path of paths) {
    const at = path.lastIndexOf('/');
    const folder = path.slice(0, at) || '/';
    names.set(folder, [...(names.get(folder) ?? []), path.slice(at + 1)]);
  }
  return names;
};

const namesOf = (paths: readonly string[]): string[] => [
  ...new Set(paths.map((path) => path.slice(path.lastIndexOf('/') + 1))),
];

/** Linux marks the path of a program that was deleted while it runs. */
const asWritten = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => [path, `${path} (deleted)`]);

/** `/a/b/c` is in `/a` and `/a/b`. */
const foldersAbove = (path: string): string[] => {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`);
};

/** How `/a/b/c` is called from the folders above its own: `b/c`, `a/b/c`, with and without `./`. */
const endsOfPath = (path: string): string[] => {
  const parts = path.split('/').slice(1);
  return parts
    .slice(0, -1)
    .map((_, i) => parts.slice(i).join('/'))
    .flatMap((end) => [end, `./${end}`]);
};
