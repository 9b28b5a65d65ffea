// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA } from '../ecs';
import { bindQuery } from '../eql/verify/bind_query';
import { buildRuleQuery } from './build_rule_query';
import { QUERY_FIELDS } from './query_fields';
import { DEFAULT_RULE_PARAMS } from './rule_params';

test('these are the fields that the query looks up, with those that every sequence query needs', () => {
  const asked = new Set(['@timestamp', 'event.category']);
  const recording = {
    ...EVENT_SCHEMA,
    names: () => EVENT_SCHEMA.names(),
    field: (name: string) => {
      asked.add(name);
      return EVENT_SCHEMA.field(name);
    },
  };
  bindQuery(buildRuleQuery(DEFAULT_RULE_PARAMS), recording);
  expect([...asked].sort()).toEqual(QUERY_FIELDS);
});
