// SPDX-License-Identifier: Apache-2.0
import { printQuery } from '../../common/eql/printer';
import { buildRuleQuery, type QueryParams } from '../../common/rule';
import { diffOf, type DiffPart } from './diff';

/** A line of the query, and which of its words differ from the line in whose place it stands. */
export interface QueryLine {
  readonly kind: DiffPart['kind'];
  readonly parts: readonly DiffPart[];
}

/**
 * How the query changes with the parameters, line by line.
 * @param before undefined when the parameters of before could not be used
 */
export function queryDiff(before: QueryParams | undefined, after: QueryParams): QueryLine[] {
  const lines = diffOf(before ? linesOf(before) : [], linesOf(after));
  const result: QueryLine[] = [];
  for (let start = 0; start < lines.length;) {
    const removed = runOf(lines, start, 'removed');
    const added = runOf(lines, start + removed.length, 'added');
    result.push(...changed(removed, added));
    start += removed.length + added.length;
    const same = runOf(lines, start, 'same');
    result.push(...same.map((part): QueryLine => ({ kind: 'same', parts: [part] })));
    start += same.length;
  }
  return result;
}

const linesOf = (params: QueryParams): string[] => printQuery(buildRuleQuery(params)).split('\n');

/** The lines of a kind from here on. */
function runOf(
  lines: readonly DiffPart[],
  start: number,
  kind: DiffPart['kind'],
): readonly DiffPart[] {
  const end = lines.findIndex((line, index) => index >= start && line.kind !== kind);
  return lines.slice(start, end === -1 ? undefined : end);
}

/** Each line that is taken out is compared with the one that comes in its place. */
function changed(removed: readonly DiffPart[], added: readonly DiffPart[]): QueryLine[] {
  const pairs = removed.map((line, index) => wordDiff(line.text, added[index]?.text));
  return [
    ...removed.map((line, index): QueryLine => ({
      kind: 'removed',
      parts: pairs[index]?.filter(({ kind }) => kind !== 'added') ?? [line],
    })),
    ...added.map((line, index): QueryLine => ({
      kind: 'added',
      parts: pairs[index]?.filter(({ kind }) => kind !== 'removed') ?? [line],
    })),
  ];
}

const wordDiff = (before: string, after: string | undefined): DiffPart[] | undefined =>
  after === undefined ? undefined : joined(diffOf(wordsOf(before), wordsOf(after)));

/** A word with the space after it; brackets and commas are words of their own. */
const wordsOf = (line: string): string[] => line.match(/\s+|[()[\],]\s*|[^\s()[\],]+\s*/g) ?? [];

/** Neighbours of a kind as one; in a pair, what was taken out and put in may stand mixed. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === part.kind) {
      result[result.length - 1] = { kind: part.kind, text: last.text + part.text };
    } else {
      result.push(part);
    }
  }
  return result;
}
