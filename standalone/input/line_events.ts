// SPDX-License-Identifier: Apache-2.0
import { parseExactJson } from '../../common/json/parse_exact_json';
import type { EventDocument } from '../../common/search';
import type { StreamedEvent } from '../../common/search/sequence_stream';
import { bulkId, isBulkAction, isObject, toDocument, type Format } from './formats';
import { InputError } from './input_error';
import { lineStart, type LineBlock } from './line_blocks';
import { Relevance, type LineFilter } from './line_filter';
import { quickHostId, quickTimestamp } from './quick_values';
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
}

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

class LineReader {
  /** The bulk action that stood at the end of the last block. */
  private action: string | undefined;
  private lastHost: Buffer = Buffer.alloc(0);

  constructor(private readonly options: LineEventOptions) {}

  read(block: LineBlock): StreamedEvent[] {
    const relevance = this.options.filter.select(block);
    const events: StreamedEvent[] = [];
    for (let i = 0; i < block.ends.length; i += 1) {
      const event = this.readLine(
        block,
        i,
        this.options.strict ? Relevance.Begins : (relevance[i] ?? 0),
      );
      if (event) {
        events.push(event);
      }
    }
    if (this.options.format === 'bulk') {
      this.action = lineText(block, block.ends.length - 1);
    }
    return events;
  }

  private readLine(
    block: LineBlock,
    index: number,
    relevance: Relevance,
  ): StreamedEvent | undefined {
    const { bytes } = block;
    let start = lineStart(block, index);
    let end = block.ends[index] ?? 0;
    while (end > start && isBlank(bytes[end - 1])) {
      end -= 1;
    }
    while (start < end && isBlank(bytes[start])) {
      start += 1;
    }
    if (start === end) {
      return undefined;
    }
    if (bytes[start] !== OPEN || bytes[end - 1] !== CLOSE) {
      this.reject(block, index, bytes.toString('utf8', start, end));
      return undefined;
    }
    this.options.tally.events += 1;
    this.countHost(bytes, start, end);
    if (index === 0 || index === block.ends.length - 1) {
      this.countTime(bytes, start, end);
    }
    return relevance === Relevance.None
      ? undefined
      : this.toEvent(block, index, start, end, relevance);
  }

  private toEvent(
    block: LineBlock,
    index: number,
    start: number,
    end: number,
    relevance: Relevance,
  ): StreamedEvent | undefined {
    const mayBegin = relevance === Relevance.Begins;
    const timestamp = mayBegin ? undefined : quickTimestamp(block.bytes, start, end);
    if (timestamp !== undefined) {
      const line = Buffer.from(block.bytes.subarray(start, end));
      const number = block.firstLine + index;
      this.options.tally.addTime(timestamp);
      return {
        timestamp,
        mayBegin,
        read: () => this.parse(line.toString('utf8'), number, undefined),
      };
    }
    const before = this.options.format === 'bulk' ? this.actionBefore(block, index) : undefined;
    const document = this.parse(
      block.bytes.toString('utf8', start, end),
      block.firstLine + index,
      before,
    );
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

  private parse(text: string, line: number, action: string | undefined): EventDocument | undefined {
    const value = this.parseJson(text, line);
    if (value === undefined || (this.options.format === 'bulk' && isBulkAction(value))) {
      return undefined;
    }
    const id = action === undefined ? undefined : bulkId(parseExactJson(action));
    const wrapped = id === undefined ? value : { _id: id, _source: value };
    return toDocument(wrapped, `${this.options.name}:${line}`);
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

  private actionBefore(block: LineBlock, index: number): string | undefined {
    const text = index === 0 ? this.action : lineText(block, index - 1);
    return text !== undefined && /^\s*\{\s*"(?:index|create|update)"/.test(text) ? text : undefined;
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

const lineText = (block: LineBlock, index: number): string =>
  block.bytes.toString('utf8', lineStart(block, index), block.ends[index]);
