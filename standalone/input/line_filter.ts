// SPDX-License-Identifier: Apache-2.0
import type { RequiredText } from '../../common/search/required_text';
import { lineStart, type LineBlock } from './line_blocks';

/** What one stage needs to find in a line. */
export interface StageText {
  readonly required: RequiredText;
  /** Whether the stage counts even while no sequence waits. */
  readonly begins: boolean;
}

export enum Relevance {
  /** No stage can match. */
  None = 0,
  /** A stage may match that continues a sequence. */
  Continues = 1,
  /** A stage may match that begins one. */
  Begins = 2,
}

interface StageNeedles {
  readonly relevance: Relevance;
  readonly groups: readonly (readonly Buffer[])[];
  /** The group that fewest lines hold; searched for first. */
  rarest: number;
}

/** JSON may write any character as \uXXXX; a line that does is never left out. */
const UNICODE_ESCAPE = Buffer.from('\\u');

/**
 * Tells from their bytes which lines need not be parsed, as grep would: a line that lacks a text which
 * every stage requires can not match.
 */
export class LineFilter {
  private readonly stages: readonly StageNeedles[];
  private tuned = false;

  constructor(stages: readonly StageText[]) {
    this.stages = stages.map(({ required, begins }) => ({
      relevance: begins ? Relevance.Begins : Relevance.Continues,
      groups: required.map((group) => group.map((text) => Buffer.from(text, 'latin1'))),
      rarest: 0,
    }));
  }

  /** The relevance of each line. */
  select(block: LineBlock): Uint8Array {
    this.tune(block);
    const relevance = new Uint8Array(block.ends.length);
    for (const stage of this.stages) {
      markStage(block, stage, relevance);
    }
    markLines(block, UNICODE_ESCAPE, Relevance.Begins, () => true, relevance);
    return relevance;
  }

  /** Counts once, in the first block, which group of each stage is the rarest. */
  private tune(block: LineBlock): void {
    if (this.tuned) {
      return;
    }
    this.tuned = true;
    for (const stage of this.stages) {
      const counts = stage.groups.map((needles) => {
        const lines = new Uint8Array(block.ends.length);
        needles.forEach((needle) => markLines(block, needle, Relevance.Begins, () => true, lines));
        return lines.filter(Boolean).length;
      });
      stage.rarest = Math.max(0, counts.indexOf(Math.min(...counts)));
    }
  }
}

const markStage = (
  block: LineBlock,
  { groups, rarest, relevance }: StageNeedles,
  marks: Uint8Array,
): void => {
  const needles = groups[rarest];
  if (!needles) {
    marks.forEach((mark, i) => (marks[i] = Math.max(mark, relevance)));
    return;
  }
  const others = relevance === Relevance.Begins ? groups.filter((_, i) => i !== rarest) : [];
  const holdsOthers = (line: Buffer): boolean =>
    others.every((group) => group.some((needle) => line.includes(needle)));
  for (const needle of needles) {
    markLines(block, needle, relevance, holdsOthers, marks);
  }
};

/** Searches the whole block at once, which is much faster than line by line. */
const markLines = (
  block: LineBlock,
  needle: Buffer,
  relevance: Relevance,
  isMatch: (line: Buffer) => boolean,
  marks: Uint8Array,
): void => {
  const { bytes, ends } = block;
  let line = 0;
  for (let at = bytes.indexOf(needle); at >= 0;) {
    while ((ends[line] ?? Infinity) < at) {
      line += 1;
    }
    const end = ends[line];
    if (end === undefined) {
      return;
    }
    if (
      Number(marks[line]) < Number(relevance) &&
      isMatch(bytes.subarray(lineStart(block, line), end))
    ) {
      marks[line] = relevance;
    }
    at = bytes.indexOf(needle, end);
  }
};
