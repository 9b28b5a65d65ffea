// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../../common/exclusions';
import { ACTIONS, type LineageParams } from '../../../common/lineage';
import { allOf } from '../time_filter';

/** Any of several queries. */
export const anyOf = (...queries: readonly QueryDsl[]): QueryDsl => ({
  bool: { should: queries, minimum_should_match: 1 },
});

export const noneOf = (...queries: readonly QueryDsl[]): QueryDsl => ({
  bool: { must_not: queries },
});

/** A field with one of some values; no query for no values. */
export const valueIn = (field: string, values: Iterable<string | number>): QueryDsl[] => {
  const list = [...new Set(values)];
  return list.length === 0 ? [] : [{ terms: { [field]: list } }];
};

export const missing = (field: string): QueryDsl => noneOf({ exists: { field } });

type Action = (typeof ACTIONS)[keyof typeof ACTIONS];

/** Events in which one of some actions happened, which may be among several of one document. */
export const happened = (category: string, ...actions: readonly Action[]): QueryDsl =>
  allOf({ term: { 'event.category': category } }, ...valueIn('event.action', actions));

export const STARTED = happened('process', ACTIONS.fork, ACTIONS.exec);
export const EXECUTED = happened('process', ACTIONS.exec);
export const FAILED = allOf(
  happened('process', ACTIONS.end),
  { exists: { field: 'process.exit_code' } },
  noneOf({ term: { 'process.exit_code': 0 } }),
);
export const CREATED = happened('file', ACTIONS.create);
export const WRITTEN = happened('file', ACTIONS.create, ACTIONS.rename);
export const MOVED = happened('file', ACTIONS.create, ACTIONS.rename, ACTIONS.delete);

/** Connections as lineage counts them. */
export const connected = ({
  excludedNetworks,
}: Pick<LineageParams, 'excludedNetworks'>): QueryDsl =>
  allOf(
    happened('network', ACTIONS.connect),
    { exists: { field: 'destination.ip' } },
    anyOf({ term: { 'network.transport': 'tcp' } }, missing('network.transport')),
    noneOf(...valueIn('destination.ip', excludedNetworks)),
  );

/** The events of a host, by the key that lineage has for it. */
export const onHost = (key: string): QueryDsl => {
  const [kind, value] = splitKey(key);
  switch (kind) {
    case 'id':
      return { term: { 'host.id': value } };
    case 'agent':
      return allOf({ term: { 'agent.id': value } }, missing('host.id'));
    default:
      return allOf(
        anyOf({ term: { 'host.name': value } }, { term: { 'host.hostname': value } }),
        missing('host.id'),
        missing('agent.id'),
      );
  }
};

/** A key of lineage is of a kind, `id:…` for one. */
export const splitKey = (key: string): [kind: string, value: string] => {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
};
