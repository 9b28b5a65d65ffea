// SPDX-License-Identifier: Apache-2.0
import type { Exclusion, ExclusionEntry, FieldEntry, ListEntry } from './exclusion';
import { scopeOf } from './scope';

/** What an exclusion hides, as a sentence. */
export const plainWords = (exclusion: Pick<Exclusion, 'entries' | 'os_types'>): string => {
  const conditions = exclusion.entries.map(entryWords);
  const systems =
    exclusion.os_types.length > 0 ? ` on ${exclusion.os_types.join(' or ')} hosts` : '';
  const what =
    scopeOf(exclusion) === 'sequence'
      ? 'Hides sequences in which some event each meets'
      : 'Hides every event where';
  return `${what} ${conditions.join(' and ')}${systems}.`;
};

const entryWords = (entry: ExclusionEntry): string =>
  entry.type === 'nested'
    ? `an element of ${entry.field} has ${entry.entries.map(fieldWords).join(' and ')}`
    : fieldWords(entry);

const fieldWords = (entry: FieldEntry | ListEntry): string => {
  const isNot = entry.operator === 'excluded';
  switch (entry.type) {
    case 'match':
      return `${entry.field} ${isNot ? 'is not' : 'is'} ${entry.value}`;
    case 'match_any':
      return `${entry.field} ${isNot ? 'is none of' : 'is one of'} ${entry.value.join(', ')}`;
    case 'wildcard':
      return `${entry.field} ${isNot ? 'does not match' : 'matches'} ${entry.value}`;
    case 'exists':
      return `${entry.field} ${isNot ? 'does not exist' : 'exists'}`;
    case 'list':
      return `${entry.field} ${isNot ? 'is not in' : 'is in'} the list ${entry.list.id}`;
  }
};
