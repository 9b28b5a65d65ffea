// SPDX-License-Identifier: Apache-2.0

const LASTS = 3_600_000;

/**
 * As many attacks, each on a host of its own, begun at even distances within the hour before `until` (milliseconds since
 * 1970): four events each, with little more than what the rule compares and the pages show. Lines of NDJSON in order
 * of time; hosts are called `fleet-0001` and so on, and a hundred attacks of 5,000 share each destination.
 */
export const manyAttacks = (attacks: number, until: number): string[] =>
  Array.from({ length: attacks }, (_, i) =>
    attack(i + 1, until - LASTS + Math.floor((i * LASTS) / attacks)),
  )
    .flat()
    .sort((a, b) => a.time - b.time)
    .map(({ time, fields }) =>
      JSON.stringify({ '@timestamp': new Date(time).toISOString(), ...fields }),
    );

interface TimedFields {
  readonly time: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Compiled, linked a second later, run after another one, connected after two more. */
const attack = (number: number, begin: number): TimedFields[] => {
  const host = `fleet-${`${number}`.padStart(4, '0')}`;
  const folder = '/home/dev';
  const path = `${folder}/tool`;
  const event = (
    after: number,
    category: string,
    type: string,
    action: string,
    fields: Readonly<Record<string, unknown>>,
  ): TimedFields => ({
    time: begin + after,
    fields: {
      event: {
        id: `${host}-${after}`,
        kind: 'event',
        module: 'endpoint',
        dataset: `endpoint.events.${category}`,
        category: [category],
        type: [type],
        action,
        sequence: after,
        ingested: new Date(begin + after + 1_000).toISOString(),
      },
      data_stream: {
        type: 'logs',
        dataset: `endpoint.events.${category}`,
        namespace: 'default',
      },
      agent: { id: `agent-${host}`, type: 'endpoint', version: '8.12.2' },
      host: { id: host, name: host, hostname: host, os: { type: 'linux', name: 'Linux' } },
      user: { id: '1000', name: 'dev' },
      ...fields,
    },
  });
  const shell = { entity_id: `${host}-shell`, name: 'bash', executable: '/usr/bin/bash', pid: 5 };
  const compiler = { entity_id: `${host}-gcc`, name: 'gcc', executable: '/usr/bin/gcc', pid: 10 };
  const linker = { entity_id: `${host}-ld`, name: 'ld', executable: '/usr/bin/ld', pid: 20 };
  const program = { entity_id: `${host}-tool`, name: 'tool', executable: path, pid: 30 };
  const compile = ['gcc', '-o', 'tool', 'tool.c'];
  return [
    event(0, 'process', 'start', 'exec', {
      process: {
        ...compiler,
        args: compile,
        command_line: compile.join(' '),
        working_directory: folder,
        parent: shell,
      },
    }),
    event(1_000, 'file', 'creation', 'creation', {
      process: { ...linker, parent: compiler },
      file: { name: 'tool', path, extension: '' },
    }),
    event(2_000, 'process', 'start', 'exec', {
      process: {
        ...program,
        args: ['./tool'],
        command_line: './tool',
        working_directory: folder,
        parent: shell,
      },
    }),
    event(4_000, 'network', 'start', 'connection_attempted', {
      process: program,
      source: { ip: '10.0.0.1', port: 40_000 },
      destination: { ip: destinationOf(number), port: 4444 },
    }),
  ];
};

const destinationOf = (number: number): string => `203.0.113.${1 + (number % 50)}`;
