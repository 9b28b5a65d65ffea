// SPDX-License-Identifier: Apache-2.0
import { durationMs, type RuleParams } from '../rule';

/** The parameters that lineage depends on. */
export type LineageParams = Pick<
  RuleParams,
  | 'lineageLinkers'
  | 'lineageCompilers'
  | 'lineageWindow'
  | 'excludedProcessNames'
  | 'excludedNetworks'
>;

/** From link to connection, in milliseconds. Throws a `RangeError` for what `parseRuleParams` refuses. */
export const windowOf = ({ lineageWindow }: Pick<LineageParams, 'lineageWindow'>): number => {
  const window = durationMs(lineageWindow);
  if (window === undefined) {
    throw new RangeError(`[lineageWindow] is no time span: [${lineageWindow}]`);
  }
  return window;
};
