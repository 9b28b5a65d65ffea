// SPDX-License-Identifier: Apache-2.0
import type { BuiltFile } from './built_file';
import type { FileTable } from './file_table';
import type { LineageEvent } from './lineage_event';
import { fileOf, namedFiles } from './named_files';
import { namePatterns } from './name_patterns';
import { baseName, isAnonymous, resolvePath } from './paths';

/** What an exec event runs of what was built. */
export interface HowRun {
  readonly file: BuiltFile;
  /** Whether the process is that program; false where another one loads it. */
  readonly isDirect: boolean;
}

/** Programs that run the program they are given without starting it: the event names them alone. */
const LOADERS = namePatterns([
  ...['ld.so', 'ld-linux*', 'ld-musl*', 'ld64.so*', 'ld-2.*.so', 'ld-*.so', 'ld-*.so.*', 'ld.so.*'],
  ...['qemu-*', 'box64', 'box86', 'fex-emu*', 'FEXInterpreter', 'wine*', 'proot', 'mono*'],
  ...['valgrind*', 'memcheck-*'],
]);

/** Programs that load libraries they are told of. */
const INTERPRETERS = namePatterns([
  ...[
    'python*',
    'pypy*',
    'perl*',
    'ruby*',
    'irb*',
    'php*',
    'node*',
    'bun',
    'deno',
    'lua*',
    'texlua*',
  ],
  ...['java', 'tclsh*', 'wish*', 'guile*', 'R', 'Rscript', 'julia', 'octave*', 'emacs*', 'sqlite3'],
  ...['openssl', 'ssh-keygen', 'gawk', 'psql', 'redis-server'],
]);

const PRELOAD = /(?:^|[\s;'"])(?:LD_PRELOAD|LD_AUDIT)=(?:'([^']*)'|"([^"]*)"|([^\s;]*))/;

/** The most that an unmarked name of a process has; Linux cuts it there. */
const SHORT_NAME = 15;

/**
 * What built file an exec event runs; undefined for none. `before` are the built files that the process
 * named as it was before this exec, or its parent; `root` is the folder that is `/` to it, where that changed.
 */
export const howRun = (
  event: LineageEvent,
  files: FileTable,
  before: readonly BuiltFile[],
  root?: string,
): HowRun | undefined => {
  const { executable } = event;
  const path = resolvePath(executable ?? '', event.workingDirectory);
  const direct =
    files.at(path, event.began) ??
    // Built where the root was another one.
    (path !== undefined && root !== undefined ? files.at(root + path, event.began) : undefined) ??
    byFirstArgument(event, files);
  if (direct) {
    return { file: direct, isDirect: true };
  }
  const other =
    (executable !== undefined && isAnonymous(executable)
      ? (namedFiles(event, files)[0] ?? before.at(-1))
      : undefined) ??
    loaded(event, files) ??
    preloaded(event, files);
  return other && { file: other, isDirect: false };
};

/**
 * By the path in the first argument, which is a link's where the sensor resolves it; only where the rest of
 * the event does not contradict. A program without a path has the name that it was started by.
 */
const byFirstArgument = (
  { args, executable, processName, workingDirectory, began }: LineageEvent,
  files: FileTable,
): BuiltFile | undefined => {
  const [first = ''] = args;
  if (executable !== undefined) {
    return undefined;
  }
  const file = first.includes('/') ? fileOf(first, workingDirectory, began, files) : undefined;
  const name = file && baseName(file.path);
  return processName === undefined || name === processName || isCut(name, processName)
    ? file
    : undefined;
};

const isCut = (name: string | undefined, short: string): boolean =>
  name !== undefined && short.length === SHORT_NAME && name.startsWith(short);

const loaded = (event: LineageEvent, files: FileTable): BuiltFile | undefined => {
  const { processName, executable } = event;
  if (LOADERS.matches(processName, executable)) {
    return namedFiles(event, files)[0];
  }
  return INTERPRETERS.matches(processName, executable)
    ? namedFiles(event, files).find(({ isLibrary }) => isLibrary)
    : undefined;
};

/** Libraries that the environment, or the command that sets it, puts into the program. */
const preloaded = (
  { args, environment, workingDirectory, began }: LineageEvent,
  files: FileTable,
): BuiltFile | undefined =>
  [...environment, ...args]
    .flatMap((text) => {
      const [, single, double, plain] = PRELOAD.exec(text) ?? [];
      return (single ?? double ?? plain ?? '').split(/[: ]/);
    })
    .map((path) => (path === '' ? undefined : fileOf(path, workingDirectory, began, files)))
    .find((file) => file !== undefined);
