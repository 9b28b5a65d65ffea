// SPDX-License-Identifier: Apache-2.0
import type { HostFacts } from './host_facts';
import { judgeLineage, judgePublished, namingOf } from './judge_host';

const HOST: HostFacts = {
  id: 'h1',
  agentId: 'a1',
  name: 'web1',
  os: 'Debian 12',
  sensorVersion: '8.12.2',
  lastEvent: 3,
  lastProcess: 1,
  lastFile: 2,
  lastNetwork: 3,
  onLinux: 9,
  starts: 1,
  creations: 1,
  connections: 1,
  compiles: 0,
  links: 0,
  names: { invoked: 1, resolved: 0, likelyInvoked: 0 },
};

const names = (invoked: number, resolved: number, likelyInvoked = 0) => ({
  names: { invoked, resolved, likelyInvoked },
});

test.each([
  ['nothing that tells', names(0, 0), 'unknown'],
  ['links on most distributions alone', names(0, 0, 3), 'invoked'],
  ['resolved names, whatever likely links there are', names(0, 1, 50), 'resolved'],
  ['one program in a hundred that was called by its file', names(99, 1), 'invoked'],
  ['one in a hundred the other way round', names(1, 99), 'resolved'],
  ['as many of both', names(50, 50), 'mixed'],
  ['one in twenty', names(20, 1), 'mixed'],
])('%s', (_, facts, naming) => {
  expect(namingOf(facts)).toBe(naming);
});

test('tells everything that is missing, not the first thing alone', () => {
  const host = { ...HOST, id: null, lastFile: null, creations: 0, connections: 0 };
  expect(judgePublished(host)).toEqual({
    canMatch: 'no',
    reasons: ['no_host_id', 'no_file_events', 'no_connections'],
  });
  expect(judgeLineage(host)).toEqual({
    canMatch: 'no',
    reasons: ['no_file_events', 'no_connections'],
  });
});

test.each([names(0, 1), names(1, 1), names(0, 0)])(
  'compilers and linkers under the names of the rule settle it: %j',
  (naming) => {
    expect(judgePublished({ ...HOST, ...naming, compiles: 1, links: 1 })).toEqual({
      canMatch: 'yes',
      reasons: [],
    });
    expect(judgePublished({ ...HOST, ...naming, compiles: 1 }).canMatch).not.toBe('yes');
  },
);
