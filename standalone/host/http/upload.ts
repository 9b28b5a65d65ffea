// SPDX-License-Identifier: Apache-2.0
import type { IncomingMessage, ServerResponse } from 'node:http';
import { i18n } from '@kbn/i18n';
import { streamSource, type ByteSource } from '../../input/byte_source';
import { InputError } from '../../input/input_error';
import { takeIn } from '../events/take_in';
import type { Host } from '../host';
import { sendError, sendJson } from './answers';

/** Of a file as it is sent, and of what it holds unzipped; in bytes. */
export interface UploadLimits {
  readonly sent: number;
  readonly unzipped: number;
}

const MEGABYTE = 1 << 20;

export const UPLOAD_LIMITS: UploadLimits = { sent: 256 * MEGABYTE, unzipped: 1024 * MEGABYTE };

const LONGEST_NAME = 200;

/** Takes in a file that was dropped on the page. Its name is a label: nothing is written under it. */
export const takeUpload = async (
  host: Host,
  incoming: IncomingMessage,
  response: ServerResponse,
  given: string | null,
  limits: UploadLimits,
): Promise<void> => {
  if (host.status().events.source === 'elasticsearch') {
    response.setHeader('Connection', 'close');
    return sendError(
      response,
      409,
      'conflict',
      i18n.translate('recentlyCompiled.host.upload.inCluster', {
        defaultMessage: 'Events are read in the cluster, so none can be added here',
      }),
      i18n.translate('recentlyCompiled.host.upload.inClusterRemedy', {
        defaultMessage: 'Start the host without --elasticsearch to search files',
      }),
    );
  }
  const name = (given ?? 'upload').slice(0, LONGEST_NAME);
  const sent = Number(incoming.headers['content-length'] ?? 0);
  try {
    if (sent > limits.sent) {
      throw tooLarge(name, limits.sent);
    }
    const source = limited(streamSource(name, incoming), limits);
    const result = await takeIn(host, source, name);
    host.runRules();
    sendJson(response, 200, { ...result, status: host.status() });
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    response.setHeader('Connection', 'close');
    sendError(
      response,
      error instanceof TooLarge ? 413 : 400,
      'invalid',
      error.reason,
      error.remedy,
    );
  }
};

class TooLarge extends InputError {}

const tooLarge = (name: string, bytes: number): InputError =>
  new TooLarge(
    name,
    i18n.translate('recentlyCompiled.host.upload.tooLarge', {
      defaultMessage: 'It has more than {most} MB',
      values: { most: bytes / MEGABYTE },
    }),
    i18n.translate('recentlyCompiled.host.upload.tooLargeRemedy', {
      defaultMessage: 'Name it on the command line instead: npx recently-compiled serve FILE',
    }),
  );

const limited = (source: ByteSource, limits: UploadLimits): ByteSource => ({
  ...source,
  chunks: async function* () {
    let size = 0;
    for await (const chunk of source.chunks()) {
      size += chunk.length;
      if (source.bytesRead() > limits.sent || size > limits.unzipped) {
        throw tooLarge(source.name, size > limits.unzipped ? limits.unzipped : limits.sent);
      }
      yield chunk;
    }
  },
});
