// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import { EXCLUSION_LIST_ID, type LinkedExclusionsResponse } from '../../common/api';
import { Failure } from '../failure';
import { withKibana } from '../kibana_failure';
import type { RulesClient } from '../kibana_contracts';
import type { Notice } from '../notice';
import type { ExclusionStore } from './exclusion_store';

export interface LinkedExclusionsOptions {
  /** Both with the rights of the user. */
  readonly rules: RulesClient;
  readonly store: ExclusionStore;
}

/** The part of a Security rule's parameters that says which lists it has. */
const paramsSchema = z.object({
  exceptionsList: z
    .array(z.object({ list_id: z.string(), namespace_type: z.enum(['single', 'agnostic']) }))
    .default([]),
});
type ListReference = z.infer<typeof paramsSchema>['exceptionsList'][number];

/** What the exception lists of the linked Security rule hold, besides our own list. */
export const linkedExclusions = async (
  { rules, store }: LinkedExclusionsOptions,
  securityRuleId: string | null,
): Promise<LinkedExclusionsResponse> => {
  const nothing = { securityRuleId, usesOwnList: false, lists: [], problem: null };
  if (securityRuleId === null) {
    return nothing;
  }
  const references = await referencesOf(rules, securityRuleId);
  if ('message' in references) {
    return { ...nothing, problem: references };
  }
  const isOwn = ({ list_id: id, namespace_type: type }: ListReference): boolean =>
    id === EXCLUSION_LIST_ID && type === 'single';
  const lists = references.filter((reference) => !isOwn(reference));
  return {
    ...nothing,
    usesOwnList: references.some(isOwn),
    lists: await Promise.all(lists.map((reference) => listOf(store, reference))),
  };
};

const listOf = async (
  store: ExclusionStore,
  reference: ListReference,
): Promise<LinkedExclusionsResponse['lists'][number]> => {
  const found = await store.itemsOf(reference);
  return {
    listId: reference.list_id,
    namespaceType: reference.namespace_type,
    items: found?.items ?? [],
    total: found?.total ?? 0,
    problem: found
      ? null
      : {
          message: i18n.translate('recentlyCompiled.linkedExclusions.noList', {
            defaultMessage: 'The exception list [{list}] does not exist, or you may not read it',
            values: { list: reference.list_id },
          }),
          remedy: i18n.translate('recentlyCompiled.linkedExclusions.noListRemedy', {
            defaultMessage:
              'Ask an administrator for the privilege Security: Read, or take it off the rule',
          }),
        },
  };
};

/** Why it could not be read, where the rest of the page can do without it. */
const referencesOf = async (
  rules: RulesClient,
  id: string,
): Promise<readonly ListReference[] | Notice> => {
  try {
    const { params } = await withKibana(
      i18n.translate('recentlyCompiled.task.readSecurityRule', {
        defaultMessage: 'Reading the Security rule',
      }),
      () => rules.get({ id }),
    );
    const read = paramsSchema.safeParse(params);
    return read.success
      ? read.data.exceptionsList
      : {
          message: i18n.translate('recentlyCompiled.linkedExclusions.unreadable', {
            defaultMessage: 'The exception lists of the Security rule [{id}] can not be read',
            values: { id },
          }),
          remedy: i18n.translate('recentlyCompiled.linkedExclusions.unreadableRemedy', {
            defaultMessage:
              'Save the rule once on the rules page of Security, which brings it up to date',
          }),
        };
  } catch (error) {
    if (error instanceof Failure && error.kind === 'missing_privilege') {
      return {
        message: i18n.translate('recentlyCompiled.linkedExclusions.hidden', {
          defaultMessage:
            'You may not read the Security rule [{id}], whose exception lists hold here too',
          values: { id },
        }),
        remedy: i18n.translate('recentlyCompiled.linkedExclusions.hiddenRemedy', {
          defaultMessage: 'Ask an administrator for the privilege Security: Read',
        }),
      };
    }
    if (error instanceof Failure && error.kind === 'not_found') {
      return {
        message: i18n.translate('recentlyCompiled.linkedExclusions.missing', {
          defaultMessage: 'The linked Security rule [{id}] does not exist any more',
          values: { id },
        }),
        remedy: i18n.translate('recentlyCompiled.linkedExclusions.missingRemedy', {
          defaultMessage: 'Link another one on the page of the rule',
        }),
      };
    }
    throw error;
  }
};
