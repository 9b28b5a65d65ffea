// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../common/search';
import { attackEvents, attackIds } from '../attack_test_helpers';
import { alertRecord, findingRecord } from './records';

const events = attackEvents().map((event, i) => ({
  _id: attackIds()[i] ?? '',
  _index: 'logs-1',
  _source: event,
}));
const FINDING: Finding = { joinKeys: ['id-of-web-1', 'implant'], events };

describe('alertRecord', () => {
  it('holds the facts, and each event by its stage', () => {
    expect(alertRecord(FINDING)).toEqual({
      '@timestamp': '2026-03-01T10:00:04.500Z',
      host: 'web-1',
      user: 'alice',
      compiler: 'gcc',
      compile_command: 'gcc -o implant code.c',
      binary: '/tmp/implant',
      compile_to_connect_ms: 4500,
      destination: '203.0.113.7:4444',
      join_keys: ['id-of-web-1', 'implant'],
      found_by: ['published'],
      events: [
        { stage: 'compile', ...events[0] },
        { stage: 'link', ...events[1] },
        { stage: 'execute', ...events[2] },
        { stage: 'connect', ...events[3] },
      ],
    });
  });

  it('leaves out a stage that was not seen, and tells the story of the file', () => {
    const [, link, execute, connect] = events;
    const renamed = { _id: 'r', _source: { file: { path: '/tmp/b' } } };
    expect(
      alertRecord({
        joinKeys: [],
        events: [null, link ?? null, execute ?? null, connect ?? null],
        foundBy: ['lineage'],
        story: [{ step: 'rename', path: '/tmp/b', event: renamed }],
      }),
    ).toMatchObject({
      compiler: null,
      found_by: ['lineage'],
      events: [{ stage: 'link' }, { stage: 'execute' }, { stage: 'connect' }],
      story: [{ step: 'rename', path: '/tmp/b', _id: 'r' }],
    });
  });

  it('says null for what the events do not tell, so that every record has the same fields', () => {
    const empty = { joinKeys: undefined, events: [{ _id: 'a', _source: {} }] };
    expect(Object.keys(alertRecord(empty))).toEqual(Object.keys(alertRecord(FINDING)));
    expect(alertRecord(empty)).toMatchObject({ '@timestamp': null, host: null, binary: null });
  });
});

describe('findingRecord', () => {
  it.each<[string, Finding, object]>([
    ['events and keys', FINDING, { join_keys: ['id-of-web-1', 'implant'], events }],
    ['no keys where there are none', { joinKeys: undefined, events }, { events }],
    [
      'null for a missing event',
      { joinKeys: [null, 7], events: [null] },
      { join_keys: [null, 7], events: [null] },
    ],
  ])('holds %s', (_, finding, expected) => {
    expect(findingRecord(finding)).toEqual(expected);
  });
});
