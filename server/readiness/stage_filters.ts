// SPDX-License-Identifier: Apache-2.0
import type { STAGES } from '../../common/api';
import type { QueryDsl } from '../../common/exclusions';
import type { RuleParams } from '../../common/rule';

export const ON_LINUX = { term: { 'host.os.type': 'linux' } } as const;

const STARTED = [
  { term: { 'event.category': 'process' } },
  { term: { 'event.type': 'start' } },
  { term: { 'event.action': 'exec' } },
];

/** What each stage of the rule asks of an event by itself, as a filter. */
export const stageFilters = ({
  compilers,
  linkers,
  excludedNetworks,
  excludedProcessNames,
}: RuleParams): Readonly<Record<(typeof STAGES)[number], QueryDsl>> => ({
  compile: allOf([...STARTED, { terms: { 'process.name': compilers } }]),
  link: allOf([
    { term: { 'event.category': 'file' } },
    { term: { 'event.action': 'creation' } },
    { terms: { 'process.name': linkers } },
  ]),
  execute: allOf(STARTED),
  connect: allOf(
    [
      { term: { 'event.category': 'network' } },
      { term: { 'event.action': 'connection_attempted' } },
      { exists: { field: 'destination.ip' } },
    ],
    [
      { terms: { 'destination.ip': excludedNetworks } },
      { terms: { 'process.name': excludedProcessNames } },
    ],
  ),
});

const allOf = (filter: readonly QueryDsl[], without: readonly QueryDsl[] = []): QueryDsl => ({
  bool: {
    filter: [ON_LINUX, ...filter],
    ...(without.length > 0 && { must_not: without }),
  },
});
