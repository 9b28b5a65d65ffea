// SPDX-License-Identifier: Apache-2.0
import type { RepeatTerm, Term } from './term';

interface RepeatInUnion {
  readonly part: Term;
  readonly repeat: RepeatTerm;
}

/** Parts that repeat the same body before the same rest have the same key. */
const keyOf = (part: Term): string | undefined => {
  const head = part.kind === 'sequence' ? part.head : part;
  if (head.kind !== 'repeat') {
    return undefined;
  }
  return `${head.body.id},${part.kind === 'sequence' ? part.tail.id : 'end'}`;
};

const repeatOf = (part: Term): RepeatTerm =>
  (part.kind === 'sequence' ? part.head : part) as RepeatTerm;

/**
 * The parts of a union without those that only differ from another part in allowing fewer
 * repeats: of a{0,3}b and a{0,5}b only the latter. Without this, nested counted repeats such as
 * (a{1,500}){1,5} pile up as many parts as they have characters written out.
 */
export const dropCovered = (parts: readonly Term[]): readonly Term[] => {
  const groups = new Map<string, RepeatInUnion[]>();
  for (const part of parts) {
    const key = keyOf(part);
    if (key !== undefined) {
      const group = groups.get(key) ?? [];
      group.push({ part, repeat: repeatOf(part) });
      groups.set(key, group);
    }
  }
  const covered = new Set([...groups.values()].flatMap(coveredParts));
  return covered.size === 0 ? parts : parts.filter((part) => !covered.has(part));
};

const coveredParts = (group: RepeatInUnion[]): readonly Term[] => {
  if (group.length < 2) {
    return [];
  }
  const covered: Term[] = [];
  let max = -1;
  group.sort((a, b) => a.repeat.min - b.repeat.min || b.repeat.max - a.repeat.max);
  for (const { part, repeat } of group) {
    if (repeat.max <= max) {
      covered.push(part);
    }
    max = Math.max(max, repeat.max);
  }
  return covered;
};
