// SPDX-License-Identifier: Apache-2.0
import type { ExceptionListReference } from './exclusion_source';

/** The exception list of this plugin, one in each space; made with the first exclusion. */
export const OWN_LIST: ExceptionListReference = {
  id: 'recently-compiled-exclusions',
  list_id: 'recently-compiled-exclusions',
  type: 'detection',
  namespace_type: 'single',
  isOptional: true,
};
