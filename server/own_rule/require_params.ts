// SPDX-License-Identifier: Apache-2.0
import { parseRuleParams, type RuleParams } from '../../common/rule';
import { invalidFields } from '../request_failure';

/** Parameters that people have sent; what is missing takes its default. Throws a `Failure` that names wrong ones. */
export const requireParams = (input: Readonly<Record<string, unknown>>): RuleParams => {
  const parsed = parseRuleParams(input);
  if ('problems' in parsed) {
    throw invalidFields(parsed.problems);
  }
  return parsed.params;
};
