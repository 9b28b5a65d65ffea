// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
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
    ...wrong.map(({ type, indices: where }) =>
      i18n.translate('recentlyCompiled.run.tiebreakerType', {
        defaultMessage: 'is {type} in [{indices}]',
        values: { type, indices: listed(where) },
      }),
    ),
    ...(unmappedIn.length > 0
      ? [
          i18n.translate('recentlyCompiled.run.tiebreakerUnmapped', {
            defaultMessage: 'is not mapped in [{indices}]',
            values: { indices: listed(unmappedIn) },
          }),
        ]
      : []),
  ];
  return {
    field: undefined,
    warning: {
      message: i18n.translate('recentlyCompiled.run.tiebreaker', {
        defaultMessage:
          'Events of the same millisecond are taken in the order of the index, which misses sequences: the tiebreaker [{field}] {places}',
        values: { field: wanted, places: places.reduce(both) },
      }),
      remedy: i18n.translate('recentlyCompiled.run.tiebreakerRemedy', {
        defaultMessage:
          'Map it as long in all of them, or narrow the index patterns to those that do',
      }),
    },
  };
};

const both = (one: string, other: string): string =>
  i18n.translate('recentlyCompiled.run.tiebreakerBoth', {
    defaultMessage: '{one} and {other}',
    values: { one, other },
  });

const MOST_LISTED = 3;

const listed = (indices: readonly string[]): string => {
  const more = indices.length - MOST_LISTED;
  const first = indices.slice(0, MOST_LISTED).join(', ');
  return more > 0
    ? i18n.translate('recentlyCompiled.run.andMore', {
        defaultMessage: '{first} and {more} more',
        values: { first, more },
      })
    : first;
};
