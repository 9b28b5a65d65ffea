// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

const TIME_FROM = '{"@timestamp":"'.length;
/** Whole milliseconds; what follows them stays as it is. */
const TIME_LENGTH = '2026-11-24T11:48:35.331'.length;
const BEGIN = Date.parse('2026-11-24T00:00:00Z');
/** Flows take some seconds each, so that several hosts are always at work. */
const BETWEEN_FLOWS = 500;

interface TimedLine {
  readonly time: number;
  readonly line: string;
}

/**
 * Recorded flows over and over, up to about `bytes`, each on a host of its own that begins a little after
 * the one before: a stream in which people compile all the time. In order of time.
 */
export const busyEvents = (flows: readonly (readonly string[])[], bytes: number): string[] => {
  const lines: TimedLine[] = [];
  let size = 0;
  for (let copy = 0; size < bytes; copy += 1) {
    const flow = copyOf(flows[copy % flows.length] ?? [], copy);
    lines.push(...flow);
    size += flow.reduce((sum, { line }) => sum + line.length + 1, 0);
  }
  return lines.sort((a, b) => a.time - b.time).map(({ line }) => line);
};

const copyOf = (flow: readonly string[], copy: number): TimedLine[] => {
  const [first = ''] = flow;
  const shift = BEGIN + copy * BETWEEN_FLOWS - timeOf(first);
  const host = (JSON.parse(first) as { host: { id: string } }).host.id;
  const newHost = createHash('md5').update(`${copy}`).digest('hex');
  return flow.map((line) => {
    const time = timeOf(line) + shift;
    return { time, line: withTime(line.replace(host, newHost), time) };
  });
};

const timeOf = (line: string): number =>
  Date.parse(`${line.slice(TIME_FROM, TIME_FROM + TIME_LENGTH)}Z`);

const withTime = (line: string, time: number): string =>
  line.slice(0, TIME_FROM) +
  new Date(time).toISOString().slice(0, TIME_LENGTH) +
  line.slice(TIME_FROM + TIME_LENGTH);
