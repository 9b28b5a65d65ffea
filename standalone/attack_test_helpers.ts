// SPDX-License-Identifier: Apache-2.0

/** An event as it stands in an input. */
export type TestEvent = Readonly<Record<string, unknown>>;

export interface AttackOptions {
  /** Of the compilation. */
  readonly begin?: string;
  readonly host?: string;
  readonly program?: string;
  readonly user?: string;
  readonly ip?: string;
  readonly port?: number;
}

/** When each of the four events happens, in milliseconds after the first. */
const STEPS = [0, 1000, 2000, 4500] as const;

/**
 * What one attack leaves, as Elastic Defend writes it: compile, link, execute, connect. Their ids are
 * PROGRAM-0 to PROGRAM-3.
 */
export const attackEvents = ({
  begin = '2026-03-01T10:00:00.000Z',
  host = 'web-1',
  program = 'implant',
  user = 'alice',
  ip = '203.0.113.7',
  port = 4444,
}: AttackOptions = {}): TestEvent[] => {
  const event = (
    step: 0 | 1 | 2 | 3,
    [category, type, action]: readonly [string, string, string],
    details: TestEvent,
  ): TestEvent => ({
    '@timestamp': new Date(Date.parse(begin) + STEPS[step]).toISOString(),
    event: { category: [category], type: [type], action, id: `${program}-${step}`, sequence: step },
    host: { id: `id-of-${host}`, name: host, os: { type: 'linux' } },
    user: { name: user },
    ...details,
  });
  return [
    event(0, ['process', 'start', 'exec'], {
      process: {
        name: 'gcc',
        args: ['gcc', '-o', program, 'code.c'],
        command_line: `gcc -o ${program} code.c`,
      },
    }),
    event(1, ['file', 'creation', 'creation'], {
      process: { name: 'ld' },
      file: { name: program, path: `/tmp/${program}` },
    }),
    event(2, ['process', 'start', 'exec'], { process: { name: program, args: [`./${program}`] } }),
    event(3, ['network', 'start', 'connection_attempted'], {
      process: { name: program },
      destination: { ip, port },
    }),
  ];
};

/** The ids of an attack's events. */
export const attackIds = (program = 'implant'): string[] => STEPS.map((_, i) => `${program}-${i}`);

/** An event that matches nothing. */
export const idleEvent = (time: string, id: string): TestEvent => ({
  '@timestamp': time,
  event: { category: ['process'], type: ['end'], action: 'end', id },
  host: { id: 'id-of-web-1', name: 'web-1', os: { type: 'linux' } },
  process: { name: 'bash' },
});

/** One event a line. */
export const toNdjson = (events: readonly TestEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** The body of a _bulk request, with an id for each event. */
export const toBulk = (events: readonly TestEvent[], idOf: (index: number) => string): string =>
  events
    .map(
      (event, i) => `${JSON.stringify({ create: { _id: idOf(i) } })}\n${JSON.stringify(event)}\n`,
    )
    .join('');

/** The hits of a search response, with an id for each event. */
export const toHits = (
  events: readonly TestEvent[],
  idOf: (index: number) => string,
): TestEvent[] => events.map((event, i) => ({ _index: 'logs-1', _id: idOf(i), _source: event }));

/** The nested objects of an event as dotted names; what stands in arrays stays as it is. */
export const flattened = (event: TestEvent, prefix = ''): TestEvent =>
  Object.fromEntries(
    Object.entries(event).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(flattened(value as TestEvent, `${prefix}${key}.`))
        : [[prefix + key, value]],
    ),
  );
