// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS, type RuleParams } from '../../common/rule';
import type { ParamName } from './param_words';

/** The parameters that differ, in the order of the schema. */
export const changedParams = (before: RuleParams, after: RuleParams): ParamName[] =>
  (Object.keys(DEFAULT_RULE_PARAMS) as ParamName[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );

/** Entries of a list that came and went. */
export interface ListChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const listChange = (before: readonly string[], after: readonly string[]): ListChange => ({
  added: after.filter((entry) => !before.includes(entry)),
  removed: before.filter((entry) => !after.includes(entry)),
});
