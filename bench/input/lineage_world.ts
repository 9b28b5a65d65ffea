// SPDX-License-Identifier: Apache-2.0
import type { ElasticsearchTarget } from '../../test/doubles/elasticsearch/target';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import type { TimeRange } from '../../server/search/time_range';
import { recordedFlows } from './recordings';
import { unrelatedEvents } from './unrelated_events';

type Source = Readonly<Record<string, unknown>>;

export interface LineageWorld {
  readonly index: string;
  /** In which all events happened. */
  readonly range: TimeRange;
}

/** So many different events there are; the others repeat them under ids of their own. */
export const DIFFERENT = 5_000;

const PER_BULK = 10_000;

/** An index with the recorded flows, among events that have nothing to do with them, `count` in all. */
export const lineageWorld = async (
  target: ElasticsearchTarget,
  count: number,
): Promise<LineageWorld> => {
  const flows = recordedFlows()
    .flat()
    .map((line) => JSON.parse(line) as Source);
  const times = flows.map((source) => Date.parse(String(source['@timestamp'])));
  const range = { from: Math.min(...times), to: Math.max(...times) + 1 };
  const hosts = [
    ...new Map(flows.map(({ host, agent }) => [JSON.stringify(host), { host, agent }])),
  ];
  const others = unrelatedEvents(DIFFERENT, { ...range, hosts: hosts.map(([, host]) => host) });
  const index = target.unique(`lineage-${count}`);
  const settings = { mappings: EVENT_MAPPING };
  const repeated = (count - flows.length) / DIFFERENT;
  const sources = function* (): Generator<Source> {
    yield* flows;
    for (const [i, other] of others.entries()) {
      const copies = Math.floor((i + 1) * repeated) - Math.floor(i * repeated);
      yield* Array.from({ length: copies }, () => other);
    }
  };
  if (target.double) {
    const made = target.double.createIndex(index, settings);
    let id = 0;
    for (const source of sources()) {
      made.put(`e${id}`, source, true);
      id += 1;
    }
  } else {
    await target.createIndex(index, settings);
    await inBulks(sources(), (some) => target.index(index, some));
  }
  return { index, range };
};

const inBulks = async (
  sources: Iterable<Source>,
  write: (some: readonly { readonly _source: Source }[]) => Promise<void>,
): Promise<void> => {
  let some: { _source: Source }[] = [];
  for (const source of sources) {
    some.push({ _source: source });
    if (some.length === PER_BULK) {
      await write(some);
      some = [];
    }
  }
  await write(some);
};
