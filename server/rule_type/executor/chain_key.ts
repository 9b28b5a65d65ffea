// SPDX-License-Identifier: Apache-2.0
import type { FoundSequence } from '../../search/all_sequences';

/** What makes two sequences the same to people: the execution and the connection, not which compilation was chosen. */
const chainKey = ({ events }: FoundSequence): string =>
  JSON.stringify(events.slice(-2).map(({ _index, _id }) => [_index, _id]));

/** Remembers what it has let through, so that each execution and connection passes once. */
export const onceOnly = (): ((sequence: FoundSequence) => boolean) => {
  const seen = new Set<string>();
  return (sequence) => {
    const key = chainKey(sequence);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  };
};
