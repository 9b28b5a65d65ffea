// SPDX-License-Identifier: Apache-2.0
import { nameBasedUuid } from './name_based_uuid';
import { ownRuleId } from './own_rule_id';

test('a UUID of a name is that of RFC 9562, appendix A.4', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  expect(nameBasedUuid(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test.each(['default', 'soc', 'a', 'b', 'c', 'd', 'e', 'f'])(
  'Kibana takes the id of the rule in %s, which is always the same',
  (space) => {
    // `UUID_REGEX` of Kibana 8.12's saved objects.
    expect(ownRuleId(space)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(ownRuleId(space)).toBe(ownRuleId(space));
  },
);

test('each space has an id of its own', () => {
  expect(ownRuleId('default')).not.toBe(ownRuleId('soc'));
});
