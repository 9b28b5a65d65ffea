// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage } from 'node:http';
import { i18n } from '@kbn/i18n';

/** As Kibana's `server.maxPayload`, in bytes. */
const MOST_BYTES = 1_048_576;

export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** The JSON of a request; undefined where it has no body. Throws a `SyntaxError` or a `TooLargeError`. */
export const readBody = async (incoming: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      throw new TooLargeError(
        i18n.translate('recentlyCompiled.host.bodyTooLarge', {
          defaultMessage: 'The request has more than {most} bytes',
          values: { most: MOST_BYTES },
        }),
      );
    }
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : (JSON.parse(text) as unknown);
};
