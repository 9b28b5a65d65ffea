// SPDX-License-Identifier: Apache-2.0
import type { Call } from '../strace/calls';
import { descriptorOf, stringArray, stringValue } from '../strace/text';
import type { CallReader, Machine } from './activity';
import { machinePath, seenBy } from './paths';
import type { ProcessState, Program } from './processes';

const fork: CallReader = ({ args, result, pid, began }, process, { processes }) => {
  const child = parseInt(result, 10);
  if (args.some((arg) => arg.includes('CLONE_THREAD'))) {
    processes.addThread(child, pid);
    return [];
  }
  const state = { ...process, pid: child, start: began.time, parent: process };
  processes.begin(state);
  return [{ kind: 'fork', time: began.time, process: state }];
};

const exec: CallReader = ({ args, pid, ended }, process, machine) => {
  const file = stringValue(args[0]);
  if (file === undefined) {
    return [];
  }
  machine.processes.change(pid, programOf(file, stringArray(args[1]), process, machine));
  const changed = machine.processes.get(pid) ?? process;
  return [{ kind: 'exec', time: ended.time, process: changed }];
};

/** What a process that starts itself again executes. */
const ITSELF = /^\/proc\/(?:self|thread-self)\/exe$/;

/** What runs when a file is executed: of a script its interpreter, with the script among the arguments. */
export const programOf = (
  file: string,
  args: readonly string[],
  process: ProcessState,
  { files, interpreterOf }: Pick<Machine, 'files' | 'interpreterOf'>,
): Program => {
  const { root } = process;
  const invoked = machinePath(file, process);
  const resolved = ITSELF.test(file)
    ? machinePath(process.executable.resolved, process)
    : files.resolve(invoked, { root });
  const interpreter = interpreterOf(resolved);
  const [program] = interpreter ?? [];
  const run =
    program === undefined ? resolved : files.resolve(machinePath(program, process), { root });
  return {
    executable: { invoked: seenBy(process, invoked), resolved: seenBy(process, run) },
    args: interpreter ? [...interpreter, file, ...args.slice(1)] : args,
  };
};

const changeDirectory =
  (directoryOf: (call: Call, process: ProcessState) => string | undefined): CallReader =>
  (call, process, { processes, files }) => {
    const directory = directoryOf(call, process);
    if (directory !== undefined) {
      const { root } = process;
      processes.change(call.pid, { workingDirectory: files.resolve(directory, { root }) });
    }
    return [];
  };

const pathIn = ({ args }: Call, process: ProcessState): string | undefined => {
  const file = stringValue(args[0]);
  return file === undefined ? undefined : machinePath(file, process);
};

const changeRoot: CallReader = (call, process, { processes, files }) => {
  const folder = pathIn(call, process);
  if (folder !== undefined) {
    processes.change(call.pid, { root: files.resolve(folder, { root: process.root }) });
  }
  return [];
};

/** `effective` is the number of the argument with the effective user; -1 there keeps it. */
const changeUser =
  (effective: number): CallReader =>
  ({ args, pid }, _process, { processes }) => {
    const userId = Number(args[effective]);
    if (userId >= 0) {
      processes.change(pid, { userId });
    }
    return [];
  };

/** Calls that begin processes or change them, by name. */
export const PROCESS_CALLS: Readonly<Record<string, CallReader>> = {
  fork,
  vfork: fork,
  clone: fork,
  clone3: fork,
  execve: exec,
  chdir: changeDirectory(pathIn),
  fchdir: changeDirectory(({ args }) => descriptorOf(args[0])),
  chroot: changeRoot,
  setuid: changeUser(0),
  setreuid: changeUser(1),
  setresuid: changeUser(1),
};
