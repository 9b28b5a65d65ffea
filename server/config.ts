// SPDX-License-Identifier: Apache-2.0
import { schema } from '@kbn/config-schema';

/** What `recently_compiled.*` in kibana.yml may say. `enabled: false` keeps Kibana from loading the plugin. */
export const config = {
  schema: schema.object({
    enabled: schema.boolean({ defaultValue: true }),
  }),
};
