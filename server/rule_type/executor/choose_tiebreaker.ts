// SPDX-License-Identifier: Apache-2.0
import type { Notice } from '../../notice';
import type { IndexDescription } from '../../search/event_index';

const NUMBERS = new Set(['long', 'integer', 'short', 'byte', 'unsigned_long', 'double', 'float']);

export interface ChosenTiebreaker {
  readonly field: string | undefined;
  /** Why it is not the one that the parameters name. */
  readonly warning: Notice | undefined;
}

/** The tiebreaker of the parameters, if every index maps it as a number. */
export const chooseTiebreaker = (
  wanted: string | null,
  { indices, fields }: IndexDescription,
): ChosenTiebreaker => {
  if (wanted === null || wanted === '') {
    return { field: undefined, warning: undefined };
  }
  const { types = [], unmappedIn = indices } = fields.get(wanted) ?? {};
  const wrong = types.filter(({ type }) => !NUMBERS.has(type));
  if (wrong.length === 0 && unmappedIn.length === 0) {
    return { field: wanted, warning: undefined };
  }
  const places = [
    ...wrong.map(({ type, indices: where }) => `is ${type} in [${listed(where)}]`),
    ...(unmappedIn.length > 0 ? [`is not mapped in [${listed(unmappedIn)}]`] : []),
  ];
  return {
    field: undefined,
    warning: {
      message: `Events of the same millisecond are taken in the order of the index, which misses sequences: the tiebreaker [${wanted}] ${places.join(' and ')}`,
      remedy: 'Map it as long in all of them, or narrow the index patterns to those that do',
    },
  };
};

const MOST_LISTED = 3;

const listed = (indices: readonly string[]): string => {
  const more = indices.length - MOST_LISTED;
  return indices.slice(0, MOST_LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
};
