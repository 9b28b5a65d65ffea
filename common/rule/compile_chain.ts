// SPDX-License-Identifier: Apache-2.0
import type { Duration, EventFilter, Expression, SequenceQuery, Stage } from '../eql/ast';
import { allOf, anyOf, equals, exists, field, isInNetwork, isOneOf, not } from './conditions';

/** What differs between the forms of the rule; the rest of the chain is the same in all. */
export interface CompileChain {
  /** From the first event of the chain to the last. */
  readonly maxspan: Duration;
  /** Holds for the processes that compile. */
  readonly isCompiler: Expression;
  /** Holds for the processes that write the program. */
  readonly isLinker: Expression;
  /** Blocks in CIDR notation or addresses; connections there do not count. */
  readonly excludedNetworks: readonly string[];
  /** Connections of processes with these names do not count. */
  readonly excludedProcessNames: readonly string[];
}

const ON_LINUX = equals('host.os.type', 'linux');
const STARTS = [equals('event.type', 'start'), equals('event.action', 'exec')];

/**
 * Compile, link, execute, connect: on one host, where an argument of the compiler, the name of the file
 * that the linker writes and the name of the process that runs and connects are all the same.
 */
export const buildCompileChain = (chain: CompileChain): SequenceQuery => ({
  kind: 'sequence',
  by: [field('host.id')],
  maxspan: chain.maxspan,
  stages: [
    stage('process', allOf(ON_LINUX, ...STARTS, chain.isCompiler), 'process.args'),
    stage('file', allOf(ON_LINUX, equals('event.action', 'creation'), chain.isLinker), 'file.name'),
    stage('process', allOf(ON_LINUX, ...STARTS), 'process.name'),
    stage('network', connects(chain), 'process.name'),
  ],
  pipes: [],
});

const stage = (category: EventFilter['category'], where: Expression, key: string): Stage => ({
  filter: { category, where },
  by: [field(key)],
  missing: false,
  runs: 1,
});

const connects = ({ excludedNetworks, excludedProcessNames }: CompileChain): Expression => {
  const [first, ...others] = [
    ...(excludedNetworks.length > 0 ? [isInNetwork('destination.ip', excludedNetworks)] : []),
    ...(excludedProcessNames.length > 0 ? [isOneOf('process.name', excludedProcessNames)] : []),
  ];
  return allOf(
    ON_LINUX,
    equals('event.action', 'connection_attempted'),
    exists('destination.ip'),
    ...(first ? [not(anyOf(first, ...others))] : []),
  );
};
