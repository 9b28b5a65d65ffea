// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { joinClauses } from '../../common/sentences';
import type { Check } from './check';
import { noIndexRemedy } from './fields';

const NUMBERS = new Set(['long', 'integer', 'short', 'byte', 'unsigned_long']);

/** Whether events of the same millisecond can be put in order. */
export const tiebreaker: Check = {
  id: 'tiebreaker',
  title: () =>
    i18n.translate('recentlyCompiled.checks.tiebreaker.title', {
      defaultMessage: 'Order of events in the same millisecond',
    }),
  run: async ({ access, eventIndex, params }) => {
    const field = params.tiebreakerField;
    if (field === null) {
      return {
        status: 'warning',
        message: i18n.translate('recentlyCompiled.checks.tiebreaker.none', {
          defaultMessage: 'The rule has no tiebreaker field, so that fast chains are missed',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.tiebreaker.noneRemedy', {
          defaultMessage: 'Set the tiebreaker field of the rule to event.sequence',
        }),
      };
    }
    const found = await eventIndex.describe(params.indexPatterns, [field], access.signal);
    if (found.indices.length === 0) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.tiebreaker.noIndex', {
          defaultMessage: 'No index matches [{patterns}], so that nothing can be ordered',
          values: { patterns: params.indexPatterns.join(', ') },
        }),
        remedy: noIndexRemedy(),
      };
    }
    const { types = [], unmappedIn = found.indices } = found.fields.get(field) ?? {};
    const others = types.filter(({ type }) => !NUMBERS.has(type));
    const unfit = [
      ...others.map(({ type, indices }) =>
        i18n.translate('recentlyCompiled.checks.tiebreaker.otherType', {
          defaultMessage: '{type} in {indices}',
          values: { type, indices: indices.join(', ') },
        }),
      ),
      ...(unmappedIn.length > 0
        ? [
            i18n.translate('recentlyCompiled.checks.tiebreaker.unmapped', {
              defaultMessage: 'not mapped in {indices}',
              values: { indices: unmappedIn.join(', ') },
            }),
          ]
        : []),
    ];
    return unfit.length === 0
      ? {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.tiebreaker.ok', {
            defaultMessage: '[{field}] orders events of the same millisecond',
            values: { field },
          }),
        }
      : {
          status: 'warning',
          message: i18n.translate('recentlyCompiled.checks.tiebreaker.unfit', {
            defaultMessage:
              '[{field}] can not order events of the same millisecond: it is {unfit}. Fast chains are missed',
            values: { field, unfit: joinClauses(unfit) },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.tiebreaker.unfitRemedy', {
            defaultMessage:
              'Map [{field}] as a number in all of these indices, or leave them out of the index patterns',
            values: { field },
          }),
          details: { unmappedIn, types: others },
        };
  },
};
