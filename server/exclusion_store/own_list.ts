// SPDX-License-Identifier: Apache-2.0
import { EXCLUSION_LIST_ID } from '../../common/api';
import type { ExceptionListReference } from './exclusion_source';

/** The exception list of this plugin, one in each space; made with the first exclusion. */
export const OWN_LIST: ExceptionListReference = {
  id: EXCLUSION_LIST_ID,
  list_id: EXCLUSION_LIST_ID,
  type: 'detection',
  namespace_type: 'single',
  isOptional: true,
};
