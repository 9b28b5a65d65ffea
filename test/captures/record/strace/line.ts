// SPDX-License-Identifier: Apache-2.0
import { closingIndex, splitArguments } from './text';

/** One line of `strace -f -ttt -yy -o FILE`. */
export type Line = { readonly pid: number; readonly time: Time } & (
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'unfinished'; readonly text: string }
  | { readonly kind: 'resumed'; readonly name: string; readonly text: string }
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed' }
);

/** Seconds since 1970 with six digits behind the point, kept as text to lose none. */
export type Time = string;

const PREFIX = /^(\d+)\s+(\d+\.\d{6})\s+(.*)$/s;
const UNFINISHED = /^(.*?)\s*<unfinished \.\.\.>$/s;
const RESUMED = /^<\.\.\. ([a-z0-9_]+) resumed>(.*)$/s;
const EXITED = /^\+\+\+ exited with (\d+) \+\+\+$/;
const KILLED = /^\+\+\+ killed by /;

/** Reads a line; undefined for one that tells of nothing recorded, as a signal. */
export const parseLine = (line: string): Line | undefined => {
  const [, pidText, time, text] = PREFIX.exec(line) ?? [];
  if (pidText === undefined || time === undefined || text === undefined) {
    return undefined;
  }
  const at = { pid: Number(pidText), time };
  const code = EXITED.exec(text)?.[1];
  if (code !== undefined) {
    return { ...at, kind: 'exited', code: Number(code) };
  }
  if (KILLED.test(text)) {
    return { ...at, kind: 'killed' };
  }
  if (text.startsWith('+++') || text.startsWith('---')) {
    return undefined;
  }
  const [, name, rest] = RESUMED.exec(text) ?? [];
  if (name !== undefined && rest !== undefined) {
    return { ...at, kind: 'resumed', name, text: rest };
  }
  const begin = UNFINISHED.exec(text)?.[1];
  return begin === undefined
    ? { ...at, kind: 'whole', text }
    : { ...at, kind: 'unfinished', text: begin };
};

/** A system call as it was written, `result` being what stands behind the `=`. */
export interface CallText {
  readonly name: string;
  readonly args: readonly string[];
  readonly result: string;
}

/** Reads a call that is whole, or put together; undefined for what is none. */
export const parseCall = (text: string): CallText | undefined => {
  const name = /^([a-z0-9_]+)\(/.exec(text)?.[1];
  if (name === undefined) {
    return undefined;
  }
  const end = closingIndex(text, name.length + 1);
  const result = /^\)\s*=\s(.*)$/s.exec(text.slice(end))?.[1];
  return result === undefined
    ? undefined
    : { name, args: splitArguments(text.slice(name.length + 1, end)), result };
};
