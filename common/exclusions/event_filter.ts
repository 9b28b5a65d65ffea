// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Exclusion, ExclusionEntry, ListEntry } from './exclusion';

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

/** Each is a query of its own; Security applies no list with more of them either. */
export const MAX_DASH_RANGES = 200;

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
      return listQuery(entry, lists(entry.list.id) ?? []);
  }
};

const listQuery = ({ field, list }: ListEntry, values: readonly string[]): QueryDsl => {
  const ranges = list.type === IP_RANGE ? values.filter(isDashRange) : [];
  const others = list.type === IP_RANGE ? values.filter((value) => !isDashRange(value)) : values;
  const terms = { terms: { [field]: others } };
  return ranges.length === 0
    ? terms
    : any([terms, ...ranges.map((range) => between(field, range))]);
};

/** `10.0.0.1-10.0.0.9`, in contrast to `10.0.0.0/8`, which a terms query takes. */
const isDashRange = (value: string): boolean => value.includes('-');

const between = (field: string, range: string): QueryDsl => {
  const [from = '', to = ''] = range.split('-').map((end) => end.trim());
  return { range: { [field]: { gte: from, lte: to } } };
};

const IP_RANGE = 'ip_range';
const LISTABLE = new Set(['keyword', 'ip', IP_RANGE]);

/** Whether value lists of its type can be applied at all. */
export const canApplyList = ({ list }: ListEntry): boolean => LISTABLE.has(list.type);

const listProblem = (
  entry: ExclusionEntry,
  lists: ValueLists,
): Pick<NotApplied, 'reason' | 'remedy'> | undefined => {
  if (entry.type !== 'list') {
    return undefined;
  }
  const { id, type } = entry.list;
  if (!canApplyList(entry)) {
    return {
      reason: i18n.translate('recentlyCompiled.valueList.type', {
        defaultMessage: 'The value list [{id}] holds values of type [{type}]',
        values: { id, type },
      }),
      remedy: i18n.translate('recentlyCompiled.valueList.typeRemedy', {
        defaultMessage: 'Use a list of type keyword, ip or ip_range',
      }),
    };
  }
  const values = lists(id);
  if (!values) {
    return {
      reason: i18n.translate('recentlyCompiled.valueList.unreadable', {
        defaultMessage: 'The value list [{id}] can not be read',
        values: { id },
      }),
      remedy: i18n.translate('recentlyCompiled.valueList.unreadableRemedy', {
        defaultMessage: 'Check that it exists and that the owner of the rule may read it',
      }),
    };
  }
  const ranges = type === IP_RANGE ? values.filter(isDashRange).length : 0;
  if (ranges > MAX_DASH_RANGES) {
    return {
      reason: i18n.translate('recentlyCompiled.valueList.ranges', {
        defaultMessage: 'The value list [{id}] holds {ranges} ranges with a dash, more than {most}',
        values: { id, ranges, most: MAX_DASH_RANGES },
      }),
      remedy: i18n.translate('recentlyCompiled.valueList.rangesRemedy', {
        defaultMessage: 'Write them in CIDR notation, such as 10.0.0.0/8, or split the list',
      }),
    };
  }
  return values.length > MAX_LIST_VALUES
    ? {
        reason: i18n.translate('recentlyCompiled.valueList.values', {
          defaultMessage: 'The value list [{id}] holds {count} values, more than {most}',
          values: { id, count: values.length, most: MAX_LIST_VALUES },
        }),
        remedy: i18n.translate('recentlyCompiled.valueList.valuesRemedy', {
          defaultMessage: 'Split it into several exclusions',
        }),
      }
    : undefined;
};
