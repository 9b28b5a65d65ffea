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

const BULK_ACTION = /^\s*\{\s*"(?:index|create|update)"/;
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
    yield reader.read(block);
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

  constructor(private readonly options: LineEventOptions) {
    this.deferred = new DeferredBlocks(options.slack);
  }

  read(block: LineBlock): StreamedEvent[] {
    this.count(block);
    const candidates = this.candidatesIn(block);
    if (!this.options.strict && this.options.isIdle() && !begins(candidates)) {
      return this.late(this.deferred.add(candidates));
    }
    return [...this.late(this.deferred.takeAll()), ...this.eventsOf(candidates)];
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
      const isWanted = any[i] === 1 || this.options.strict;
      const event = events.has(i)
        ? events.get(i)
        : isWanted
          ? this.toEvent(block, i, false)
          : undefined;
      if (event) {
        found.push(event);
      }
    }
    return found;
  }

  /** Counts and checks every line. */
  private count(block: LineBlock): void {
    const { bytes, ends } = block;
    for (let i = 0; i < ends.length; i += 1) {
      const [start, end] = trimmed(block, i);
      if (start === end) {
        continue;
      }
      if (bytes[start] !== OPEN || bytes[end - 1] !== CLOSE) {
        this.reject(block, i, bytes.toString('utf8', start, end));
        continue;
      }
      this.options.tally.events += 1;
      this.countHost(bytes, start, end);
      if (i === 0 || i === ends.length - 1) {
        this.countTime(bytes, start, end);
      }
    }
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
    const line = block.firstLine + index;
    try {
      JSON.parse(text);
      this.fail(line, 'It is JSON, but no object');
    } catch (error) {
      this.fail(line, (error as SyntaxError).message);
    }
  }

  private fail(line: number, reason: string): void {
    const { name, tally, strict } = this.options;
    tally.addBadLine({ input: name, line, reason });
    if (strict) {
      throw new InputError(
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
    try {
      const document = toDocument(parseExactJson(line.toString('utf8')), '');
      return document && this.options.hostOf(document);
    } catch {
      // A line that is no JSON has no host; it is reported where it matters.
      return undefined;
    }
  }

  private countTime(bytes: Buffer, start: number, end: number): void {
    const timestamp = quickTimestamp(bytes, start, end);
    if (timestamp !== undefined) {
      this.options.tally.addTime(timestamp);
    }
  }
}

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
