// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../../common/alerts';
import type { FoundSequence } from '../../search/all_sequences';

const placeOf = ({ _index, _id }: SourceEvent): string => JSON.stringify([_index, _id]);

/**
 * Remembers what it has let through, so that each execution and connection passes once: these make two sequences the
 * same to people, not which compilation was chosen. Where an execution was not recorded, its connection is enough.
 */
export const onceOnly = (): ((sequence: FoundSequence) => boolean) => {
  /** By connection, the executions; null for one that was not recorded. */
  const seen = new Map<string, Set<string | null>>();
  return ({ events }) => {
    const [execution, connection] = events.slice(-2);
    const key = connection ? placeOf(connection) : '';
    const own = execution ? placeOf(execution) : null;
    const before = seen.get(key) ?? new Set();
    if (before.has(own) || before.has(null) || (own === null && before.size > 0)) {
      return false;
    }
    seen.set(key, before.add(own));
    return true;
  };
};
