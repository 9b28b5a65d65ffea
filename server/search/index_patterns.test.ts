// SPDX-License-Identifier: Apache-2.0
import { matchesPatterns, streamOf } from './index_patterns';

const BACKING = '.ds-logs-endpoint.events.process-default-2026.11.24-000001';

test.each([
  [['logs-endpoint.events.*'], BACKING, true],
  [['logs-endpoint.events.process-default'], BACKING, true],
  [[BACKING], BACKING, true],
  [['logs-endpoint.events.file-*'], BACKING, false],
  [['logs-*', '-logs-endpoint.*'], BACKING, false],
  [['logs-other-*,logs-endpoint.*'], BACKING, true],
  [['*'], 'audit', true],
  [[], 'audit', false],
])('%j means %s: %s', (patterns, index, expected) => {
  expect(matchesPatterns(patterns)(index)).toBe(expected);
});

test('an index that is no part of a data stream is named by itself', () => {
  expect([streamOf(BACKING), streamOf('.ds-odd')]).toEqual([
    'logs-endpoint.events.process-default',
    '.ds-odd',
  ]);
});
