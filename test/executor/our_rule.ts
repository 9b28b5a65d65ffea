// SPDX-License-Identifier: Apache-2.0
import { FEATURE_ID, RULE_TYPE_ID } from '../../server/rule_type/rule_type_id';

/** What Kibana is told to create a rule of ours, with these parameters. */
export const ourRuleData = (params: Readonly<Record<string, unknown>>) => ({
  name: 'Recently compiled',
  alertTypeId: RULE_TYPE_ID,
  consumer: FEATURE_ID,
  enabled: true,
  tags: [],
  params,
  schedule: { interval: '5m' },
  actions: [],
});
