// SPDX-License-Identifier: Apache-2.0
import type { EventDocument, Finding } from '../common/search';
import { alertFacts } from './alert_facts';
import { attackEvents, flattened, type TestEvent } from './attack_test_helpers';

const findingOf = (events: readonly (TestEvent | null)[]): Finding => ({
  joinKeys: ['id-of-web-1', 'implant'],
  events: events.map((event, i): EventDocument | null => event && { _id: `e${i}`, _source: event }),
});

const [compile = {}, link = {}, execute = {}, connect = {}] = attackEvents();

/** By hand, from what `attackEvents` says. */
const FACTS = {
  timestamp: Date.parse('2026-03-01T10:00:04.500Z'),
  host: 'web-1',
  user: 'alice',
  compiler: 'gcc',
  compileCommand: 'gcc -o implant code.c',
  buildCommand: 'gcc -o implant code.c',
  binary: '/tmp/implant',
  delay: 4500,
  destination: '203.0.113.7:4444',
};

describe('alertFacts', () => {
  it.each<[string, TestEvent[], Partial<typeof FACTS>]>([
    ['events', [compile, link, execute, connect], {}],
    [
      'events with dotted names',
      [compile, link, execute, connect].map((event) => flattened(event)),
      {},
    ],
    [
      'a host without a name',
      [compile, link, execute, { ...connect, host: { id: 'h' } }],
      { host: 'h' },
    ],
    [
      'a command line in parts only',
      [{ ...compile, process: { name: 'gcc', args: ['gcc', 'a b', 'c'] } }, link, execute, connect],
      { compileCommand: 'gcc a b c', buildCommand: 'gcc a b c' },
    ],
    [
      'a file without a path',
      [compile, { ...link, file: { name: 'implant' } }, execute, connect],
      { binary: 'implant' },
    ],
    [
      'an address of version 6',
      [compile, link, execute, { ...connect, destination: { ip: '2001:db8::7', port: 443 } }],
      { destination: '[2001:db8::7]:443' },
    ],
    [
      'a connection without a port',
      [compile, link, execute, { ...connect, destination: { ip: '203.0.113.7' } }],
      { destination: '203.0.113.7' },
    ],
  ])('reads %s', (_, events, facts) => {
    expect(alertFacts(findingOf(events))).toEqual({ ...FACTS, ...facts });
  });

  it('leaves undefined what the events do not tell', () => {
    expect(alertFacts(findingOf([{}, {}, {}, {}]))).toEqual({
      timestamp: undefined,
      host: undefined,
      user: undefined,
      compiler: undefined,
      compileCommand: '',
      buildCommand: '',
      binary: undefined,
      delay: undefined,
      destination: undefined,
    });
  });

  it('takes the linker, its time and who ran the program where no compiler was seen', () => {
    const linker = { ...link, process: { name: 'ld' } };
    expect(
      alertFacts({ joinKeys: [], events: findingOf([null, linker, execute, connect]).events }),
    ).toMatchObject({
      compileCommand: undefined,
      buildCommand: 'ld',
      binary: '/tmp/implant',
      delay: (FACTS.timestamp ?? 0) - Date.parse(String(link['@timestamp'])),
    });
  });

  it('bears with events that are missing', () => {
    expect(alertFacts(findingOf([null, null, null, null]))).toMatchObject({
      binary: undefined,
      compileCommand: undefined,
      delay: undefined,
    });
  });
});
