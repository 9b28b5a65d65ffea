// SPDX-License-Identifier: Apache-2.0
import { HostCounter } from './host_counter';

const hostsOf = (...lines: readonly string[]): { hosts: string[]; asked: string[] } => {
  const hosts = new Set<string>();
  const asked: string[] = [];
  const counter = new HostCounter(hosts, (line) => {
    asked.push(line.toString('utf8'));
    return (JSON.parse(line.toString('utf8')) as Record<string, string>)['host.id'];
  });
  const bytes = Buffer.from(lines.join('\n'));
  let start = 0;
  for (const line of lines) {
    const end = start + Buffer.byteLength(line);
    counter.add(bytes, start, end);
    start = end + 1;
  }
  return { hosts: [...hosts], asked };
};

const line = (id: string, before = ''): string => `{${before}"host":{"id":"${id}"},"b":1}`;

describe('HostCounter', () => {
  it.each<[string, string[], string[]]>([
    ['one host', [line('x'), line('x'), line('x')], ['x']],
    ['another at the same place', [line('x'), line('y'), line('x')], ['x', 'y']],
    ['one whose id goes on', [line('x'), line('xy'), line('x-')], ['x', 'xy', 'x-']],
    ['one whose id is shorter', [line('xyz'), line('xy'), line('')], ['xyz', 'xy', '']],
    ['the same at another place', [line('x'), line('x', '"a":1,'), line('x')], ['x']],
    ['another at another place', [line('x'), line('ä', '"a":1,'), line('y')], ['x', 'ä', 'y']],
    [
      'one at more places than are kept',
      Array.from({ length: 30 }, (_, i) => line(`${i % 3}`, `"${'a'.repeat(i)}":1,`)),
      ['0', '1', '2'],
    ],
  ])('counts %s', (_, lines, hosts) => {
    expect(hostsOf(...lines)).toEqual({ hosts, asked: [] });
  });

  it('does not take the host of the next line for one of its own', () => {
    const short = '{"host.id":"z"}';
    expect(hostsOf(line('x', '"aaaaaaaaaaaaaaaaaaaa":1,'), short, line('y'))).toEqual({
      hosts: ['x', 'z', 'y'],
      asked: [short],
    });
  });

  it('asks for what is written otherwise', () => {
    const lines = ['{"host.id":"x"}', '{"host":{"id":"a\\"b"}}', '{"a":1}'];
    expect(hostsOf(line('x'), ...lines)).toEqual({ hosts: ['x'], asked: lines });
  });
});
