// SPDX-License-Identifier: Apache-2.0
import { DeferredBlocks } from './deferred_blocks';
import { parseExactJson } from '../../common/json/parse_exact_json';
import type { EventDocument } from '../../common/search';
import type { StreamedEvent } from '../../common/search/streamed_event';
import { bulkId, isBulkAction, isObject, toDocument, type Format } from './formats';
import { InputError } from './input_error';
import { lineBefore, lineStart, type LineBlock } from './line_blocks';
import type { LineFilter } from './line_filter';
import { quickHostId, quickTimestamp, type Span } from './quick_values';
import type { ScanTally } from './scan_tally';

export interface LineEventOptions {
  readonly name: string;
  readonly format: Format;
  readonly filter: LineFilter;
  readonly timestampOf: (event: EventDocument) => number | undefined;
  readonly hostOf: (event: EventDocument) => string | undefined;
  readonly tally: ScanTally;
  /** Parse every line, and stop at the first that is no event. */
  readonly strict: boolean;
  /** How late events may come, in milliseconds. */
  readonly slack: number;
  /** Whether only an event that begins a sequence matters now. */
  readonly isIdle: () => boolean;
  /** Whether an event begins a sequence. */
  readonly canBegin: (event: EventDocument) => boolean;
}

const BULK_ACTION = /^\s*\{\s*"(?:index|create|update|delete)"/;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0d || byte === 0x09 || byte === 0x0a;

/**
 * Turns the lines of an input into events, in blocks. Lines that can match no stage are counted and
 * checked at both ends, but not parsed.
 */
export async function* lineEvents(
  blocks: AsyncIterable<LineBlock>,
  options: LineEventOptions,
): AsyncGenerator<StreamedEvent[]> {
  const reader = new LineReader(options);
  for await (const block of blocks) {
    yield options.strict ? reader.readAll(block) : reader.read(block);
    if (reader.failure) {
      throw reader.failure;
    }
  }
}

/** A block, and those of its lines that may begin a sequence by their text. */
interface Candidates {
  readonly block: LineBlock;
  /** By line. */
  readonly marks: Uint8Array;
  /** The marked ones, parsed; undefined where a line is no event after all. */
  readonly events: ReadonlyMap<number, StreamedEvent | undefined>;
}

class LineReader {
  private readonly deferred: DeferredBlocks<Candidates>;
  private lastHost: Buffer = Buffer.alloc(0);
  /** With `strict`: what ended the reading. */
  failure: InputError | undefined;

  constructor(private readonly options: LineEventOptions) {
    this.deferred = new DeferredBlocks(options.slack);
  }

  /** The events that may matter. */
  read(block: LineBlock): StreamedEvent[] {
    for (let i = 0; i < block.ends.length; i += 1) {
      this.count(block, i);
    }
    const time = this.timeOf(block);
    const candidates = this.candidatesIn(block);
    const events =
      this.options.isIdle() && !begins(candidates)
        ? this.late(this.deferred.add(candidates, time))
        : [...this.late(this.deferred.takeAll()), ...this.eventsOf(candidates)];
    return time === undefined ? events : [...events, passing(time)];
  }

  /** Every event, up to the first line that is none. */
  readAll(block: LineBlock): StreamedEvent[] {
    const events: StreamedEvent[] = [];
    for (let i = 0; i < block.ends.length && !this.failure; i += 1) {
      this.count(block, i);
      const event = this.failure ? undefined : this.toEvent(block, i, true);
      if (event) {
        events.push(event);
      }
    }
    return events;
  }

  private candidatesIn(block: LineBlock): Candidates {
    const marks = this.options.filter.beginnings(block);
    const events = new Map<number, StreamedEvent | undefined>();
    marks.forEach((mark, i) => {
      if (mark === 1) {
        events.set(i, this.settled(this.toEvent(block, i, true)));
      }
    });
    return { block, marks, events };
  }

  /** Whether it really begins a sequence, now that it is parsed anyway. */
  private settled(event: StreamedEvent | undefined): StreamedEvent | undefined {
    const document = event?.read();
    return event && document && { ...event, mayBegin: this.options.canBegin(document) };
  }

  /** The events of blocks that had been put aside; what is too late by now is nothing new to anyone. */
  private late(blocks: readonly Candidates[]): StreamedEvent[] {
    const { horizon } = this.deferred;
    return blocks
      .flatMap((block) => this.eventsOf(block))
      .filter(({ timestamp }) => timestamp >= horizon);
  }

  private eventsOf({ block, marks, events }: Candidates): StreamedEvent[] {
    const any = this.options.filter.continuations(block, marks);
    const found: StreamedEvent[] = [];
    for (let i = 0; i < block.ends.length; i += 1) {
      const event = events.has(i)
        ? events.get(i)
        : any[i] === 1
          ? this.toEvent(block, i, false)
          : undefined;
      if (event) {
        found.push(event);
      }
    }
    return found;
  }

  /** Counts a line and checks it at both ends. */
  private count(block: LineBlock, index: number): void {
    const { bytes } = block;
    const [start, end] = trimmed(block, index);
    if (start === end) {
      return;
    }
    if (bytes[start] !== OPEN || bytes[end - 1] !== CLOSE) {
      this.reject(block, index, bytes.toString('utf8', start, end));
    } else if (!this.isAction(bytes, start, end)) {
      this.options.tally.events += 1;
      this.countHost(bytes, start, end);
    }
  }

  private isAction(bytes: Buffer, start: number, end: number): boolean {
    const isBulk = this.options.format === 'bulk';
    return isBulk && BULK_ACTION.test(bytes.toString('latin1', start, Math.min(end, start + 40)));
  }

  /** The later of the first and the last time in a block, in milliseconds. */
  private timeOf(block: LineBlock): number | undefined {
    const last = block.ends.length - 1;
    const times = [...new Set([0, 1, last - 1, last])]
      .filter((line) => line >= 0 && line <= last)
      .flatMap((line) => this.timeOfLine(block, line) ?? []);
    times.forEach((time) => this.options.tally.addTime(time));
    return times.length > 0 ? Math.max(...times) : undefined;
  }

  private timeOfLine(block: LineBlock, line: number): number | undefined {
    const [start, end] = trimmed(block, line);
    const quick = quickTimestamp(block.bytes, start, end);
    if (quick !== undefined || start === end) {
      return quick;
    }
    const document = documentOrUndefined(block.bytes.toString('utf8', start, end));
    return document && this.options.timestampOf(document);
  }

  private toEvent(block: LineBlock, index: number, mayBegin: boolean): StreamedEvent | undefined {
    const { bytes } = block;
    const [start, end] = trimmed(block, index);
    if (bytes[start] !== OPEN || bytes[end - 1] !== CLOSE) {
      return undefined;
    }
    const number = block.firstLine + index;
    const id = this.options.format === 'bulk' ? this.idBefore(block, index) : undefined;
    const timestamp = mayBegin ? undefined : quickTimestamp(bytes, start, end);
    if (timestamp !== undefined) {
      // Only the line is kept, not the block that it stands in.
      const line = Buffer.from(bytes.subarray(start, end));
      this.options.tally.addTime(timestamp);
      return { timestamp, mayBegin, read: () => this.parse(line.toString('utf8'), number, id) };
    }
    const document = this.parse(bytes.toString('utf8', start, end), number, id);
    return document && this.timed(document, mayBegin);
  }

  private timed(document: EventDocument, mayBegin: boolean): StreamedEvent | undefined {
    const timestamp = this.options.timestampOf(document);
    if (timestamp === undefined) {
      this.options.tally.untimed += 1;
      return undefined;
    }
    this.options.tally.addTime(timestamp);
    return { timestamp, mayBegin, read: () => document };
  }

  private parse(text: string, line: number, id: string | undefined): EventDocument | undefined {
    const { name, format } = this.options;
    const value = this.parseJson(text, line);
    if (value === undefined || (format === 'bulk' && isBulkAction(value))) {
      return undefined;
    }
    const wrapped = id === undefined ? value : { _id: id, _source: value };
    return toDocument(wrapped, `${name}:${line}`);
  }

  private parseJson(text: string, line: number): Readonly<Record<string, unknown>> | undefined {
    try {
      const value = parseExactJson(text);
      return isObject(value) ? value : undefined;
    } catch (error) {
      this.options.tally.events -= 1;
      this.fail(line, (error as SyntaxError).message);
      return undefined;
    }
  }

  /** The id that a bulk action in the line before gives. */
  private idBefore(block: LineBlock, index: number): string | undefined {
    const text = lineBefore(block, index);
    return BULK_ACTION.test(text) ? bulkId(parseExactJson(text)) : undefined;
  }

  private reject(block: LineBlock, index: number, text: string): void {
    this.fail(block.firstLine + index, jsonProblem(text) ?? 'It is JSON, but no object');
  }

  private fail(line: number, reason: string): void {
    const { name, tally, strict } = this.options;
    tally.addBadLine({ input: name, line, reason });
    if (strict) {
      this.failure = new InputError(
        name,
        `Line ${line} is no event: ${reason}`,
        'Repair it, or leave out --strict to skip it',
      );
    }
  }

  /** Neighbouring lines are mostly of one host, so its bytes are compared before anything is decoded. */
  private countHost(bytes: Buffer, start: number, end: number): void {
    const span = quickHostId(bytes, start, end);
    if (span && bytes.compare(this.lastHost, 0, this.lastHost.length, ...span) === 0) {
      return;
    }
    const host = span ? bytes.toString('utf8', ...span) : this.slowHost(bytes.subarray(start, end));
    if (host !== undefined) {
      this.options.tally.hosts.add(host);
    }
    this.lastHost = Buffer.from(span ? (host ?? '') : '');
  }

  private slowHost(line: Buffer): string | undefined {
    const document = documentOrUndefined(line.toString('utf8'));
    return document && this.options.hostOf(document);
  }
}

/** For counting only: what is wrong with a line is told where it matters. */
const documentOrUndefined = (text: string): EventDocument | undefined => {
  try {
    return toDocument(parseExactJson(text), '');
  } catch {
    return undefined;
  }
};

const jsonProblem = (text: string): string | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as SyntaxError).message;
  }
};

/** Tells those who wait for time to pass that it did, where no event does. */
const passing = (timestamp: number): StreamedEvent => ({
  timestamp,
  mayBegin: false,
  read: () => undefined,
});

/** Where a line begins and ends, blanks left out. */
const trimmed = (block: LineBlock, index: number): Span => {
  const { bytes } = block;
  let start = lineStart(block, index);
  let end = block.ends[index] ?? 0;
  while (end > start && isBlank(bytes[end - 1])) {
    end -= 1;
  }
  while (start < end && isBlank(bytes[start])) {
    start += 1;
  }
  return [start, end];
};

const begins = ({ events }: Candidates): boolean =>
  [...events.values()].some((event) => event?.mayBegin);
