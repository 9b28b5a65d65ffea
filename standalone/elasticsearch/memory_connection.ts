// SPDX-License-Identifier: Apache-2.0
import {
  HttpConnection,
  type ConnectionRequestOptions,
  type ConnectionRequestParams,
} from '@elastic/elasticsearch';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { ANSWER_HEADERS, toJson, type RawRequest } from './http/answer_request';
import type { EsAnswer } from './http/endpoint';

/** Answers a request without a socket; undefined leaves it to the cluster that the client names. */
export type AnswerLocally = (
  raw: RawRequest,
  askCluster: (raw: RawRequest) => Promise<EsAnswer>,
) => Promise<EsAnswer> | undefined;

/** The connection of a real client, some or all of whose requests are answered within this process. */
export const memoryConnection = (answerLocally: AnswerLocally) =>
  class MemoryConnection extends HttpConnection {
    // `never` fits both of its signatures; the client asks for no streams.
    override async request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptions,
    ): Promise<never> {
      // Without a socket nothing else would have its turn while a rule asks and asks: no page would be answered.
      await setImmediate();
      const raw = await rawRequest(params);
      const askCluster = async ({ text }: RawRequest): Promise<EsAnswer> => {
        const { 'content-encoding': _, ...headers } = params.headers ?? {};
        const { statusCode, body } = await super.request(
          {
            ...params,
            body: text,
            headers: { ...headers, 'content-length': String(Buffer.byteLength(text)) },
          },
          options,
        );
        return { status: statusCode, body: JSON.parse(String(body)) as unknown };
      };
      const answering = answerLocally(raw, askCluster);
      if (!answering) {
        return (await super.request(params, options)) as never;
      }
      const { status, body } = await answering;
      return {
        statusCode: status,
        headers: ANSWER_HEADERS,
        body: params.method === 'HEAD' ? '' : toJson(body),
      } as never;
    }
  };

const rawRequest = async ({
  method,
  path,
  querystring,
  headers = {},
  body,
}: ConnectionRequestParams): Promise<RawRequest> => ({
  method,
  url: querystring === undefined || querystring === '' ? path : `${path}?${querystring}`,
  authorization: undefined,
  contentType: headers['content-type'],
  text: await textOf(body, headers['content-encoding']),
});

const textOf = async (
  body: ConnectionRequestParams['body'],
  encoding: string | undefined,
): Promise<string> => {
  if (body === undefined || body === null || typeof body === 'string') {
    return body ?? '';
  }
  const bytes = Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray());
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
};
