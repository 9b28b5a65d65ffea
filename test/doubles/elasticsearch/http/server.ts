// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Users } from '../../../../standalone/elasticsearch/access/users';
import {
  ANSWER_HEADERS,
  checkedEndpoint,
  errorAnswer,
  readRequest,
  toJson,
} from '../../../../standalone/elasticsearch/http/answer_request';
import type {
  BulkLimits,
  Endpoint,
  EsAnswer,
  EsContext,
  EsRequest,
} from '../../../../standalone/elasticsearch/http/endpoint';
import { EsError } from '../../../../standalone/elasticsearch/http/es_error';
import type { Faults } from '../faults';
import { partialAnswer } from './partial_answer';

export interface LoggedRequest {
  /** The endpoint's name; `unknown` where the double has none. */
  readonly endpoint: string;
  readonly user: string;
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  /** The JSON body; of NDJSON its lines, which are read when somebody asks. */
  readonly body: unknown;
  readonly bytes: number;
}

export interface ServerParts {
  readonly endpoints: readonly Endpoint[];
  readonly users: Users;
  readonly faults: Faults;
  readonly context: EsContext;
  readonly log: (request: LoggedRequest) => void;
  /** Runs before a request is carried out. */
  readonly before: (endpoint: string, request: EsRequest) => void | Promise<void>;
}

/** Listens on a free port of 127.0.0.1. */
export const listen = async (parts: ServerParts): Promise<{ server: Server; port: number }> => {
  const server = createServer((incoming, response) => {
    void readAll(incoming).then((text) => answer(parts, incoming, response, text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
};

const readAll = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  const raw = Buffer.concat(chunks);
  const isGzip = incoming.headers['content-encoding'] === 'gzip';
  return (isGzip ? gunzipSync(raw) : raw).toString('utf8');
};

const answer = async (
  parts: ServerParts,
  incoming: IncomingMessage,
  response: ServerResponse,
  text: string,
): Promise<void> => {
  const fate = await carryOut(parts, incoming, text);
  if (fate === 'reset') {
    incoming.socket.destroy();
  } else if (fate !== 'silent' && !response.destroyed) {
    response.writeHead(fate.status, ANSWER_HEADERS);
    response.end(incoming.method === 'HEAD' ? undefined : toJson(fate.body));
  }
};

type Fate = EsAnswer | 'reset' | 'silent';

const carryOut = async (
  parts: ServerParts,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  text: string,
): Promise<Fate> => {
  try {
    const read = readRequest(parts.endpoints, parts.users, {
      method,
      url,
      authorization: headers.authorization,
      contentType: headers['content-type'],
      text,
    });
    const name = read.endpoint?.name ?? 'unknown';
    parts.log({
      endpoint: name,
      user: read.request.user.name,
      method,
      path: url,
      get body() {
        return read.shown();
      },
      bytes: Buffer.byteLength(text),
    });
    const endpoint = checkedEndpoint(read);
    await parts.before(name, read.request);
    return underFault(parts, endpoint, read.request);
  } catch (error) {
    return errorAnswer(error);
  }
};

const underFault = (parts: ServerParts, endpoint: Endpoint, request: EsRequest): Fate => {
  const run = (limits: BulkLimits = {}): EsAnswer =>
    endpoint.handle(request, parts.context, limits);
  switch (parts.faults.take(endpoint.name)) {
    case undefined:
      return run();
    case 'status429':
      throw new EsError(429, {
        type: 'es_rejected_execution_exception',
        reason: 'rejected execution of coordinating operation',
      });
    case 'status503':
      throw new EsError(503, {
        type: 'cluster_block_exception',
        reason: 'blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];',
      });
    case 'timeout':
      return 'silent';
    case 'reset':
      return 'reset';
    case 'afterWrite':
      run();
      return 'reset';
    case 'halfBulk': {
      const lines = request.text.split('\n').filter((line) => line !== '').length;
      run({ items: Math.floor(lines / 4) });
      return 'reset';
    }
    case 'bulkItemErrors':
      return run({ refuse: true });
    case 'partialShards':
      return partialAnswer(run());
  }
};
