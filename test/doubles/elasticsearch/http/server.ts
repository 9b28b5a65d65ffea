// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { parseExactJson } from '../../../../common/json/parse_exact_json';
import type { Users } from '../access/users';
import type { Faults } from '../faults';
import {
  isBody,
  type BulkLimits,
  type Endpoint,
  type EsAnswer,
  type EsContext,
  type EsRequest,
} from './endpoint';
import { EsError, illegalArgument, notInDouble } from './es_error';
import { partialAnswer } from './partial_answer';
import { findRoute } from './route';

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

const MEDIA_TYPE = 'application/vnd.elasticsearch+json;compatible-with=8';

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
    response.writeHead(fate.status, {
      'X-Elastic-Product': 'Elasticsearch',
      'Content-Type': MEDIA_TYPE,
    });
    response.end(incoming.method === 'HEAD' ? undefined : toJson(fate.body));
  }
};

const toJson = (body: unknown): string =>
  JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));

type Fate = EsAnswer | 'reset' | 'silent';

const carryOut = async (
  parts: ServerParts,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  text: string,
): Promise<Fate> => {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const route = findRoute(parts.endpoints, method, pathname);
  const name = route?.endpoint.name ?? 'unknown';
  try {
    const user = parts.users.of(headers.authorization);
    const isLines = headers['content-type']?.includes('ndjson') ?? false;
    const { body, read } = readBody(text, isLines);
    const bytes = Buffer.byteLength(text);
    parts.log({
      endpoint: name,
      user: user.name,
      method,
      path: url,
      get body() {
        return read();
      },
      bytes,
    });
    if (!route) {
      throw notInDouble(`endpoint ${method} ${pathname}`);
    }
    const request: EsRequest = {
      method,
      path: pathname,
      parts: route.parts,
      query: searchParams,
      body,
      text,
      user,
    };
    checkParameters(route.endpoint, request);
    await parts.before(name, request);
    return underFault(parts, route.endpoint, request);
  } catch (error) {
    return toAnswer(error);
  }
};

/** Elasticsearch takes these everywhere. */
const COMMON = new Set(['error_trace', 'filter_path', 'format', 'human', 'pretty', 'source']);

const checkParameters = ({ parameters }: Endpoint, { path, query }: EsRequest): void => {
  const unknown = [...query.keys()].filter(
    (name) => !COMMON.has(name) && !parameters.includes(name),
  );
  if (unknown.length > 0) {
    const names = unknown.map((name) => `[${name}]`).join(', ');
    throw illegalArgument(
      `request [${path}] contains unrecognized parameter${unknown.length > 1 ? 's' : ''}: ${names}`,
    );
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

const toAnswer = (error: unknown): EsAnswer => {
  if (error instanceof EsError) {
    return { status: error.status, body: error.body };
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    status: 500,
    body: new EsError(500, { type: 'double_failed_exception', reason }).body,
  };
};

const readBody = (
  text: string,
  isLines: boolean,
): { body: EsRequest['body']; read: () => unknown } => {
  if (text.trim() === '') {
    return { body: {}, read: () => undefined };
  }
  if (isLines) {
    const lines = text.split('\n').filter((line) => line !== '');
    return { body: {}, read: () => lines.map(readLine) };
  }
  const parsed = readLine(text);
  return { body: isBody(parsed) ? parsed : {}, read: () => parsed };
};

const readLine = (line: string): unknown => {
  try {
    return parseExactJson(line);
  } catch (error) {
    throw new EsError(400, {
      type: 'x_content_parse_exception',
      reason: `[1:1] ${error instanceof Error ? error.message : 'no JSON'}`,
    });
  }
};
