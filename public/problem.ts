// SPDX-License-Identifier: Apache-2.0
import type { HttpFetchError } from './kibana_contracts';

/** Why something did not work, for people. */
export interface Problem {
  kind: 'not allowed' | 'failed';
  message: string;
  remedy: string;
}

const FORBIDDEN = 403;

function textOf(body: unknown, key: string): string | undefined {
  const value = typeof body === 'object' && body !== null && (body as Record<string, unknown>)[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Our routes fail with `{ statusCode, error, message, remedy }`; Kibana's own refusals have no remedy. */
export function problemOf(error: unknown): Problem {
  const { response, body, message } = error as Partial<HttpFetchError>;
  if (response?.status === FORBIDDEN) {
    return {
      kind: 'not allowed',
      message: textOf(body, 'message') ?? 'You are not allowed to see this.',
      remedy:
        textOf(body, 'remedy') ??
        'Ask an administrator for the Kibana privilege "Recently Compiled" in this space.',
    };
  }
  return {
    kind: 'failed',
    message: textOf(body, 'message') ?? (message || 'The request failed for an unknown reason.'),
    remedy:
      textOf(body, 'remedy') ??
      (response
        ? "Try again; if it fails again, see Kibana's log."
        : 'Check that Kibana can be reached, then try again.'),
  };
}
