// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, readSuite, type Answer } from '../../conformance/conformance_files';
import type { IndexSettings } from '../../../standalone/elasticsearch/store/store';
import { withElasticsearch, type ElasticsearchTarget } from './target';
import { refusal, type Json } from './test_support';

const files = filesIn(path.join(__dirname, '../../conformance/data'), 'ecs');
if (!files) {
  throw new Error('The recordings of test/conformance/data are missing');
}
const suite = readSuite(files);

/** One of each kind: events, sequences, keys with null, missing events, dates, ips, options, errors. */
const CASES = [
  ...[
    'rule4-prod',
    'mv-001',
    'nk-005',
    'ms-001',
    'un-001',
    'me-012',
    'cat-001',
    'st-001',
    'nu-001',
  ],
  ...[
    'ip-006',
    'bo-005',
    'da-002',
    'opt-003',
    'opt-004',
    'tb-001',
    'se-001',
    'real-001',
    'bad-152',
  ],
];

let target: ElasticsearchTarget;
let index: string;

beforeAll(async () => {
  target = await withElasticsearch();
  index = target.unique('conformance');
  const settings = JSON.parse(readFileSync(files.mapping, 'utf8')) as IndexSettings;
  await target.createIndex(index, settings);
  await target.index(index, suite.events);
});
afterAll(() => target.deleteAll());

describe('what a real Elasticsearch answered', () => {
  it.each(CASES)('comes over HTTP: %s', async (id) => {
    const found = suite.cases.find((one) => one.id === id);
    if (!found) {
      throw new Error(`There is no case ${id}`);
    }
    const { query, params, expect: wanted } = found;
    const call = target.client.eql.search({ index, query, ...params });
    expect(await answerOf(call, wanted)).toEqual(wantedOf(wanted));
  });
});

const wantedOf = (wanted: Answer): unknown => {
  switch (wanted.kind) {
    case 'events':
      return wanted.ids;
    case 'sequences':
      return wanted.sequences.map(({ join_keys: keys, ids }) => ({ keys: keys ?? null, ids }));
    case 'error':
      return wanted.error.type;
  }
};

const answerOf = async (call: Promise<Json>, { kind }: Answer): Promise<unknown> => {
  if (kind === 'error') {
    return (await refusal(call)).body.error.type;
  }
  const { hits } = await call;
  return kind === 'events'
    ? hits.events.map(({ _id: id }: { _id: string }) => id)
    : hits.sequences.map((one: Json) => ({
        keys: one.join_keys ?? null,
        ids: one.events.map((event: Json) => (event.missing === true ? null : event._id)),
      }));
};
