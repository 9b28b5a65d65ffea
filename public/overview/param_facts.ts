// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { RuleParams } from '../../common/rule';
import { detectionWord } from '../rule_params/detection_choice';
import { paramsWith, paramWords, type ParamName } from '../rule_params/param_words';
import type { Fact } from './rule_facts';

/** These are for the editor. */
const LONG_LISTS: readonly ParamName[] = ['lineageCompilers', 'lineageLinkers'];

/** What the rule looks for, and how it runs. */
export function paramFacts(params: RuleParams): Fact[] {
  const words = paramWords();
  return paramsWith(params.detection)
    .filter((name) => !LONG_LISTS.includes(name))
    .map((name) => ({
      title: words[name].label,
      description: name === 'detection' ? detectionWord(params.detection) : inWords(params[name]),
    }));
}

const inWords = (value: RuleParams[ParamName]): string => {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return text === ''
    ? i18n.translate('recentlyCompiled.overview.params.none', { defaultMessage: 'None' })
    : text;
};
