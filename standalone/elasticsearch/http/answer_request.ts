// SPDX-License-Identifier: Apache-2.0
import { parseExactJson } from '../../../common/json/parse_exact_json';
import type { Users } from '../access/users';
import { isBody, type Endpoint, type EsAnswer, type EsRequest } from './endpoint';
import { EsError, illegalArgument, notInMemory } from './es_error';
import { findRoute } from './route';

/** A request as it comes over the wire. */
export interface RawRequest {
  readonly method: string;
  /** The path with the query string. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  /** The whole body, not compressed. */
  readonly text: string;
}

/** A request that has been read; `endpoint` is undefined where there is none for it. */
export interface ReadRequest {
  readonly endpoint: Endpoint | undefined;
  readonly request: EsRequest;
  /** The JSON body; of NDJSON its lines, which are read when somebody asks. */
  readonly shown: () => unknown;
}

/** Throws an `EsError` for a user that is not known and for a body that is no JSON. */
export const readRequest = (
  endpoints: readonly Endpoint[],
  users: Users,
  { method, url, authorization, contentType, text }: RawRequest,
): ReadRequest => {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const route = findRoute(endpoints, method, pathname);
  const user = users.of(authorization);
  const { body, shown } = readBody(text, contentType?.includes('ndjson') ?? false);
  return {
    endpoint: route?.endpoint,
    request: {
      method,
      path: pathname,
      parts: route?.parts ?? {},
      query: searchParams,
      body,
      text,
      user,
    },
    shown,
  };
};

/** Throws an `EsError` for a request that no endpoint takes. */
export const checkedEndpoint = ({ endpoint, request }: ReadRequest): Endpoint => {
  if (!endpoint) {
    throw notInMemory(`endpoint ${request.method} ${request.path}`);
  }
  checkParameters(endpoint, request);
  return endpoint;
};

/** The answer for whatever went wrong. */
export const errorAnswer = (error: unknown): EsAnswer => {
  if (error instanceof EsError) {
    return { status: error.status, body: error.body };
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: new EsError(500, { type: 'memory_failed_exception', reason }).body };
};

/** What every answer carries beside its body. */
export const ANSWER_HEADERS = {
  'x-elastic-product': 'Elasticsearch',
  'content-type': 'application/vnd.elasticsearch+json;compatible-with=8',
} as const;

export const toJson = (body: unknown): string => {
  try {
    return JSON.stringify(body);
  } catch (error) {
    // Whole numbers beyond a double are rare, and a replacer makes all answers several times slower.
    if (error instanceof TypeError) {
      return JSON.stringify(body, (_, value: unknown) =>
        typeof value === 'bigint' ? Number(value) : value,
      );
    }
    throw error;
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

const readBody = (
  text: string,
  isLines: boolean,
): { body: EsRequest['body']; shown: () => unknown } => {
  if (text.trim() === '') {
    return { body: {}, shown: () => undefined };
  }
  if (isLines) {
    const lines = text.split('\n').filter((line) => line !== '');
    return { body: {}, shown: () => lines.map(readLine) };
  }
  const parsed = readLine(text);
  return { body: isBody(parsed) ? parsed : {}, shown: () => parsed };
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
