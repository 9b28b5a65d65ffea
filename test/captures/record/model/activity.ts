// SPDX-License-Identifier: Apache-2.0
import type { Call } from '../strace/calls';
import type { Time } from '../strace/line';
import type { Files } from './files';
import type { Processes, ProcessState } from './processes';

/** What a sensor tells of, as far as system calls show it. Paths are those that the process sees. */
export type Activity = { readonly time: Time; readonly process: ProcessState } & (
  | { readonly kind: 'fork' | 'exec' }
  | { readonly kind: 'end'; readonly code: number | undefined }
  | { readonly kind: 'creation' | 'deletion'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly from: string }
  | { readonly kind: 'connect'; readonly ip: string; readonly port: number }
);

/** The machine as it is when a call ends. */
export interface Machine {
  readonly processes: Processes;
  readonly files: Files;
  /** The interpreter that a script asks for in its first line, with its argument; undefined for no script. */
  readonly interpreterOf: (file: string) => readonly string[] | undefined;
}

/** What a call that succeeded changes in the machine, and what a sensor tells of it. */
export type CallReader = (call: Call, process: ProcessState, machine: Machine) => Activity[];
