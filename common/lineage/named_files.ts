// SPDX-License-Identifier: Apache-2.0
import type { BuiltFile } from './built_file';
import type { FileTable } from './file_table';
import { baseName, resolvePath } from './paths';

/** What can stand around a path in a script that is given as an argument. */
const SEPARATORS = /[\s'"`;,()<>|&{}[\]=@]+/;

/** Longer arguments are scripts in full; what they load stands in the beginning or is not found. */
const LONGEST_ARGUMENT = 20_000;

/** A process as far as it matters to what its arguments mean. */
export interface Invocation {
  readonly args: readonly string[];
  readonly workingDirectory: string | undefined;
  readonly began: number | undefined;
}

/** The built files that the arguments name: as a whole, behind a `=` or `@`, or inside of a script. */
export const namedFiles = (
  { args, workingDirectory, began }: Invocation,
  files: FileTable,
): BuiltFile[] => {
  const found = new Set<BuiltFile>();
  for (const arg of args.slice(1)) {
    const words = [arg, ...arg.slice(0, LONGEST_ARGUMENT).split(SEPARATORS)];
    for (const word of words) {
      const file = fileOf(word, workingDirectory, began, files);
      if (file) {
        found.add(file);
      }
    }
  }
  return [...found];
};

/** The built file that a path means; a relative one without a working directory by its name alone. */
export const fileOf = (
  path: string,
  workingDirectory: string | undefined,
  began: number | undefined,
  files: FileTable,
): BuiltFile | undefined => {
  const name = baseName(path);
  if (!files.hasName(name)) {
    return undefined;
  }
  const resolved = resolvePath(path, workingDirectory);
  return resolved === undefined ? files.onlyOneNamed(name) : files.at(resolved, began);
};

/** The built files that a process copies with a folder that its arguments name. */
export const inNamedFolders = (
  { args, workingDirectory }: Pick<Invocation, 'args' | 'workingDirectory'>,
  path: string,
  files: FileTable,
): BuiltFile | undefined => {
  const name = baseName(path);
  if (!files.hasName(name)) {
    return undefined;
  }
  for (const arg of args.slice(1)) {
    const folder = resolvePath(arg, workingDirectory);
    const file =
      folder === undefined || folder === '/'
        ? undefined
        : files.below(folder).find((other) => other.path !== path && baseName(other.path) === name);
    if (file) {
      return file;
    }
  }
  return undefined;
};
