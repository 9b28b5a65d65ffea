// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { RuleParams } from '../../common/rule';
import { paramWords, type ShownParam } from '../rule_params/param_words';
import type { Fact } from './rule_facts';

/** What the rule looks for, and how it runs. */
export function paramFacts(params: RuleParams): Fact[] {
  const words = paramWords();
  return (Object.keys(words) as ShownParam[]).map((name) => ({
    title: words[name].label,
    description: inWords(params[name]),
  }));
}

const inWords = (value: RuleParams[ShownParam]): string => {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return text === ''
    ? i18n.translate('recentlyCompiled.overview.params.none', { defaultMessage: 'None' })
    : text;
};
