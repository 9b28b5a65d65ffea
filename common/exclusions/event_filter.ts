// SPDX-License-Identifier: Apache-2.0
import type { Exclusion, ExclusionEntry } from './exclusion';

/** A query in Elasticsearch's query DSL. */
export type QueryDsl = Readonly<Record<string, unknown>>;

/** The values of a value list, by its id; undefined for one that could not be read. */
export type ValueLists = (id: string) => readonly string[] | undefined;

/** An exclusion that could not be turned into a filter, and why. */
export interface NotApplied {
  readonly exclusion: Exclusion;
  readonly reason: string;
  readonly remedy: string;
}

export interface EventFilter {
  /** Undefined when there is nothing to exclude. */
  readonly filter: QueryDsl | undefined;
  readonly notApplied: readonly NotApplied[];
}

/** Elasticsearch takes no more values in one terms query. */
export const MAX_LIST_VALUES = 65_536;

const NO_LISTS: ValueLists = () => undefined;

/**
 * The request filter that takes events out before sequences are sought, with the meaning of Security's own:
 * an event is excluded when all entries of some exclusion hold for it. Exclusions that can not be applied
 * are named, never dropped silently.
 */
export const eventFilter = (
  exclusions: readonly Exclusion[],
  lists: ValueLists = NO_LISTS,
): EventFilter => {
  const notApplied: NotApplied[] = [];
  const clauses = exclusions.flatMap((exclusion) => {
    const problem = exclusion.entries.map((entry) => listProblem(entry, lists)).find(Boolean);
    if (problem) {
      notApplied.push({ exclusion, ...problem });
      return [];
    }
    return [clauseOf(exclusion, lists)];
  });
  return {
    filter: clauses.length > 0 ? not({ bool: { should: clauses } }) : undefined,
    notApplied,
  };
};

const not = (query: QueryDsl): QueryDsl => ({ bool: { must_not: query } });

const any = (queries: readonly QueryDsl[]): QueryDsl => ({
  bool: { should: queries, minimum_should_match: 1 },
});

const clauseOf = ({ entries, os_types: systems }: Exclusion, lists: ValueLists): QueryDsl => ({
  bool: {
    filter: [...entries.map((entry) => entryQueryOf(entry, lists)), ...systemQueries(systems)],
  },
});

/** At most one query: whether an event is of one of the operating systems, where any are named. */
export const systemQueries = (systems: Exclusion['os_types']): QueryDsl[] =>
  systems.length === 0
    ? []
    : [
        any(
          systems.flatMap((system) => [
            { match_phrase: { 'host.os.type': system } },
            { match_phrase: { 'host.os.name.caseless': system } },
          ]),
        ),
      ];

/** The query for one entry alone. */
export const entryQueryOf = (entry: ExclusionEntry, lists: ValueLists): QueryDsl => {
  if (entry.type === 'nested') {
    const inner = entry.entries.map((part) =>
      entryQueryOf({ ...part, field: `${entry.field}.${part.field}` }, lists),
    );
    return {
      nested: { path: entry.field, query: { bool: { filter: inner } }, score_mode: 'none' },
    };
  }
  const query = included(entry, lists);
  return entry.operator === 'excluded' ? not(query) : query;
};

const included = (
  entry: Exclude<ExclusionEntry, { type: 'nested' }>,
  lists: ValueLists,
): QueryDsl => {
  switch (entry.type) {
    case 'match':
      return { match_phrase: { [entry.field]: entry.value } };
    case 'match_any':
      return any(entry.value.map((value) => ({ match_phrase: { [entry.field]: value } })));
    case 'wildcard':
      return { wildcard: { [entry.field]: entry.value } };
    case 'exists':
      return { exists: { field: entry.field } };
    case 'list':
      return { terms: { [entry.field]: lists(entry.list.id) ?? [] } };
  }
};

const LISTABLE = new Set(['keyword', 'ip']);

const listProblem = (
  entry: ExclusionEntry,
  lists: ValueLists,
): Pick<NotApplied, 'reason' | 'remedy'> | undefined => {
  if (entry.type !== 'list') {
    return undefined;
  }
  const { id, type } = entry.list;
  if (!LISTABLE.has(type)) {
    return {
      reason: `The value list [${id}] holds values of type [${type}]`,
      remedy: 'Use a list of type keyword or ip',
    };
  }
  const values = lists(id);
  if (!values) {
    return {
      reason: `The value list [${id}] can not be read`,
      remedy: 'Check that it exists and that the owner of the rule may read it',
    };
  }
  return values.length > MAX_LIST_VALUES
    ? {
        reason: `The value list [${id}] holds ${values.length} values, more than ${MAX_LIST_VALUES}`,
        remedy: 'Split it into several exclusions',
      }
    : undefined;
};
