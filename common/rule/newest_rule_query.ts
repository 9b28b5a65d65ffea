// SPDX-License-Identifier: Apache-2.0
import type { SequenceQuery } from '../eql/ast';
import { buildCompileChain } from './compile_chain';
import { isLikeAny } from './conditions';

// These lists are those of the published rule, (c) Elasticsearch B.V., under the Elastic License v2; see
// NOTICE.

/** Patterns of compiler names, upper and lower case alike. */
export const NEWEST_COMPILERS: readonly string[] = [
  'gcc*',
  'g++*',
  'c++',
  'cc',
  'c99',
  'c89',
  'cc1*',
  'cc1plus*',
  'clang*',
  'clang++*',
  'musl-gcc',
  'musl-clang',
  '*-linux-gnu-gcc*',
  '*-linux-gnu-g++*',
  '*-pc-linux-gnu-gcc*',
  'tcc',
  'zig',
  'ccache',
  'distcc',
];

/** Patterns of linker names, upper and lower case alike. */
export const NEWEST_LINKERS: readonly string[] = [
  'ld',
  'ld.*',
  'lld',
  'ld.lld',
  'mold',
  'collect2',
  '*-linux-gnu-ld*',
  '*-pc-linux-gnu-ld*',
];

export const NEWEST_EXCLUDED_PROCESS_NAMES: readonly string[] = [
  'simpleX',
  'conftest',
  'ssh',
  'python',
  'ispnull',
  'pvtui',
  'npreal2d',
  'ruby',
  'source',
  'git-remote-http',
  'sshd-session',
  'gendb',
  'sqlplus',
];

export const NEWEST_EXCLUDED_NETWORKS: readonly string[] = [
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '::1',
];

/**
 * The query of the newest published form of the rule (updated 2026-03-24), to measure version 6 against. A
 * name that the published text excludes twice stands here once.
 * @see https://github.com/elastic/detection-rules/blob/main/rules/linux/execution_network_event_post_compilation.toml
 */
export const buildNewestRuleQuery = (): SequenceQuery =>
  buildCompileChain({
    maxspan: { value: 1, unit: 'm' },
    isCompiler: isLikeAny('process.name', NEWEST_COMPILERS),
    isLinker: isLikeAny('process.name', NEWEST_LINKERS),
    excludedNetworks: NEWEST_EXCLUDED_NETWORKS,
    excludedProcessNames: NEWEST_EXCLUDED_PROCESS_NAMES,
  });
