// SPDX-License-Identifier: Apache-2.0
import type { RequiredText } from '../../common/search';
import { valueTest, type FieldValues } from './field_values';
import type { LineStrings } from './json_lines';
import { stringTest } from './string_test';
import { lineStart, type LineBlock } from './line_blocks';

/** What one stage needs to find in a line. */
export type StageText = RequiredTexts | RequiredStrings;

export interface RequiredTexts {
  readonly required: RequiredText;
  /** Whether the stage counts even while no sequence waits. */
  readonly begins: boolean;
}

/** What is known of a stage that tells exactly which strings it takes. */
export interface RequiredStrings {
  readonly begins: true;
  /** One of them must be a string of the line, as a value. */
  readonly strings: readonly string[];
  readonly values: FieldValues;
}

interface Needles {
  readonly groups: readonly (readonly Buffer[])[];
  /** The group that takes least to search for first: few lines hold it, and it has few texts. */
  rarest: number;
}

/** Searching a block for one more text costs about as much as looking into one line of so many. */
const LINES_PER_TEXT = 20;

/** JSON may write any character as \uXXXX; a line that does is never left out. */
const UNICODE_ESCAPE: readonly Needles[] = [{ groups: [[Buffer.from('\\u')]], rarest: 0 }];

/**
 * Tells from their bytes which lines need not be parsed, as grep would: a line that lacks a text which
 * every stage requires can not match.
 */
export class LineFilter {
  private readonly beginning: readonly Needles[];
  private readonly continuing: readonly Needles[];
  private readonly stringTests: readonly LineTest[];
  private tuned = false;

  constructor(stages: readonly StageText[]) {
    const texts = stages.filter((stage) => 'required' in stage);
    const needlesOf = (all: readonly RequiredTexts[]): Needles[] =>
      all.map(({ required }) => ({ groups: required.map(needlesFor), rarest: 0 }));
    this.beginning = needlesOf(texts.filter(({ begins }) => begins));
    this.continuing = needlesOf(texts.filter(({ begins }) => !begins));
    this.stringTests = stages.filter((stage) => 'strings' in stage).map(lineTest);
  }

  /** Whether a line, which stands from `start` to `end`, may begin a sequence by its strings. */
  mayBegin(bytes: Buffer, start: number, end: number, strings: LineStrings): boolean {
    return this.stringTests.some((test) => test(bytes, start, end, strings));
  }

  /** The lines that may begin a sequence; `byStrings` are those that may by their strings, 1 by line. */
  beginnings(block: LineBlock, byStrings: Uint8Array): Uint8Array {
    this.tune(block);
    const begins = byStrings.slice();
    [...this.beginning, ...UNICODE_ESCAPE].forEach((needles) => markStage(block, needles, begins));
    return begins;
  }

  /** Adds the lines that may continue a sequence to those that may begin one. */
  continuations(block: LineBlock, begins: Uint8Array): Uint8Array {
    const any = begins.slice();
    this.continuing.forEach((needles) => markStage(block, needles, any));
    return any;
  }

  /** Counts once, in the first block, which group of each stage is the rarest. */
  private tune(block: LineBlock): void {
    if (this.tuned) {
      return;
    }
    this.tuned = true;
    for (const needles of [...this.beginning, ...this.continuing]) {
      const counts = needles.groups.map((group) => {
        const lines = new Uint8Array(block.ends.length);
        group.forEach((needle) => markLines(block, needle, [], lines));
        const cost = (group.length * block.ends.length) / LINES_PER_TEXT;
        return lines.filter(Boolean).length + cost;
      });
      needles.rarest = Math.max(0, counts.indexOf(Math.min(...counts)));
    }
  }
}

type LineTest = (bytes: Buffer, start: number, end: number, strings: LineStrings) => boolean;

const lineTest = ({ strings: texts, values }: RequiredStrings): LineTest => {
  const hasText = stringTest(texts);
  const hasValue = valueTest(values);
  return (bytes, start, end, strings) =>
    hasText(bytes, strings) && hasValue(bytes.subarray(start, end));
};

/** A text that holds another of its group needs no search of its own. */
const needlesFor = (group: readonly string[]): Buffer[] =>
  [...new Set(group)]
    .filter((text) => !group.some((other) => other !== text && text.includes(other)))
    .map((text) => Buffer.from(text, 'latin1'));

const markStage = (block: LineBlock, { groups, rarest }: Needles, marks: Uint8Array): void => {
  const first = groups[rarest];
  if (!first) {
    marks.fill(1);
    return;
  }
  const others = groups.filter((_, i) => i !== rarest);
  first.forEach((needle) => markLines(block, needle, others, marks));
};

/** Searches the whole block at once, which is much faster than line by line. */
const markLines = (
  { bytes, ends }: LineBlock,
  needle: Buffer,
  others: Needles['groups'],
  marks: Uint8Array,
): void => {
  let line = 0;
  let at = bytes.indexOf(needle);
  while (at >= 0) {
    while ((ends[line] ?? Infinity) < at) {
      line += 1;
    }
    const end = ends[line] ?? bytes.length;
    if (marks[line] === 0) {
      const text = bytes.subarray(lineStart({ ends }, line), end);
      marks[line] = Number(holdsAll(text, others));
    }
    at = bytes.indexOf(needle, end);
  }
};

const holdsAll = (line: Buffer, groups: Needles['groups']): boolean =>
  groups.every((group) => group.some((needle) => line.includes(needle)));
