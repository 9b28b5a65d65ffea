// SPDX-License-Identifier: Apache-2.0
import type { Client } from '@elastic/elasticsearch';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { ElasticsearchLineageSearch } from '../../server/search/elasticsearch_lineage_search';
import { withElasticsearch } from '../../test/doubles/elasticsearch/target';
import { DIFFERENT, lineageWorld } from '../input/lineage_world';
import { atMost, ratioFigure, type Figures } from '../report/figure';
import { ratioOf } from '../statistics';

const SIZES = [10_000, 100_000, 1_000_000] as const;

interface Cost {
  readonly events: number;
  readonly requests: number;
  /** Sent and received. */
  readonly bytes: number;
  readonly milliseconds: number;
  readonly chains: number;
}

/**
 * What a search for built programs asks of Elasticsearch, by how many events there are beside the same built
 * files: of the one in memory, or of a real one where `ES_URL` is set. Throws where the size changes what is
 * found.
 */
export const lineageRequestFigures = async (): Promise<Figures> => {
  const costs: Cost[] = [];
  for (const size of SIZES) {
    costs.push(await costOf(size));
  }
  const [small, , large] = costs as [Cost, Cost, Cost];
  if (costs.some(({ chains }) => chains !== small.chains || chains === 0)) {
    throw new Error(`Different chains were found: ${JSON.stringify(costs)}`);
  }
  const requests = ratioOf([large.requests], [small.requests]);
  const bytes = ratioOf([large.bytes], [small.bytes]);
  const where = process.env['ES_URL'] ? 'a real Elasticsearch' : 'the Elasticsearch in memory';
  return {
    figures: [
      ratioFigure('lineage in Elasticsearch: requests, 1,000,000 events ÷ 10,000', requests, {
        bar: atMost(1, requests.value),
      }),
      ratioFigure('lineage in Elasticsearch: bytes, 1,000,000 events ÷ 10,000', bytes, {
        bar: atMost(1.01, bytes.value),
      }),
    ],
    notes: [
      `Lineage in ${where}, ${small.chains} chains in each: ${costs.map(costText).join('; ')}. Of the other events, on the same hosts, ${DIFFERENT} differ in more than their id.`,
    ],
  };
};

const costText = ({ events, requests, bytes, milliseconds }: Cost): string =>
  `${events.toLocaleString('en')} events, ${requests} requests, ${(bytes / 1_000).toFixed(0)} kB, ${milliseconds.toFixed(0)} ms`;

const costOf = async (events: number): Promise<Cost> => {
  const target = await withElasticsearch();
  try {
    const { index, range } = await lineageWorld(target, events);
    const counted = count(target.client);
    const before = performance.now();
    const { chains } = await new ElasticsearchLineageSearch(target.client, {
      requestTimeout: 600_000,
    }).search({
      params: DEFAULT_RULE_PARAMS,
      indexPatterns: [index],
      range,
      filter: undefined,
      tiebreakerField: 'event.sequence',
      signal: new AbortController().signal,
    });
    return {
      events,
      ...counted,
      milliseconds: performance.now() - before,
      chains: chains.length,
    };
  } finally {
    await target.deleteAll();
  }
};

/** Goes up with each answer that the client gets. */
const count = (client: Client): { requests: number; bytes: number } => {
  const counted = { requests: 0, bytes: 0 };
  client.diagnostic.on('response', (_error, result) => {
    counted.requests += 1;
    counted.bytes += bytesOf(result?.meta.request.params.body) + bytesOf(result?.body);
  });
  return counted;
};

const bytesOf = (body: unknown): number =>
  body === undefined || body === null
    ? 0
    : Buffer.byteLength(typeof body === 'string' ? body : JSON.stringify(body));
