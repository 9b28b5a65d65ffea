// SPDX-License-Identifier: Apache-2.0
import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from './request_guard';

export const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(body ?? null));
};

/** In the shape of all errors of the routes. */
export const sendError = (
  response: ServerResponse,
  statusCode: number,
  error: string,
  message: string,
  remedy: string,
): void => sendJson(response, statusCode, { statusCode, error, message, remedy });
