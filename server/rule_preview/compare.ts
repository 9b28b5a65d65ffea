// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../common/alerts';
import type { FoundSequence } from '../search/all_sequences';

/** Sequences by which detections have found them. */
export interface Compared {
  readonly published: readonly FoundSequence[];
  readonly lineage: readonly FoundSequence[];
  /** As lineage tells them. */
  readonly both: readonly FoundSequence[];
}

/**
 * Which sequences both detections have found: those of the same execution and connection, or of the same connection
 * where one knows no execution. As such they are alerted once.
 */
export const compare = (
  published: readonly FoundSequence[],
  lineage: readonly FoundSequence[],
): Compared => {
  const byConnection = new Map<string, FoundSequence[]>();
  for (const sequence of published) {
    const key = keyOf(sequence.events.at(-1));
    byConnection.set(key, [...(byConnection.get(key) ?? []), sequence]);
  }
  const twinOf = (sequence: FoundSequence): FoundSequence | undefined =>
    byConnection
      .get(keyOf(sequence.events.at(-1)))
      ?.find((other) => isSameExecution(other.events.at(-2), sequence.events.at(-2)));
  const twins = new Set(lineage.map(twinOf));
  return {
    published: published.filter((sequence) => !twins.has(sequence)),
    lineage: lineage.filter((sequence) => !twinOf(sequence)),
    both: lineage.filter((sequence) => twinOf(sequence)),
  };
};

type Slot = SourceEvent | null | undefined;

const keyOf = (event: Slot): string => (event ? JSON.stringify([event._index, event._id]) : '');

const isSameExecution = (one: Slot, other: Slot): boolean =>
  !one || !other || keyOf(one) === keyOf(other);
