// SPDX-License-Identifier: Apache-2.0
import type { Time } from '../strace/line';

/** What a process runs. */
export interface Program {
  /** As it was called, and the file that the kernel ran: behind links, the interpreter of a script. */
  readonly executable: { readonly invoked: string; readonly resolved: string };
  readonly args: readonly string[];
}

/** A process at one moment. */
export interface ProcessState extends Program {
  readonly pid: number;
  readonly start: Time;
  readonly parent: ProcessState | undefined;
  /** Paths as the whole machine has them, also for a process that changed its root. */
  readonly workingDirectory: string;
  /** '' for a process that did not change it. */
  readonly root: string;
  /** The effective user. */
  readonly userId: number;
}

/** The processes of a trace by thread; what one changes, those begun earlier do not see. */
export class Processes {
  private readonly states = new Map<number, ProcessState>();
  private readonly leaderOf = new Map<number, number>();

  get(thread: number): ProcessState | undefined {
    const state = this.states.get(this.leaderOf.get(thread) ?? thread);
    const parent = state?.parent && this.states.get(state.parent.pid);
    // The parent as it is now, unless its number was given to another process.
    return state && parent?.start === state.parent?.start ? { ...state, parent } : state;
  }

  isLeader(thread: number): boolean {
    return !this.leaderOf.has(thread);
  }

  begin(state: ProcessState): void {
    this.leaderOf.delete(state.pid);
    this.states.set(state.pid, state);
  }

  addThread(thread: number, creator: number): void {
    this.leaderOf.set(thread, this.leaderOf.get(creator) ?? creator);
  }

  change(thread: number, change: Partial<ProcessState>): void {
    const leader = this.leaderOf.get(thread) ?? thread;
    const state = this.states.get(leader);
    if (state) {
      this.states.set(leader, { ...state, ...change });
    }
  }
}
