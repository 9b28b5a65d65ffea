// SPDX-License-Identifier: Apache-2.0
import type { RuleParams } from './rule_params';

/** A query in Elasticsearch's query DSL. */
type QueryDsl = Readonly<Record<string, unknown>>;

/** The stages of the rule, in order. */
type Stage = 'compile' | 'link' | 'execute' | 'connect';

export const ON_LINUX = { term: { 'host.os.type': 'linux' } } as const;

/** What the stages take: whose name does not matter yet, nor where a connection leads. */
export const STAGE_KINDS = {
  start: [
    { term: { 'event.category': 'process' } },
    { term: { 'event.type': 'start' } },
    { term: { 'event.action': 'exec' } },
  ],
  creation: [{ term: { 'event.category': 'file' } }, { term: { 'event.action': 'creation' } }],
  connection: [
    { term: { 'event.category': 'network' } },
    { term: { 'event.action': 'connection_attempted' } },
  ],
} as const satisfies Readonly<Record<string, readonly QueryDsl[]>>;

/** What each stage of the rule asks of an event by itself, as a filter. */
export const stageEvents = ({
  compilers,
  linkers,
  excludedNetworks,
  excludedProcessNames,
}: Pick<
  RuleParams,
  'compilers' | 'linkers' | 'excludedNetworks' | 'excludedProcessNames'
>): Readonly<Record<Stage, QueryDsl>> => ({
  compile: onLinux([...STAGE_KINDS.start, { terms: { 'process.name': compilers } }]),
  link: onLinux([...STAGE_KINDS.creation, { terms: { 'process.name': linkers } }]),
  execute: onLinux(STAGE_KINDS.start),
  connect: onLinux(
    [...STAGE_KINDS.connection, { exists: { field: 'destination.ip' } }],
    [
      { terms: { 'destination.ip': excludedNetworks } },
      { terms: { 'process.name': excludedProcessNames } },
    ],
  ),
});

const onLinux = (filter: readonly QueryDsl[], without: readonly QueryDsl[] = []): QueryDsl => ({
  bool: {
    filter: [ON_LINUX, ...filter],
    ...(without.length > 0 && { must_not: without }),
  },
});
