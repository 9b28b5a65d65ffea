// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { linksToApp, linkToApp, PUBLISHED_RULE } from '../../common/rule';
import { isStatus } from './status';
import { findRules, isPublished, lacksOf } from './find_rules';
import type { Consent, StepId } from './plan';
import type { InstallPorts } from './ports';
import type { Made, Outcome, Progress } from './progress';
import {
  isMarkedBy,
  listReference,
  markedBy,
  publishedSecurityRule,
  TIEBREAKER,
} from './published_security_rule';
import type { SecurityApi } from './security_api';
import type {
  ExceptionList,
  ListReference,
  SecurityRule,
  SecurityRuleChanges,
} from './security_rule';

export interface StepResult {
  readonly outcome: Outcome;
  readonly made: Made;
}

/** Something stands where a step wanted to make it, so that going on would double it. */
export class InTheWay extends Error {
  constructor(readonly rule: SecurityRule | undefined) {
    super(`The Security rule [${PUBLISHED_RULE.rule_id}] is there already`);
  }
}

/** Security has no rule of the id any more. */
export class RuleIsGone extends Error {
  constructor(readonly id: string) {
    super(`There is no Security rule [${id}] in this space`);
  }
}

/** @param note keeps what is known before the step has come to its end */
type Step = (
  progress: Progress,
  ports: InstallPorts,
  note: (made: Made) => void,
) => Promise<StepResult>;

/** Each looks at what is there first, so that it can be done again after a failure or an answer that was lost. */
export const STEPS: Readonly<Record<StepId, Step>> = {
  list: async ({ mark }, { security }) => {
    const there = await security.readList();
    const list = there ?? (await createList(security, mark));
    return {
      outcome: isMarkedBy(list, mark) ? 'made' : 'found',
      made: { list: listReference(list) },
    };
  },

  create: async ({ mark, made: { list } }, { security, alertsAddress }) => {
    const there = (await findRules(security)).find(isPublished);
    if (there) {
      return { outcome: 'made', made: { securityRuleId: ours(there, mark).id } };
    }
    const rule = publishedSecurityRule({ alertsAddress, list: required(list), mark });
    try {
      const { id } = await security.createRule(rule);
      return { outcome: 'made', made: { securityRuleId: id } };
    } catch (error) {
      if (!isStatus(error, CONFLICT)) {
        throw error;
      }
      // Kibana knows it already, though the search has not shown it yet.
      throw new InTheWay(undefined);
    }
  },

  link: async ({ made: { securityRuleId, ownBefore } }, { own }, note) => {
    const id = required(securityRuleId);
    const { rule } = await own.rule();
    const before =
      ownBefore ?? (rule === null ? 'none' : rule.link === null ? 'unlinked' : 'linked');
    note({ ownBefore: before });
    if (rule?.link?.securityRuleId !== id) {
      await own.changeRule({ action: 'install', securityRuleId: id });
    }
    const outcome = before === 'none' ? 'made' : before === 'unlinked' ? 'changed' : 'found';
    return { outcome, made: {} };
  },

  adjust: async ({ target, made: { list } }, { security, alertsAddress }) => {
    if (target.kind === 'new') {
      return { outcome: 'nothing', made: {} };
    }
    const rule = await security.readRule(target.id);
    if (!rule) {
      throw new RuleIsGone(target.id);
    }
    const changes = changesOf(rule, target.consent, { list: required(list), alertsAddress });
    if (Object.keys(changes).length === 0) {
      return { outcome: 'nothing', made: {} };
    }
    await security.changeRule(target.id, changes);
    return { outcome: 'changed', made: {} };
  },
};

const CONFLICT = 409;

async function createList(security: SecurityApi, mark: string): Promise<ExceptionList> {
  try {
    return await security.createList({ ...ourList(), meta: markedBy(mark) });
  } catch (error) {
    // Somebody else has made it in this moment, or the answer to an earlier try was lost.
    const there = isStatus(error, CONFLICT) ? await security.readList() : undefined;
    if (!there) {
      throw error;
    }
    return there;
  }
}

/** As the server makes it with the first exclusion. */
const ourList = () => ({
  name: 'Recently Compiled',
  description: i18n.translate('recentlyCompiled.exclusionList.description', {
    defaultMessage: 'What the rule of Recently Compiled does not alert on',
  }),
  type: 'detection',
});

/** @throws InTheWay for a rule that this installation has not made */
function ours(rule: SecurityRule, mark: string): SecurityRule {
  if (!isMarkedBy(rule, mark)) {
    throw new InTheWay(rule);
  }
  return rule;
}

/** What has to be changed of a rule that is there; nothing where it is as it should be. */
export function changesOf(
  rule: SecurityRule,
  consent: Consent,
  { list, alertsAddress }: { readonly list: ListReference; readonly alertsAddress: string },
): SecurityRuleChanges {
  const lacks = lacksOf(rule);
  return {
    ...(lacks.list && { exceptions_list: [...(rule.exceptions_list ?? []), list] }),
    ...(lacks.tiebreaker && consent.tiebreaker && { tiebreaker_field: TIEBREAKER }),
    ...(lacks.guide && consent.guide && { note: withLink(rule.note ?? '', alertsAddress) }),
    ...(lacks.enabled && consent.enable && { enabled: true }),
  };
}

/** Above what stands there, since guides are long. */
const withLink = (note: string, alertsAddress: string): string =>
  linksToApp(note) ? note : [linkToApp(alertsAddress), note].filter(Boolean).join('\n\n');

/** What an earlier step has made. */
function required<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new TypeError('The steps were not done in their order');
  }
  return value;
}
