// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import {
  linkedExclusions,
  type LinkedExclusionsOptions,
} from '../exclusion_store/linked_exclusions';
import { asExclusion } from '../exclusion_store/listed_item';
import type { LoadedExclusions } from '../exclusion_store/exclusion_source';
import type { Notice } from '../notice';

/**
 * The exclusions that a run would apply: ours and those of the lists of the linked Security rule, as far as the
 * user may read them.
 */
export const exclusionsInForce = async (
  options: LinkedExclusionsOptions,
  securityRuleId: string | null,
  signal: AbortSignal,
): Promise<LoadedExclusions> => {
  const { store } = options;
  const [own, { lists, problem }] = await Promise.all([
    store.all(),
    linkedExclusions(options, securityRuleId),
  ]);
  const linked = lists.flatMap(({ listId, items }) =>
    items
      .filter(({ inForce }) => inForce)
      .map((item) => ({ listId, item, exclusion: asExclusion({ listId, item }) })),
  );
  const exclusions = [...own, ...linked.flatMap(({ exclusion }) => exclusion ?? [])];
  const notRead: Notice[] = [problem, ...lists.map((list) => list.problem)].filter(
    (notice) => notice !== null,
  );
  return {
    exclusions,
    valueLists: await store.valueLists(exclusions, signal),
    notRead: [
      ...notRead,
      ...linked
        .filter(({ exclusion }) => !exclusion)
        .map(({ listId, item }) => ({
          message: i18n.translate('recentlyCompiled.rulePreview.notApplied', {
            defaultMessage: 'The exclusion [{name}] in the exception list [{list}] is not applied',
            values: { name: item.name, list: listId },
          }),
          remedy: i18n.translate('recentlyCompiled.run.itemNotAppliedRemedy', {
            defaultMessage:
              'Edit it so that it has only conditions of the kinds that Security offers',
          }),
        })),
    ],
  };
};
