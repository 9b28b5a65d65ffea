// SPDX-License-Identifier: Apache-2.0
import { EXCLUSION_LIST_ID } from '../../common/api';
import type { Check } from './check';

const MOST_ITEMS = 1000;

/** Whether exclusions have a place and can be applied. */
export const exceptionList: Check = {
  id: 'exception_list',
  title: 'Exception list',
  run: async ({ exclusions }) => {
    if (!exclusions) {
      return {
        status: 'warning',
        message: 'The lists plugin of Kibana is off, so that there are no exclusions',
        remedy: 'Turn the lists plugin on in kibana.yml (xpack.lists.enabled)',
      };
    }
    const { listExists, items, total } = await exclusions.list({ page: 1, perPage: MOST_ITEMS });
    if (!listExists) {
      return {
        status: 'warning',
        message: `The exception list [${EXCLUSION_LIST_ID}] does not exist yet, or you may not see it`,
        remedy: 'Add a first exclusion, which makes the list',
      };
    }
    const unusable = items.filter(({ scope }) => scope === null).map(({ name }) => name);
    const details = { total, inForce: items.filter(({ inForce }) => inForce).length };
    return unusable.length > 0
      ? {
          status: 'error',
          message: `Exclusions can not be applied: ${unusable.join(', ')}`,
          remedy: 'Edit them, or delete and add them again',
          details,
        }
      : { status: 'ok', message: `${total} exclusions are in the exception list`, details };
  },
};
