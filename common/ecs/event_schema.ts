// SPDX-License-Identifier: Apache-2.0
import { schemaFromMapping } from '../eql/types/mapping';
import type { Schema } from '../eql/types/schema';
import { BASE_FIELDS } from './base_fields';
import { toProperties } from './field_tree';
import { FILE_FIELDS } from './file_fields';
import { NETWORK_FIELDS } from './network_fields';
import { PROCESS_FIELDS } from './process_fields';

/**
 * The fields of Elastic Defend's process, file and network events, and those of ECS that may stand beside
 * them, typed as Elastic's endpoint package maps them.
 * @see https://github.com/elastic/endpoint-package
 */
export const EVENT_SCHEMA: Schema = schemaFromMapping({
  properties: toProperties({
    ...BASE_FIELDS,
    ...PROCESS_FIELDS,
    ...FILE_FIELDS,
    ...NETWORK_FIELDS,
  }),
});
