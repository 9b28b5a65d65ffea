// SPDX-License-Identifier: Apache-2.0
import { tooComplex } from '../../pattern_error';
import type { PatternNode } from '../syntax/syntax_tree';

/** As many states as Elasticsearch lets an expression have (`max_determinized_states`). */
const MAX_CHARACTERS = 10_000;

/** Everything that walks the tree recurses, so this keeps the host's stack whole. */
const MAX_DEPTH = 500;

const partsOf = (node: PatternNode): readonly PatternNode[] => {
  switch (node.kind) {
    case 'sequence':
    case 'union':
    case 'intersection':
      return node.parts;
    case 'complement':
    case 'repeat':
      return [node.body];
    case 'character':
    case 'any_string':
    case 'empty_language':
      return [];
  }
};

const offsetOf = (node: PatternNode): number | undefined =>
  'offset' in node ? node.offset : undefined;

/**
 * Throws PatternError for a tree that would take unreasonable room or work to run: one that is
 * too deep, or in which too many characters stand once all repeats are written out.
 */
export const refuseTooComplex = (tree: PatternNode): void => {
  refuseTooDeep(tree);
  refuseTooLong(tree, 0);
};

const refuseTooDeep = (tree: PatternNode): void => {
  const pending = [{ node: tree, depth: 0, offset: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const depth = next.depth + 1;
    const offset = offsetOf(next.node) ?? next.offset;
    if (depth > MAX_DEPTH) {
      throw tooComplex(offset, 'Nest fewer operators in one another.');
    }
    for (const node of partsOf(next.node)) {
      pending.push({ node, depth, offset });
    }
  }
};

/** Gives the number of characters with all repeats written out. */
const refuseTooLong = (node: PatternNode, offsetAbove: number): number => {
  const offset = offsetOf(node) ?? offsetAbove;
  const written =
    node.kind === 'character'
      ? 1
      : partsOf(node).reduce((sum, part) => sum + refuseTooLong(part, offset), 0);
  const characters = node.kind === 'repeat' ? written * copiesOf(node.min, node.max) : written;
  if (characters > MAX_CHARACTERS) {
    throw tooComplex(
      offset,
      `Shorten the pattern or lower its repeat counts: written out, it may have ${MAX_CHARACTERS} characters.`,
    );
  }
  return characters;
};

const copiesOf = (min: number, max: number): number => Math.max(1, max === Infinity ? min : max);
