// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

/** What a condition can say of a field; `not` turns each round. */
export const COMPARISONS = ['match', 'match_any', 'wildcard', 'exists', 'list'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface Operator {
  readonly comparison: Comparison;
  readonly not: boolean;
}

/** In the order in which they are offered. */
export const OPERATORS: readonly Operator[] = COMPARISONS.flatMap((comparison) => [
  { comparison, not: false },
  { comparison, not: true },
]);

/** A name for forms, such as `match_any` and `not match_any`. */
export const operatorId = ({ comparison, not }: Operator): string =>
  not ? `not ${comparison}` : comparison;

export const operatorOf = (id: string): Operator | undefined =>
  OPERATORS.find((operator) => operatorId(operator) === id);

/** As Security words them. */
export const operatorText = ({ comparison, not }: Operator): string => {
  switch (comparison) {
    case 'match':
      return not
        ? i18n.translate('recentlyCompiled.exclusions.operator.isNot', { defaultMessage: 'is not' })
        : i18n.translate('recentlyCompiled.exclusions.operator.is', { defaultMessage: 'is' });
    case 'match_any':
      return not
        ? i18n.translate('recentlyCompiled.exclusions.operator.isNotOneOf', {
            defaultMessage: 'is not one of',
          })
        : i18n.translate('recentlyCompiled.exclusions.operator.isOneOf', {
            defaultMessage: 'is one of',
          });
    case 'wildcard':
      return not
        ? i18n.translate('recentlyCompiled.exclusions.operator.doesNotMatch', {
            defaultMessage: 'does not match',
          })
        : i18n.translate('recentlyCompiled.exclusions.operator.matches', {
            defaultMessage: 'matches',
          });
    case 'exists':
      return not
        ? i18n.translate('recentlyCompiled.exclusions.operator.doesNotExist', {
            defaultMessage: 'does not exist',
          })
        : i18n.translate('recentlyCompiled.exclusions.operator.exists', {
            defaultMessage: 'exists',
          });
    case 'list':
      return not
        ? i18n.translate('recentlyCompiled.exclusions.operator.isNotInList', {
            defaultMessage: 'is not in list',
          })
        : i18n.translate('recentlyCompiled.exclusions.operator.isInList', {
            defaultMessage: 'is in list',
          });
  }
};
