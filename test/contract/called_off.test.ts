// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { ElasticsearchEventIndex } from '../../server/search/elasticsearch_event_index';
import { ElasticsearchLineageSearch } from '../../server/search/elasticsearch_lineage_search';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import { clientOfRun } from '../../standalone/kibana/client_of_run';
import {
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../doubles/elasticsearch/elasticsearch_double';

const INDEX = 'logs-endpoint.events.all-default';
const PATTERNS = ['logs-endpoint.events.*'];
const LIMITS = { requestTimeout: 3_600_000 };
const RANGE = {
  from: Date.parse('2026-03-01T09:00:00Z'),
  to: Date.parse('2026-03-01T12:00:00Z'),
};

let double: ElasticsearchDouble;
let run: AbortController;
beforeEach(async () => {
  double = await startElasticsearchDouble();
  double.createIndex(INDEX, { mappings: EVENT_MAPPING });
  run = new AbortController();
});
afterEach(async () => {
  run.abort();
  await double.close();
});

/** Elasticsearch never answers a search, and Kibana ends none before the run is over. */
const clientWithoutAnswers = (onSearch: () => void) => {
  double.before = (endpoint) => {
    if (endpoint !== 'search') {
      return undefined;
    }
    onSearch();
    return new Promise(() => undefined);
  };
  return clientOfRun(double.client(), run.signal);
};

test.each([
  [
    'for built programs',
    (client: ReturnType<typeof clientOfRun>, signal: AbortSignal) =>
      new ElasticsearchLineageSearch(client, LIMITS).search({
        params: DEFAULT_RULE_PARAMS,
        indexPatterns: PATTERNS,
        range: RANGE,
        filter: undefined,
        tiebreakerField: undefined,
        signal,
      }),
  ],
  [
    'for how many events there are',
    (client: ReturnType<typeof clientOfRun>, signal: AbortSignal) =>
      new ElasticsearchEventIndex(client, LIMITS).countEvents(PATTERNS, ['file'], RANGE, signal),
  ],
])('a run calls off the search %s, although Kibana does not', async (_, search) => {
  const controller = new AbortController();
  const client = clientWithoutAnswers(() => controller.abort());
  await expect(search(client, controller.signal)).rejects.toMatchObject({ kind: 'cancelled' });
});

test('a search of a run that Kibana has ended is told as called off', async () => {
  const client = clientWithoutAnswers(() => run.abort());
  const { signal } = new AbortController();
  await expect(
    new ElasticsearchEventIndex(client, LIMITS).countEvents(PATTERNS, ['file'], RANGE, signal),
  ).rejects.toMatchObject({ kind: 'cancelled' });
});
