// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { DeferredBlocks } from './deferred_blocks';
import { parseExactJson } from '../../common/json/parse_exact_json';
import type { EventDocument } from '../../common/search';
import type { StreamedEvent } from '../../common/search/streamed_event';
import { bulkId, isBulkAction, isObject, toDocument, type Format } from './formats';
import { InputError } from './input_error';
import { JsonLines } from './json_lines';
import { lineBefore, trimmedLine, type LineBlock } from './line_blocks';
import type { LineFilter } from './line_filter';
import { HostCounter } from './host_counter';
import { quickTimestamp } from './quick_values';
import type { ScanTally } from './scan_tally';

export interface LineEventOptions {
  readonly name: string;
  readonly format: Format;
  readonly filter: LineFilter;
  readonly timestampOf: (event: EventDocument) => number | undefined;
  readonly hostOf: (event: EventDocument) => string | undefined;
  readonly tally: ScanTally;
  /** Stop at the first line that is no event. */
  readonly strict: boolean;
  /** How late events may come, in milliseconds. */
  readonly slack: number;
  /** Whether only an event that begins a sequence matters now. */
  readonly isIdle: () => boolean;
  /** Whether an event begins a sequence. */
  readonly canBegin: (event: EventDocument) => boolean;
}

const BULK_ACTION = /^\s*\{\s*"(?:index|create|update|delete)"/;

/**
 * Turns the lines of an input into events, in blocks. Every line is checked, and told of when it is no
 * event; those that can match no stage are counted, but not parsed. With `strict`, throws an `InputError`
 * at the first line that is no event, after the events before it.
 */
export async function* lineEvents(
  blocks: AsyncIterable<LineBlock>,
  options: LineEventOptions,
): AsyncGenerator<StreamedEvent[]> {
  const reader = new LineReader(options);
  for await (const block of blocks) {
    yield reader.read(block);
    if (reader.failure) {
      throw reader.failure;
    }
  }
}

/** What is known of lines once they are checked. */
interface CheckedLines {
  /** By line, 1 where there is a JSON object. */
  readonly objects: Uint8Array;
  /** By line, 1 where its strings may begin a sequence, or are not known. */
  readonly begins: Uint8Array;
}

/** Some lines, and those of them that may begin a sequence by their text. */
interface Candidates {
  readonly block: LineBlock;
  /** By line, 1 where there is a JSON object. */
  readonly objects: Uint8Array;
  /** By line, 1 where its text may begin a sequence. */
  readonly marks: Uint8Array;
  /** The marked ones, parsed; undefined where a line is no event after all. */
  readonly events: ReadonlyMap<number, StreamedEvent | undefined>;
}

class LineReader {
  private readonly deferred: DeferredBlocks<Candidates>;
  private readonly check = new JsonLines();
  private readonly hosts: HostCounter;
  /** With `strict`: what ended the reading. */
  failure: InputError | undefined;

  constructor(private readonly options: LineEventOptions) {
    this.deferred = new DeferredBlocks(options.slack);
    this.hosts = new HostCounter(options.tally.hosts, (line) => this.hostOf(line));
  }

  /** The events that may matter; with `strict` up to the first line that is none. */
  read(whole: LineBlock): StreamedEvent[] {
    const checked = this.checkLines(whole);
    const { objects } = checked;
    const block = this.failure ? { ...whole, ends: whole.ends.slice(0, objects.length) } : whole;
    const time = this.timeOf(block, objects);
    const candidates = this.candidatesIn(block, checked);
    const events =
      this.options.isIdle() && !begins(candidates)
        ? this.late(this.deferred.add(candidates, time))
        : [...this.late(this.deferred.takeAll()), ...this.eventsOf(candidates)];
    return time === undefined ? events : [...events, passing(time)];
  }

  /** Checks and counts lines. With `strict` stops where one is no object. */
  private checkLines(block: LineBlock): CheckedLines {
    const objects = new Uint8Array(block.ends.length);
    const begins = new Uint8Array(block.ends.length);
    this.check.beginBlock(block.bytes);
    for (let i = 0; i < block.ends.length; i += 1) {
      const [start, end] = trimmedLine(block, i);
      if (start === end) {
        continue;
      }
      const isSure = this.check.isObject(start, end);
      const problem = isSure ? undefined : objectProblem(block.bytes.toString('utf8', start, end));
      if (problem === undefined) {
        objects[i] = 1;
        begins[i] = Number(!isSure || this.mayBegin(block.bytes, start, end));
        this.count(block.bytes, start, end);
      } else if (this.tell(block.firstLine + i, problem)) {
        return { objects: objects.subarray(0, i), begins: begins.subarray(0, i) };
      }
    }
    return { objects, begins };
  }

  /** By the strings of a line that has just been checked. */
  private mayBegin(bytes: Buffer, start: number, end: number): boolean {
    return this.options.filter.mayBegin(bytes, start, end, this.check.strings);
  }

  /** Tells of a line that is no event; returns whether it ends the reading. */
  private tell(line: number, reason: string): boolean {
    const { name, tally, strict } = this.options;
    tally.addBadLine({ input: name, line, reason });
    if (strict) {
      this.failure = new InputError(
        name,
        i18n.translate('recentlyCompiled.host.input.badLine', {
          defaultMessage: 'Line {line} is no event: {reason}',
          values: { line: String(line), reason },
        }),
        i18n.translate('recentlyCompiled.host.input.badLineRemedy', {
          defaultMessage: 'Repair it, or leave out --strict to skip it',
        }),
      );
    }
    return strict;
  }

  private count(bytes: Buffer, start: number, end: number): void {
    if (!this.isAction(bytes, start, end)) {
      this.options.tally.events += 1;
      this.hosts.add(bytes, start, end);
    }
  }

  private candidatesIn(block: LineBlock, { objects, begins }: CheckedLines): Candidates {
    const marks = this.options.filter.beginnings(block, begins);
    const events = new Map<number, StreamedEvent | undefined>();
    marks.forEach((mark, i) => {
      if (mark === 1 && objects[i] === 1) {
        events.set(i, this.settled(this.toEvent(block, i, true)));
      }
    });
    return { block, objects, marks, events };
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

  private eventsOf({ block, objects, marks, events }: Candidates): StreamedEvent[] {
    const any = this.options.filter.continuations(block, marks);
    const found: StreamedEvent[] = [];
    for (let i = 0; i < block.ends.length; i += 1) {
      if (objects[i] !== 1) {
        continue;
      }
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

  private isAction(bytes: Buffer, start: number, end: number): boolean {
    const isBulk = this.options.format === 'bulk';
    return isBulk && BULK_ACTION.test(bytes.toString('latin1', start, Math.min(end, start + 40)));
  }

  /** The later of the first and the last time in a block, in milliseconds. */
  private timeOf(block: LineBlock, objects: Uint8Array): number | undefined {
    const last = block.ends.length - 1;
    const times = [...new Set([0, 1, last - 1, last])]
      .filter((line) => objects[line] === 1)
      .flatMap((line) => this.timeOfLine(block, line) ?? []);
    times.forEach((time) => this.options.tally.addTime(time));
    return times.length > 0 ? Math.max(...times) : undefined;
  }

  private timeOfLine(block: LineBlock, line: number): number | undefined {
    const [start, end] = trimmedLine(block, line);
    const quick = quickTimestamp(block.bytes, start, end);
    if (quick !== undefined) {
      return quick;
    }
    const document = toDocument(parseExactJson(block.bytes.toString('utf8', start, end)), '');
    return document && this.options.timestampOf(document);
  }

  private toEvent(block: LineBlock, index: number, mayBegin: boolean): StreamedEvent | undefined {
    const { bytes } = block;
    const [start, end] = trimmedLine(block, index);
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

  /** `text` has been checked, so that it is an object. */
  private parse(text: string, line: number, id: string | undefined): EventDocument | undefined {
    const { name, format } = this.options;
    const value = parseExactJson(text);
    return format === 'bulk' && isBulkAction(value)
      ? undefined
      : toDocument(id === undefined ? value : { _id: id, _source: value }, `${name}:${line}`);
  }

  /** The id that a bulk action in the line before gives. */
  private idBefore(block: LineBlock, index: number): string | undefined {
    const text = lineBefore(block, index);
    return BULK_ACTION.test(text) && objectProblem(text) === undefined
      ? bulkId(parseExactJson(text))
      : undefined;
  }

  private hostOf(line: Buffer): string | undefined {
    const document = toDocument(parseExactJson(line.toString('utf8')), '');
    return document && this.options.hostOf(document);
  }
}

/** Why a text is no JSON object; undefined when it is one. */
const objectProblem = (text: string): string | undefined => {
  try {
    return isObject(parseExactJson(text))
      ? undefined
      : i18n.translate('recentlyCompiled.host.input.noObject', {
          defaultMessage: 'It is JSON, but no object',
        });
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

const begins = ({ events }: Candidates): boolean =>
  [...events.values()].some((event) => event?.mayBegin);
