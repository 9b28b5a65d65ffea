// SPDX-License-Identifier: Apache-2.0
import type { Exclusion, ExclusionEntry } from './exclusion';

/** The kinds of events in a sequence of the rule. */
export type EventKind = 'process' | 'file' | 'network';

/** Fields that one kind of event alone has; all others may be on any. */
const OWN_FIELDS: readonly (readonly [prefix: string, kind: EventKind])[] = [
  ['file.', 'file'],
  ['destination.', 'network'],
  ['source.', 'network'],
  ['network.', 'network'],
  ['dns.', 'network'],
  ['process.args', 'process'],
  ['process.working_directory', 'process'],
];

/**
 * Where an exclusion is looked for: in single events, as Security does, or, where its fields lie on
 * different events so that no single one could ever meet it, in the sequence as a whole.
 */
export type Scope = 'event' | 'sequence';

export const scopeOf = ({ entries }: Pick<Exclusion, 'entries'>): Scope => {
  const kinds = new Set(entries.filter(isPositive).flatMap(({ field }) => kindOf(field) ?? []));
  return kinds.size > 1 ? 'sequence' : 'event';
};

/** What must be absent can be absent from any event. */
const isPositive = (entry: ExclusionEntry): boolean =>
  entry.type === 'nested' || entry.operator === 'included';

/** The kind of events that alone has a field; undefined where others may have it too. */
export const kindOf = (field: string): EventKind | undefined =>
  OWN_FIELDS.find(([prefix]) => field === prefix || field.startsWith(prefix))?.[1];
