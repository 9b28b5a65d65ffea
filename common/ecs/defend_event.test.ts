// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { readDefendEvent, type DefendEvent } from './defend_event';

const NOTHING: Partial<DefendEvent> = { categories: [], actions: [], args: [] };

describe('readDefendEvent', () => {
  it('reads an event as Elastic Defend writes it', () => {
    expect(
      readDefendEvent({
        '@timestamp': '2026-11-24T11:57:30.569485000Z',
        event: {
          id: '2yVo0iNreJ3aZpVX',
          sequence: 12,
          category: ['network'],
          action: 'connection_attempted',
          ingested: '2026-11-24T11:57:35Z',
        },
        agent: { id: 'agent-1' },
        host: { id: 'host-1', name: 'build-7' },
        user: { id: '0', name: 'root' },
        process: {
          pid: 27628,
          entity_id: 'entity-1',
          name: 'implant',
          executable: '/tmp/implant',
          args: ['./implant', '-v'],
          command_line: './implant -v',
          working_directory: '/tmp',
          parent: { pid: 1, entity_id: 'entity-0', name: 'bash', executable: '/usr/bin/bash' },
        },
        file: { name: 'implant', path: '/tmp/implant' },
        source: { ip: '10.0.0.1' },
        destination: { ip: '10.0.0.2', port: 4444 },
        network: { transport: 'tcp' },
      }),
    ).toEqual({
      timestamp: Date.UTC(2026, 10, 24, 11, 57, 30, 569),
      ingestedAt: Date.UTC(2026, 10, 24, 11, 57, 35),
      eventId: '2yVo0iNreJ3aZpVX',
      sequence: 12,
      categories: ['network'],
      actions: ['connection_attempted'],
      agentId: 'agent-1',
      hostId: 'host-1',
      hostName: 'build-7',
      userId: '0',
      userName: 'root',
      processName: 'implant',
      executable: '/tmp/implant',
      args: ['./implant', '-v'],
      commandLine: './implant -v',
      workingDirectory: '/tmp',
      pid: 27628,
      entityId: 'entity-1',
      parentName: 'bash',
      parentExecutable: '/usr/bin/bash',
      parentPid: 1,
      parentEntityId: 'entity-0',
      fileName: 'implant',
      filePath: '/tmp/implant',
      sourceIp: '10.0.0.1',
      destinationIp: '10.0.0.2',
      destinationPort: 4444,
      transport: 'tcp',
    } satisfies DefendEvent);
  });

  it.each<[string, Record<string, unknown>, Partial<DefendEvent>]>([
    ['an empty event', {}, NOTHING],
    ['null', { host: null, process: { name: null, args: [null] } }, NOTHING],
    [
      'dotted names',
      { 'host.name': 'a', process: { 'parent.name': 'b' } },
      { hostName: 'a', parentName: 'b' },
    ],
    [
      'arrays, by their first value',
      { host: { name: ['a', 'b'] }, destination: { port: [80, 81] } },
      { hostName: 'a', destinationPort: 80 },
    ],
    ['arrays that begin with null', { host: { name: [null, 'b'] } }, { hostName: 'b' }],
    ['arrays of objects', { host: [{ name: 'a' }, { name: 'b' }] }, { hostName: 'a' }],
    ['several actions', { event: { action: ['fork', 'exec'] } }, { actions: ['fork', 'exec'] }],
    ['one argument alone', { process: { args: 'gcc' } }, { args: ['gcc'] }],
    [
      'numbers where text should be',
      { host: { name: 7 }, process: { args: ['a', 7] } },
      { args: ['a'] },
    ],
    ['text where numbers should be', { process: { pid: '7' }, event: { sequence: '7' } }, {}],
    [
      'fractions where whole numbers should be',
      { process: { pid: 7.5 }, event: { sequence: 7.5 } },
      {},
    ],
    ['objects where values should be', { host: { name: { short: 'a' } } }, {}],
    ['values where objects should be', { host: 'a', process: 7 }, {}],
    ['a sequence beyond a double', { event: { sequence: 2n ** 60n } }, { sequence: 2n ** 60n }],
    [
      'a time in milliseconds',
      { '@timestamp': 1_700_000_000_000 },
      { timestamp: 1_700_000_000_000 },
    ],
    ['no time', { '@timestamp': 'yesterday' }, {}],
    ['a host without name', { host: { hostname: 'a' } }, { hostName: 'a' }],
    ['a user of the process only', { process: { user: { name: 'a' } } }, { userName: 'a' }],
    ['what objects inherit', { host: { __proto__: { name: 'a' } } }, {}],
  ])('reads %s', (_, event, expected) => {
    expect(readDefendEvent(event)).toEqual({ ...readDefendEvent({}), ...NOTHING, ...expected });
  });

  it('takes anything', () => {
    const names = ['host', 'name', 'process', 'args', 'pid', '@timestamp', 'event', 'sequence'];
    const event = fc.object({ key: fc.constantFrom(...names), maxDepth: 3, withBigInt: true });
    fc.assert(
      fc.property(event, (anything) => {
        const { hostName, pid } = readDefendEvent(anything);
        expect(['string', 'undefined']).toContain(typeof hostName);
        expect(['number', 'undefined']).toContain(typeof pid);
      }),
    );
  });
});
