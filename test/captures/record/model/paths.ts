// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { descriptorOf, stringValue } from '../strace/text';
import type { ProcessState } from './processes';

/** The path of the whole machine for one that a process uses, relative to `folder` where it is relative. */
export const machinePath = (
  file: string,
  { root, workingDirectory }: ProcessState,
  folder = workingDirectory,
): string => path.posix.normalize(file.startsWith('/') ? `${root}${file}` : `${folder}/${file}`);

/** As a process sees a path of the machine; sensors resolve paths up to the root of the process. */
export const seenBy = ({ root }: ProcessState, file: string): string =>
  root !== '' && file.startsWith(`${root}/`) ? file.slice(root.length) : file;

/** The path in a call that takes a folder's descriptor and a path, as `openat` does. */
export const pathAt = (
  folder: string | undefined,
  file: string | undefined,
  process: ProcessState,
): string | undefined => {
  const name = stringValue(file);
  return name === undefined ? undefined : machinePath(name, process, descriptorOf(folder));
};
