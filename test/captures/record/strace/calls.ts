// SPDX-License-Identifier: Apache-2.0
import { parseCall, parseLine, type CallText, type Time } from './line';

/** Where in the log something stands: what stands before happened before. */
export interface Place {
  readonly line: number;
  readonly time: Time;
}

/** A call that came back, with the places where it began and ended. */
export interface Call extends CallText {
  readonly kind: 'call';
  readonly pid: number;
  readonly began: Place;
  readonly ended: Place;
}

/** The end of a thread or process; no code for one that was killed. */
export interface Exit {
  readonly kind: 'exit';
  readonly pid: number;
  readonly code: number | undefined;
  readonly ended: Place;
}

/** What a log tells, calls that were interrupted by those of others put together. */
export const readCalls = (lines: Iterable<string>): (Call | Exit)[] => {
  const open = new Map<number, { readonly text: string; readonly began: Place }>();
  const found: (Call | Exit)[] = [];
  let line = 0;
  for (const text of lines) {
    line += 1;
    const parsed = parseLine(text);
    if (!parsed) {
      continue;
    }
    const { pid, time } = parsed;
    const here = { line, time };
    if (parsed.kind === 'exited' || parsed.kind === 'killed') {
      const code = parsed.kind === 'exited' ? parsed.code : undefined;
      found.push({ kind: 'exit', pid, code, ended: here });
    } else if (parsed.kind === 'unfinished') {
      open.set(pid, { text: parsed.text, began: here });
    } else {
      const { text: before, began } =
        parsed.kind === 'resumed' ? (open.get(pid) ?? NOTHING) : { text: '', began: here };
      open.delete(pid);
      const call = began && parseCall(before + parsed.text);
      if (call) {
        found.push({ ...call, kind: 'call', pid, began, ended: here });
      }
    }
  }
  return found;
};

/** A call that began before the log did. */
const NOTHING = { text: '', began: undefined };
