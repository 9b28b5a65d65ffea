// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Exclusion, ExclusionEntry, FieldEntry, ListEntry } from './exclusion';
import { scopeOf } from './scope';

/** What an exclusion hides, as a sentence. */
export const plainWords = (exclusion: Pick<Exclusion, 'entries' | 'os_types'>): string => {
  const conditions = exclusion.entries.map(entryWords).reduce(bothWords);
  const systems = exclusion.os_types.reduce<string | undefined>(
    (before, system) => (before === undefined ? system : eitherWords(before, system)),
    undefined,
  );
  return scopeOf(exclusion) === 'sequence'
    ? sequencesWords(conditions, systems)
    : eventsWords(conditions, systems);
};

const sequencesWords = (conditions: string, systems: string | undefined): string =>
  systems === undefined
    ? i18n.translate('recentlyCompiled.plainWords.sequences', {
        defaultMessage: 'Hides sequences in which some event each meets {conditions}.',
        values: { conditions },
      })
    : i18n.translate('recentlyCompiled.plainWords.sequencesOnSystems', {
        defaultMessage:
          'Hides sequences in which some event each meets {conditions} on {systems} hosts.',
        values: { conditions, systems },
      });

const eventsWords = (conditions: string, systems: string | undefined): string =>
  systems === undefined
    ? i18n.translate('recentlyCompiled.plainWords.events', {
        defaultMessage: 'Hides every event where {conditions}.',
        values: { conditions },
      })
    : i18n.translate('recentlyCompiled.plainWords.eventsOnSystems', {
        defaultMessage: 'Hides every event where {conditions} on {systems} hosts.',
        values: { conditions, systems },
      });

const bothWords = (one: string, other: string): string =>
  i18n.translate('recentlyCompiled.plainWords.both', {
    defaultMessage: '{one} and {other}',
    values: { one, other },
  });

const eitherWords = (one: string, other: string): string =>
  i18n.translate('recentlyCompiled.plainWords.either', {
    defaultMessage: '{one} or {other}',
    values: { one, other },
  });

const entryWords = (entry: ExclusionEntry): string =>
  entry.type === 'nested'
    ? i18n.translate('recentlyCompiled.plainWords.nested', {
        defaultMessage: 'an element of {field} has {conditions}',
        values: {
          field: entry.field,
          conditions: entry.entries.map(fieldWords).reduce(bothWords),
        },
      })
    : fieldWords(entry);

const fieldWords = (entry: FieldEntry | ListEntry): string => {
  const { field } = entry;
  const isNot = entry.operator === 'excluded';
  switch (entry.type) {
    case 'match':
      return isWords(field, entry.value, isNot);
    case 'match_any':
      return isOneOfWords(field, entry.value.join(', '), isNot);
    case 'wildcard':
      return matchesWords(field, entry.value, isNot);
    case 'exists':
      return existsWords(field, isNot);
    case 'list':
      return isInListWords(field, entry.list.id, isNot);
  }
};

const isWords = (field: string, value: string, isNot: boolean): string =>
  isNot
    ? i18n.translate('recentlyCompiled.plainWords.isNot', {
        defaultMessage: '{field} is not {value}',
        values: { field, value },
      })
    : i18n.translate('recentlyCompiled.plainWords.is', {
        defaultMessage: '{field} is {value}',
        values: { field, value },
      });

const isOneOfWords = (field: string, values: string, isNot: boolean): string =>
  isNot
    ? i18n.translate('recentlyCompiled.plainWords.isNoneOf', {
        defaultMessage: '{field} is none of {values}',
        values: { field, values },
      })
    : i18n.translate('recentlyCompiled.plainWords.isOneOf', {
        defaultMessage: '{field} is one of {values}',
        values: { field, values },
      });

const matchesWords = (field: string, pattern: string, isNot: boolean): string =>
  isNot
    ? i18n.translate('recentlyCompiled.plainWords.matchesNot', {
        defaultMessage: '{field} does not match {pattern}',
        values: { field, pattern },
      })
    : i18n.translate('recentlyCompiled.plainWords.matches', {
        defaultMessage: '{field} matches {pattern}',
        values: { field, pattern },
      });

const existsWords = (field: string, isNot: boolean): string =>
  isNot
    ? i18n.translate('recentlyCompiled.plainWords.existsNot', {
        defaultMessage: '{field} does not exist',
        values: { field },
      })
    : i18n.translate('recentlyCompiled.plainWords.exists', {
        defaultMessage: '{field} exists',
        values: { field },
      });

const isInListWords = (field: string, list: string, isNot: boolean): string =>
  isNot
    ? i18n.translate('recentlyCompiled.plainWords.isNotInList', {
        defaultMessage: '{field} is not in the list {list}',
        values: { field, list },
      })
    : i18n.translate('recentlyCompiled.plainWords.isInList', {
        defaultMessage: '{field} is in the list {list}',
        values: { field, list },
      });
