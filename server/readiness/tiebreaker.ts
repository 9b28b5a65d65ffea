// SPDX-License-Identifier: Apache-2.0
import type { Check } from './check';

const NUMBERS = new Set(['long', 'integer', 'short', 'byte', 'unsigned_long']);

/** Whether events of the same millisecond can be put in order. */
export const tiebreaker: Check = {
  id: 'tiebreaker',
  title: 'Order of events in the same millisecond',
  run: async ({ access, eventIndex, params }) => {
    const field = params.tiebreakerField;
    if (field === null) {
      return {
        status: 'warning',
        message: 'The rule has no tiebreaker field, so that fast chains are missed',
        remedy: 'Set the tiebreaker field of the rule to event.sequence',
      };
    }
    const found = await eventIndex.describe(params.indexPatterns, [field], access.signal);
    if (found.indices.length === 0) {
      return {
        status: 'error',
        message: `No index matches [${params.indexPatterns.join(', ')}], so that nothing can be ordered`,
        remedy: 'Install Elastic Defend on a Linux host, or mend the index patterns of the rule',
      };
    }
    const { types = [], unmappedIn = found.indices } = found.fields.get(field) ?? {};
    const others = types.filter(({ type }) => !NUMBERS.has(type));
    const unfit = [
      ...others.map(({ type, indices }) => `${type} in ${indices.join(', ')}`),
      ...(unmappedIn.length > 0 ? [`not mapped in ${unmappedIn.join(', ')}`] : []),
    ];
    return unfit.length === 0
      ? { status: 'ok', message: `[${field}] orders events of the same millisecond` }
      : {
          status: 'warning',
          message: `[${field}] can not order events of the same millisecond: it is ${unfit.join('; ')}. Fast chains are missed`,
          remedy: `Map [${field}] as a number in all of these indices, or leave them out of the index patterns`,
          details: { unmappedIn, types: others },
        };
  },
};
