// SPDX-License-Identifier: Apache-2.0
import type { Duration, SequenceQuery } from '../eql/ast';
import { buildCompileChain } from './compile_chain';
import { isOneOf } from './conditions';
import { parseDuration } from './duration';
import type { RuleParams } from './rule_params';

/** The parameters that the query depends on. */
export type QueryParams = Pick<
  RuleParams,
  'compilers' | 'linkers' | 'excludedProcessNames' | 'excludedNetworks' | 'maxspan'
>;

/**
 * The query for parameters that `parseRuleParams` has accepted; for the default ones it is the published
 * query. Names are exact: a `*` in one stands for itself. Throws a `RangeError` for a maxspan that
 * `parseRuleParams` refuses.
 */
export const buildRuleQuery = (params: QueryParams): SequenceQuery =>
  buildCompileChain({
    maxspan: maxspanOf(params),
    isCompiler: isOneOf('process.name', params.compilers),
    isLinker: isOneOf('process.name', params.linkers),
    excludedNetworks: params.excludedNetworks,
    excludedProcessNames: params.excludedProcessNames,
  });

const maxspanOf = ({ maxspan }: QueryParams): Duration => {
  const duration = parseDuration(maxspan);
  if (!duration) {
    throw new RangeError(`[maxspan] is no time span: [${maxspan}]`);
  }
  return duration;
};
