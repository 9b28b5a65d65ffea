// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { RuleLink } from '../../common/api';
import { Failure } from '../failure';
import { withKibana } from '../kibana_failure';
import type { RulesClient } from '../kibana_contracts';
import { invalidFields } from '../request_failure';

/** The only type of Security rules whose alerts ours look like. */
const EQL_RULE = 'siem.eqlRule';

/** How the linked Security rule is doing, as far as the user may know. */
export const readLink = async (rules: RulesClient, id: string): Promise<RuleLink> => {
  try {
    const { name, enabled, alertTypeId } = await withKibana(
      i18n.translate('recentlyCompiled.task.readSecurityRule', {
        defaultMessage: 'Reading the Security rule',
      }),
      () => rules.get({ id }),
    );
    const status =
      alertTypeId !== EQL_RULE ? 'unsuitable' : enabled ? 'enabled' : ('disabled' as const);
    return { securityRuleId: id, status, name };
  } catch (error) {
    const status = error instanceof Failure ? UNREAD[error.kind] : undefined;
    if (status === undefined) {
      throw error;
    }
    return { securityRuleId: id, status, name: null };
  }
};

const UNREAD: Readonly<Record<string, 'missing' | 'hidden'>> = {
  not_found: 'missing',
  missing_privilege: 'hidden',
};

/**
 * Makes sure that the user may read the Security rule. Runs read it with Kibana's own rights, since the owner
 * of our rule needs no access to Security, so this is where it is decided whether people may see it.
 */
export const requireLinkable = async (rules: RulesClient, id: string): Promise<void> => {
  const { status } = await readLink(rules, id);
  switch (status) {
    case 'hidden':
      throw new Failure('missing_privilege', {
        message: i18n.translate('recentlyCompiled.link.hidden', {
          defaultMessage: 'You may not read the Security rule [{id}]',
          values: { id },
        }),
        remedy: i18n.translate('recentlyCompiled.link.hiddenRemedy', {
          defaultMessage:
            'Ask an administrator for a role that may read rules of Security, then link it again',
        }),
      });
    case 'missing':
      throw new Failure('not_found', {
        message: i18n.translate('recentlyCompiled.link.missing', {
          defaultMessage: 'There is no Security rule [{id}] in this space',
          values: { id },
        }),
        remedy: i18n.translate('recentlyCompiled.link.missingRemedy', {
          defaultMessage: 'Take the id from the address of the rule on the Security rules page',
        }),
      });
    case 'unsuitable':
      throw invalidFields([
        {
          field: 'securityRuleId',
          message: i18n.translate('recentlyCompiled.link.unsuitable', {
            defaultMessage: '[securityRuleId] names a rule that is no EQL rule of Security: [{id}]',
            values: { id },
          }),
          remedy: i18n.translate('recentlyCompiled.link.unsuitableRemedy', {
            defaultMessage: 'Link a rule of the type Event Correlation',
          }),
        },
      ]);
    case 'enabled':
    case 'disabled':
  }
};
