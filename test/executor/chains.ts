// SPDX-License-Identifier: Apache-2.0
import type { DoubleDocument } from '../doubles/elasticsearch/elasticsearch_double';

export const STREAMS = ['process', 'file', 'network'].map(
  (category) => `logs-endpoint.events.${category}-default`,
);

export interface Chain {
  /** The name of the program, which joins the events. */
  readonly name: string;
  /** When it is compiled, in milliseconds since 1970; it connects 4 seconds later. */
  readonly at: number;
  readonly host?: string;
  readonly user?: string;
  readonly destination?: string;
  /** How long after each event Elasticsearch has it, in milliseconds. */
  readonly lateness?: number;
}

/** When the last event of a chain happens after its first. */
export const CONNECTS_AFTER = 4_000;

let sequence = 0;

/** The four events of a chain, by the data stream that holds them. */
export const chainEvents = ({
  name,
  at,
  host = 'lab1',
  user = 'dev',
  destination = '203.0.113.7',
  lateness = 1_000,
}: Chain): readonly (readonly [stream: string, document: DoubleDocument])[] => {
  const path = `/home/${user}/${name}`;
  const event = (
    category: string,
    after: number,
    type: string,
    action: string,
    fields: Readonly<Record<string, unknown>>,
  ): readonly [string, DoubleDocument] => {
    const time = at + after;
    sequence += 1;
    return [
      `logs-endpoint.events.${category}-default`,
      {
        _id: `${host}-${name}-${at}-${action}-${after}`,
        _source: {
          '@timestamp': new Date(time).toISOString(),
          event: {
            kind: 'event',
            category: [category],
            type: [type],
            action,
            sequence,
            ingested: new Date(time + lateness).toISOString(),
          },
          host: { id: host, name: host, os: { type: 'linux' } },
          user: { name: user },
          ...fields,
        },
      },
    ];
  };
  const compiler = `${host}-${name}-${at}-gcc`;
  const program = { name, executable: path, pid: 30, entity_id: `${host}-${name}-${at}` };
  return [
    event('process', 0, 'start', 'exec', {
      process: { name: 'gcc', args: ['gcc', '-o', name, 'x.c'], pid: 10, entity_id: compiler },
    }),
    event('file', 1_000, 'creation', 'creation', {
      process: {
        name: 'ld',
        pid: 20,
        entity_id: `${host}-${name}-${at}-ld`,
        parent: { entity_id: compiler },
      },
      file: { name, path },
    }),
    event('process', 2_000, 'start', 'exec', { process: { ...program, args: [path] } }),
    event('network', CONNECTS_AFTER, 'start', 'connection_attempted', {
      process: program,
      destination: { ip: destination, port: 4444 },
    }),
  ];
};

/** Events of every category that match nothing, so that no data stream is silent. */
export const backgroundEvents = (
  at: number,
): readonly (readonly [stream: string, document: DoubleDocument])[] =>
  ['process', 'file', 'network'].map((category) => [
    `logs-endpoint.events.${category}-default`,
    {
      _id: `background-${category}-${at}`,
      _source: {
        '@timestamp': new Date(at).toISOString(),
        event: { category: [category], type: ['end'], action: 'end', sequence: 0 },
        host: { id: 'quiet', name: 'quiet', os: { type: 'linux' } },
        process: { name: 'idle' },
      },
    },
  ]);

/** The same, but that ten minutes pass before it connects, so that only lineage finds it. */
export const slowChainEvents = (chain: Chain): ReturnType<typeof chainEvents> =>
  chainEvents(chain).map(([stream, document]) => {
    const time = new Date(chain.at + 600_000).toISOString();
    return stream.includes('network')
      ? [stream, { ...document, _source: { ...document._source, '@timestamp': time } }]
      : [stream, document];
  });
