// SPDX-License-Identifier: Apache-2.0
import type { LineageEvent } from './lineage_event';
import type { NamePatterns } from './name_patterns';
import type { KnownProcess } from './process_table';

/** Who builds: linkers write programs, compiler drivers write programs among other files. */
export interface Builders {
  readonly linkers: NamePatterns;
  readonly compilers: NamePatterns;
}

/** What compilers write that is no program, by what stands behind the last dot of the name, in lower case. */
export const INTERMEDIATE_ENDINGS: readonly string[] = [
  ...[
    'o',
    'lo',
    'obj',
    'a',
    's',
    'asm',
    'i',
    'ii',
    'c',
    'cc',
    'cpp',
    'cxx',
    'h',
    'd',
    'res',
    'bc',
    'll',
  ],
  ...['gch', 'pch', 'pcm', 'rmeta', 'rlib', 'rsp', 'lock', 'json', 'txt', 'log', 'stats', 'tmp'],
];

const INTERMEDIATE = new Set(INTERMEDIATE_ENDINGS);

const isIntermediate = (path: string): boolean =>
  INTERMEDIATE.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase());

/**
 * Whether a file event tells of a program or library that is built: a linker writes it under whatever name,
 * or a compiler driver under one that does not say otherwise. `writer` is the process where it is known.
 */
export const isBuilt = (
  event: LineageEvent,
  path: string,
  writer: KnownProcess | undefined,
  { linkers, compilers }: Builders,
): boolean => {
  const isOneOf = (names: NamePatterns): boolean =>
    names.matches(event.processName, event.executable) ||
    (writer !== undefined && names.matches(writer.name, writer.executable));
  return isOneOf(linkers) || (!isIntermediate(path) && isOneOf(compilers));
};

const LIBRARY_NAME = /\.(?:so(?:\.[0-9]+)*|node|dylib)$/i;
const LIBRARY_OPTIONS = ['-shared', '--shared', '-Bshareable', '-G'];

/** Whether it is something to be loaded. */
export const isLibrary = (path: string, writer: KnownProcess | undefined): boolean =>
  LIBRARY_NAME.test(path) || LIBRARY_OPTIONS.some((option) => writer?.args.includes(option));

const CARGO_OUTPUT = /^(.*)\/deps\/([^/]+)-[0-9a-f]{16}$/;

/**
 * Under which other path a file is at once, because a build tool links it there and sensors do not tell:
 * cargo has `deps/NAME-HASH` as `NAME` in the folder above.
 */
export const twinOf = (path: string): string | undefined => {
  const [, folder, name] = CARGO_OUTPUT.exec(path) ?? [];
  return folder === undefined || name === undefined ? undefined : `${folder}/${name}`;
};
