// SPDX-License-Identifier: Apache-2.0
import { randomNumbers } from './random_numbers';

interface RecordedEvent {
  readonly '@timestamp': string;
  readonly event: {
    readonly category: readonly string[];
    readonly action: string;
    readonly [key: string]: unknown;
  };
  readonly host: Readonly<Record<string, unknown>>;
  readonly agent: { readonly id: string };
  readonly process: {
    readonly name: string;
    readonly parent: { readonly name?: string };
    readonly [key: string]: unknown;
  };
}

/** Of 100,000 events of the busy host, how many are of each kind; what it renames is deleted here. */
const MIX: readonly (readonly [kind: string, count: number])[] = [
  ['process/fork', 35_933],
  ['process/end', 35_925],
  ['process/exec', 24_134],
  ['file/creation', 1_999],
  ['file/deletion', 1_999],
  ['network/connection_attempted', 10],
];
const COMPILE_TOOLS = new Set([
  'gcc',
  'g++',
  'cc',
  'cc1',
  'cc1plus',
  'as',
  'collect2',
  'ld',
  'make',
]);
const BEGIN = Date.parse('2026-11-24T12:00:00Z');
/** The host wrote 675 events a second. */
const MEAN_GAP_MICROSECONDS = 1_481;
const PIDS = 32_768;

/**
 * Lines like those of a busy host on which nobody compiles: recorded events, again and again, with times,
 * ids and process numbers of their own, all on one host. The same at every call.
 */
export function* standInEvents(recorded: readonly string[], count: number): Generator<string> {
  const events = recorded
    .map((line) => JSON.parse(line) as RecordedEvent)
    .filter(({ process }) => !isCompileTool(process.name) && !isCompileTool(process.parent.name));
  const [{ host, agent } = {}] = events;
  const random = randomNumbers(1);
  const pick = picker(events, random);
  let microseconds = 0;
  for (let sequence = 1; sequence <= count; sequence += 1) {
    microseconds += Math.floor(random() * 2 * MEAN_GAP_MICROSECONDS);
    const recordedEvent = pick();
    const { event, process } = recordedEvent;
    const time = timeText(microseconds);
    const pid = 1 + Math.floor(random() * PIDS);
    yield JSON.stringify({
      ...recordedEvent,
      '@timestamp': time,
      event: { ...event, id: idText(random), sequence, created: time },
      host,
      agent,
      elastic: { agent: { id: agent?.id } },
      process: { ...process, pid, entity_id: entityId(agent?.id, pid, microseconds) },
    });
  }
}

const isCompileTool = (name: string | undefined): boolean =>
  name !== undefined && COMPILE_TOOLS.has(name);

const picker = (events: readonly RecordedEvent[], random: () => number): (() => RecordedEvent) => {
  const kinds = MIX.map(([kind, count]) => ({
    count,
    events: events.filter(({ event }) => `${event.category.join()}/${event.action}` === kind),
  }));
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  return () => {
    let at = random() * total;
    const kind = kinds.find(({ count }) => (at -= count) < 0) ?? kinds[0];
    const event = kind?.events[Math.floor(random() * kind.events.length)];
    if (!event) {
      throw new Error('The recordings lack a kind of event that the stand-in needs');
    }
    return event;
  };
};

/** With nanoseconds, as the sensor writes it. */
const timeText = (microseconds: number): string => {
  const time = new Date(BEGIN + Math.floor(microseconds / 1000)).toISOString().slice(0, -1);
  return `${time}${String(microseconds % 1000).padStart(3, '0')}000Z`;
};

const idText = (random: () => number): string =>
  Buffer.from(Array.from({ length: 18 }, () => Math.floor(random() * 256))).toString('base64');

const entityId = (agent: string | undefined, pid: number, microseconds: number): string =>
  Buffer.from(`${agent}-${pid}-${13_439_994_515_000_000 + microseconds}.000`).toString('base64');
