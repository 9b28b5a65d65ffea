// SPDX-License-Identifier: Apache-2.0
import { unauthorized, type Action, type User } from '../access/users';
import { indexNotFound } from '../http/es_error';
import { matchesName } from './name_pattern';
import type { Store, StoredIndex } from './store';

export interface IndicesOptions {
  readonly ignoreUnavailable: boolean;
  readonly allowNoIndices: boolean;
}

/** A name that somebody may ask for, with the concrete indices behind it. */
interface Named {
  readonly name: string;
  readonly indices: readonly StoredIndex[];
}

/**
 * The concrete indices that an expression (`logs-*,-logs-old,alias`) stands for, in the order of their names.
 * As in Elasticsearch a wildcard takes only what the user may use, a plain name that they may not use is
 * refused, and so is everything where they hold the privilege nowhere.
 */
export const resolveIndices = (
  store: Store,
  expression: string,
  user: User,
  action: Action,
  { ignoreUnavailable, allowNoIndices }: IndicesOptions,
): StoredIndex[] => {
  const parts = expression === '' ? ['*'] : expression.split(',');
  if (!user.mayAnywhere(action.grantedBy)) {
    throw unauthorized(user, action, parts);
  }
  const found = new Set<StoredIndex>();
  for (const part of parts) {
    if (part.startsWith('-') && part.length > 1) {
      matching(store, part.slice(1), true).forEach(({ indices }) =>
        indices.forEach((index) => found.delete(index)),
      );
    } else if (part.includes('*') || part === '_all') {
      const pattern = part === '_all' ? '*' : part;
      const usable = matching(store, pattern, pattern.startsWith('.')).filter((named) =>
        mayUse(user, action, named),
      );
      usable.forEach(({ indices }) => indices.forEach((index) => found.add(index)));
      if (usable.length === 0 && !allowNoIndices) {
        throw indexNotFound(part);
      }
    } else {
      plainName(store, part, user, action, ignoreUnavailable).forEach((index) => found.add(index));
    }
  }
  return [...found].sort((a, b) => (a.name < b.name ? -1 : 1));
};

const plainName = (
  store: Store,
  name: string,
  user: User,
  action: Action,
  ignoreUnavailable: boolean,
): readonly StoredIndex[] => {
  const named = allNamed(store).find((candidate) => candidate.name === name);
  const allowed = named ? mayUse(user, action, named) : user.may(action.grantedBy, [name]);
  if (named && allowed) {
    return named.indices;
  }
  if (ignoreUnavailable) {
    return [];
  }
  throw allowed ? indexNotFound(name) : unauthorized(user, action, [name]);
};

const mayUse = (user: User, { grantedBy }: Action, { name, indices }: Named): boolean => {
  const streams = indices.flatMap(({ dataStream }) => dataStream ?? []);
  return user.may(grantedBy, [name, ...streams]);
};

/** Names that begin with a dot are hidden: only a pattern that begins with one matches them. */
const matching = (store: Store, pattern: string, hidden: boolean): Named[] =>
  allNamed(store).filter(
    ({ name }) => (hidden || !name.startsWith('.')) && matchesName(pattern, name),
  );

const allNamed = (store: Store): Named[] => {
  const aliases = new Set(
    [...store.indices.values()].flatMap((index) => [...index.aliases.keys()]),
  );
  return [
    ...[...store.indices.values()].map((index) => ({ name: index.name, indices: [index] })),
    ...[...store.dataStreams].map(([name, indices]) => ({ name, indices })),
    ...[...aliases].map((name) => ({ name, indices: store.withAlias(name) })),
  ];
};
