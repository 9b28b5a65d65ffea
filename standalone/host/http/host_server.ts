// SPDX-License-Identifier: Apache-2.0
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { i18n } from '@kbn/i18n';
import { API_BASE } from '../../../common/api';
import type { Logger } from '../../../server/kibana_contracts';
import { ENGLISH, speak, type Language } from '../../kbn_i18n/language';
import type { Host } from '../host';
import { StateError } from '../state/state_error';
import { sendError, sendJson } from './answers';
import { HOST_BASE } from './host_base';
import type { Page } from './page';
import { readBody, TooLargeError } from './read_body';
import { refusal } from './request_guard';
import { chosenLanguage, requestLanguage } from './request_language';
import { takeUpload, UPLOAD_LIMITS, type UploadLimits } from './upload';

const ADDRESS = '127.0.0.1';
const MOST_PORTS = 50;

export interface HostServerOptions {
  readonly host: Host;
  readonly page: Page;
  readonly logger: Logger;
  /** The first to try; when it is taken, the next free one is used. 0 is any free one. */
  readonly port: number;
  readonly uploadLimits?: UploadLimits;
}

export interface HostServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the app on this computer alone. */
export const startHostServer = async (options: HostServerOptions): Promise<HostServer> => {
  const languages = new AsyncLocalStorage<Language>();
  // What nobody's request asks for, such as a run of a rule, is told to whoever looked at a page last.
  let lastChosen = ENGLISH;
  speak(() => languages.getStore() ?? lastChosen);
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await answer(options, (server.address() as AddressInfo).port, incoming, response);
    } catch (error) {
      // Of the state whoever started the host is told as it ends.
      if (!(error instanceof StateError)) {
        options.logger.error(error instanceof Error ? error : String(error));
      }
      if (!response.headersSent) {
        sendError(response, 500, 'unexpected', hostFailed(), lookAtOutput());
      }
    }
  };
  const server = createServer((incoming, response) => {
    lastChosen = chosenLanguage(incoming.headers) ?? lastChosen;
    void languages.run(requestLanguage(incoming.headers), () => serve(incoming, response));
  });
  const port = await listenFrom(server, options.port);
  return {
    url: `http://${ADDRESS}:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const hostFailed = (): string =>
  i18n.translate('recentlyCompiled.host.failed', { defaultMessage: 'The host failed' });

const lookAtOutput = (): string =>
  i18n.translate('recentlyCompiled.host.failedRemedy', {
    defaultMessage: 'Look at what it has printed where it was started',
  });

const listenFrom = async (server: Server, first: number): Promise<number> => {
  for (let port = first; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, ADDRESS, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' || port >= Math.min(first + MOST_PORTS, 65_535)) {
        throw error;
      }
    }
  }
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const METHODS: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE'] satisfies Method[];

const answer = async (
  { host, page, uploadLimits = UPLOAD_LIMITS }: HostServerOptions,
  port: number,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { method = 'GET', headers, url = '/' } = incoming;
  const refused = refusal({ method, headers }, port);
  if (refused !== undefined) {
    return sendError(
      response,
      403,
      'refused',
      refused,
      i18n.translate('recentlyCompiled.host.refusedRemedy', {
        defaultMessage: 'Use the address that the host has printed',
      }),
    );
  }
  // A path that begins with two slashes is not the name of another host.
  const { pathname, searchParams } = new URL(`http://${ADDRESS}${url.startsWith('/') ? url : '/'}`);
  if (pathname === `${HOST_BASE}/files` && method === 'POST') {
    return takeUpload(host, incoming, response, searchParams.get('name'), uploadLimits);
  }
  if (pathname === `${HOST_BASE}/status` && method === 'GET') {
    return sendJson(response, 200, host.status());
  }
  if (pathname.startsWith(`${API_BASE}/`) && METHODS.includes(method)) {
    return callRoute(host, method as Method, pathname, searchParams, incoming, response);
  }
  if (method !== 'GET' || !page.answer(pathname, response)) {
    sendError(
      response,
      404,
      'not_found',
      i18n.translate('recentlyCompiled.host.nothingThere', {
        defaultMessage: 'There is nothing at [{path}]',
        values: { path: pathname },
      }),
      i18n.translate('recentlyCompiled.host.nothingThereRemedy', {
        defaultMessage: 'Open the address of the app',
      }),
    );
  }
};

const callRoute = async (
  host: Host,
  method: Method,
  pathname: string,
  query: URLSearchParams,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    const { status, body } = await host.call(method, pathname, {
      query: queryOf(query),
      body: await readBody(incoming),
      headers: incoming.headers,
      signal: gone.signal,
    });
    sendJson(response, status, body);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) {
      return sendError(
        response,
        400,
        'invalid',
        i18n.translate('recentlyCompiled.host.malformed', {
          defaultMessage: 'The request is not well-formed',
        }),
        i18n.translate('recentlyCompiled.host.malformedRemedy', { defaultMessage: 'Send JSON' }),
      );
    }
    if (error instanceof TooLargeError) {
      response.setHeader('Connection', 'close');
      return sendError(
        response,
        413,
        'invalid',
        error.message,
        i18n.translate('recentlyCompiled.host.tooLargeRemedy', {
          defaultMessage: 'Send less at once',
        }),
      );
    }
    throw error;
  }
};

/** What is given several times is a list, as in Kibana. */
const queryOf = (query: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
