// SPDX-License-Identifier: Apache-2.0
import { descriptorOf, stringValue } from '../strace/text';
import type { CallReader } from './activity';
import { pathAt, seenBy } from './paths';

/** Files that are no files. */
const NOT_ON_DISK = /^\/(?:dev|proc|sys)\//;

/** `flags` is the number of the argument with them. The path is that of the descriptor that came back. */
const open =
  (flags: number | undefined): CallReader =>
  ({ args, result, ended }, process, { files }) => {
    const mode = flags === undefined ? 'O_CREAT' : (args[flags] ?? '');
    const file = descriptorOf(result);
    const isNamed = mode.includes('O_CREAT') && file?.startsWith('/') === true;
    if (!isNamed || NOT_ON_DISK.test(seenBy(process, file)) || files.has(file)) {
      return [];
    }
    files.add(file);
    return [{ kind: 'creation', time: ended.time, process, path: seenBy(process, file) }];
  };

/** The numbers of the arguments with a folder's descriptor and the path; no folder: the working directory. */
type PathArguments = readonly [folder: number | undefined, file: number];

const remove =
  ([folder, file]: PathArguments): CallReader =>
  ({ args, ended }, process, { files }) => {
    const given = pathAt(folder === undefined ? undefined : args[folder], args[file], process);
    if (given === undefined) {
      return [];
    }
    const path = files.resolve(given, { root: process.root, keepLast: true });
    files.remove(path);
    return args.includes('AT_REMOVEDIR')
      ? []
      : [{ kind: 'deletion', time: ended.time, process, path: seenBy(process, path) }];
  };

const rename =
  ([oldFolder, oldFile]: PathArguments, [newFolder, newFile]: PathArguments): CallReader =>
  ({ args, ended }, process, { files }) => {
    const [before, after] = [
      pathAt(oldFolder === undefined ? undefined : args[oldFolder], args[oldFile], process),
      pathAt(newFolder === undefined ? undefined : args[newFolder], args[newFile], process),
    ];
    if (before === undefined || after === undefined) {
      return [];
    }
    const options = { root: process.root, keepLast: true };
    const [from, to] = [files.resolve(before, options), files.resolve(after, options)];
    files.move(from, to);
    return [
      {
        ...{ kind: 'rename', time: ended.time, process },
        ...{ path: seenBy(process, to), from: seenBy(process, from) },
      },
    ];
  };

/** Sensors tell of no link and no folder, but later paths lead through them. */
const add =
  ([folder, file]: PathArguments, target?: number): CallReader =>
  ({ args }, process, { files }) => {
    const given = pathAt(folder === undefined ? undefined : args[folder], args[file], process);
    if (given !== undefined) {
      const path = files.resolve(given, { root: process.root, keepLast: true });
      const leadsTo = target === undefined ? undefined : stringValue(args[target]);
      if (leadsTo === undefined) {
        files.add(path);
      } else {
        files.addLink(path, leadsTo);
      }
    }
    return [];
  };

/** Calls that make, move or remove files, by name. */
export const FILE_CALLS: Readonly<Record<string, CallReader>> = {
  open: open(1),
  openat: open(2),
  creat: open(undefined),
  unlink: remove([undefined, 0]),
  unlinkat: remove([0, 1]),
  rmdir: (call, process, machine) => {
    remove([undefined, 0])(call, process, machine);
    return [];
  },
  rename: rename([undefined, 0], [undefined, 1]),
  renameat: rename([0, 1], [2, 3]),
  renameat2: rename([0, 1], [2, 3]),
  mkdir: add([undefined, 0]),
  mkdirat: add([0, 1]),
  link: add([undefined, 1]),
  linkat: add([2, 3]),
  symlink: add([undefined, 1], 0),
  symlinkat: add([1, 2], 0),
};
