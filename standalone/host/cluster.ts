// SPDX-License-Identifier: Apache-2.0
import { Client, type ClientOptions } from '@elastic/elasticsearch';
import type { RawRequest } from '../elasticsearch/http/answer_request';
import { isBody, type Body, type EsAnswer } from '../elasticsearch/http/endpoint';
import { memoryConnection } from '../elasticsearch/memory_connection';
import type { MemoryEngine } from '../elasticsearch/memory_engine';

/** A client all of whose requests stay within this process; no port is opened. */
export const memoryClient = (engine: MemoryEngine): Client =>
  new Client({
    node: 'http://in-memory',
    Connection: memoryConnection((raw) => engine.answer(raw)),
  });

/** How to reach a real Elasticsearch. */
export type ClusterAddress = Pick<ClientOptions, 'node' | 'auth' | 'tls'>;

/** A client that reads events in a cluster, while alerts are written and read within this process. */
export const clusterClient = (address: ClusterAddress, engine: MemoryEngine): Client =>
  new Client({
    ...address,
    Connection: memoryConnection((raw, askCluster) => {
      if (raw.url === HAS_PRIVILEGES) {
        return privileges(raw, engine, askCluster);
      }
      return isLocal(raw, engine) ? engine.answer(raw) : undefined;
    }),
  });

const HAS_PRIVILEGES = '/_security/user/_has_privileges';
const ALERTS = /^\/(?:%2E|\.)(?:internal(?:%2E|\.))?alerts-security/i;

const isLocal = ({ url, text }: RawRequest, { store }: MemoryEngine): boolean =>
  ALERTS.test(url) || [...store.pits.keys()].some((id) => text.includes(JSON.stringify(id)));

/** What the cluster says about the events, and the local store about the alerts. */
const privileges = async (
  raw: RawRequest,
  engine: MemoryEngine,
  askCluster: (raw: RawRequest) => Promise<EsAnswer>,
): Promise<EsAnswer> => {
  const body = JSON.parse(raw.text) as Body;
  const asked = Array.isArray(body['index']) ? body['index'].filter(isBody) : [];
  const isAlerts = ({ names }: Body): boolean =>
    [names].flat().every((name) => ALERTS.test(`/${String(name)}`));
  const [mine, theirs] = [asked.filter(isAlerts), asked.filter((one) => !isAlerts(one))];
  const local = await engine.answer({ ...raw, text: JSON.stringify({ index: mine }) });
  if (theirs.length === 0) {
    return local;
  }
  const remote = await askCluster({ ...raw, text: JSON.stringify({ ...body, index: theirs }) });
  return isBody(remote.body) && isBody(local.body) && remote.status === 200
    ? {
        status: 200,
        body: {
          ...remote.body,
          index: { ...(remote.body['index'] as Body), ...(local.body['index'] as Body) },
        },
      }
    : remote;
};
