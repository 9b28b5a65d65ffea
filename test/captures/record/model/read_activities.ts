// SPDX-License-Identifier: Apache-2.0
import type { Call, Exit, Place } from '../strace/calls';
import type { Activity, CallReader, Machine } from './activity';
import { connect } from './connect_calls';
import { FILE_CALLS } from './file_calls';
import { PROCESS_CALLS } from './process_calls';
import { Processes, type ProcessState } from './processes';

/** A new process lives before the call that began it returns; a connection is attempted when asked for. */
const AT_BEGINNING = ['fork', 'vfork', 'clone', 'clone3', 'connect'];

const READERS: Readonly<Record<string, CallReader>> = {
  ...PROCESS_CALLS,
  ...FILE_CALLS,
  connect,
};

/** What happened, in order. A process that no call of the log began is a child of `init`. */
export const readActivities = (
  log: readonly (Call | Exit)[],
  init: ProcessState,
  { workingDirectory, ...rest }: Omit<Machine, 'processes'> & { workingDirectory: string },
): Activity[] => {
  const processes = new Processes();
  const machine: Machine = { ...rest, processes };
  const ordered = [...log].sort((a, b) => placeOf(a).line - placeOf(b).line);
  return ordered.flatMap((entry) => {
    const { pid } = entry;
    if (!processes.get(pid)) {
      const start = placeOf(entry).time;
      processes.begin({ ...init, pid, start, parent: init, workingDirectory });
    }
    const process = processes.get(pid) ?? init;
    if (entry.kind === 'exit') {
      const { ended, code } = entry;
      return processes.isLeader(pid)
        ? [{ kind: 'end' as const, time: ended.time, process, code }]
        : [];
    }
    const reader = Object.hasOwn(READERS, entry.name) ? READERS[entry.name] : undefined;
    // A failed call changes nothing; whether a connection was attempted its reader knows.
    return reader && (entry.name === 'connect' || /^\d/.test(entry.result))
      ? reader(entry, process, machine)
      : [];
  });
};

const placeOf = (entry: Call | Exit): Place =>
  entry.kind === 'call' && AT_BEGINNING.includes(entry.name) ? entry.began : entry.ended;
