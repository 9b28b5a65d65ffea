// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { withKibana } from '../kibana_failure';
import type { RulesClient, SanitizedRule } from '../kibana_contracts';
import { RULE_TYPE_ID } from '../rule_type/rule_type_id';

/** More of them are made on purpose only, with Kibana's own rule form. */
const MOST = 100;

/** Our rule in the space and with the eyes of the user; of several the oldest. */
export const findOwnRule = async (rules: RulesClient): Promise<SanitizedRule | undefined> => {
  const { data } = await withKibana(
    i18n.translate('recentlyCompiled.task.findRule', { defaultMessage: 'Looking for the rule' }),
    () =>
      rules.find({
        options: { filter: `alert.attributes.alertTypeId: "${RULE_TYPE_ID}"`, perPage: MOST },
      }),
  );
  return [...data].sort((a, b) => createdAt(a) - createdAt(b))[0];
};

const createdAt = (rule: SanitizedRule): number => new Date(rule.createdAt).getTime();
