// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseQuery } from '../eql/parser';
import { printQuery } from '../eql/printer';
import {
  NEWEST_COMPILERS,
  NEWEST_EXCLUDED_NETWORKS,
  NEWEST_EXCLUDED_PROCESS_NAMES,
  NEWEST_LINKERS,
  buildNewestRuleQuery,
} from './newest_rule_query';
import { withoutPlaces } from './without_places';

const published = JSON.parse(
  readFileSync(path.join(__dirname, '../../test/data/published.newest.json'), 'utf8'),
);

describe('buildNewestRuleQuery', () => {
  it.each([
    ['compilers_like', NEWEST_COMPILERS],
    ['linkers_like', NEWEST_LINKERS],
    ['excluded_process_names', NEWEST_EXCLUDED_PROCESS_NAMES],
    ['excluded_cidrs', NEWEST_EXCLUDED_NETWORKS],
  ])('has the published %s', (name, list) => {
    expect(list).toEqual(published[name]);
  });

  it('prints to text that parses to the same query', () => {
    const query = buildNewestRuleQuery();
    expect(withoutPlaces(parseQuery(printQuery(query)))).toEqual(query);
  });

  it('compares names as patterns, whatever their case', () => {
    const [compile, link] = buildNewestRuleQuery().stages;
    for (const stage of [compile, link]) {
      expect(stage?.filter.where).toMatchObject({ right: { kind: 'pattern', operator: 'like~' } });
    }
  });
});
