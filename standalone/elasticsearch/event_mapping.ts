// SPDX-License-Identifier: Apache-2.0
import { BASE_FIELDS } from '../../common/ecs/base_fields';
import { toProperties } from '../../common/ecs/field_tree';
import { FILE_FIELDS } from '../../common/ecs/file_fields';
import { NETWORK_FIELDS } from '../../common/ecs/network_fields';
import { PROCESS_FIELDS } from '../../common/ecs/process_fields';

/** The mapping of Elastic Defend's process, file and network data streams. */
export const EVENT_MAPPING = {
  dynamic: false,
  properties: toProperties({
    ...BASE_FIELDS,
    ...PROCESS_FIELDS,
    ...FILE_FIELDS,
    ...NETWORK_FIELDS,
  }),
} as const;
