// SPDX-License-Identifier: Apache-2.0
import type { ExclusionEntry } from '../../common/exclusions';
import { explainScope } from './explain_scope';

const is = (field: string): ExclusionEntry => ({
  field,
  operator: 'included',
  type: 'match',
  value: 'x',
});

test('conditions that one event can meet are looked for in single events', () => {
  expect(explainScope([is('host.name'), is('destination.ip')])).toMatchObject({
    scope: 'event',
    title: 'Single events',
  });
});

test('conditions on different kinds of events are looked for in sequences, and it says which', () => {
  const { scope, why } = explainScope([
    is('host.name'),
    is('process.args'),
    is('file.path'),
    is('destination.ip'),
  ]);
  expect(scope).toBe('sequence');
  expect(why).toContain(
    '(process.args is on process events; file.path is on file events; destination.ip is on network events)',
  );
});
