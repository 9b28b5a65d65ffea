// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { HttpFetchError } from './kibana_contracts';
import { allText } from './shown_text';

/** Why something did not work, for people. */
export interface Problem {
  kind: 'not allowed' | 'failed';
  message: string;
  remedy: string;
}

const FORBIDDEN = 403;
/** All that Kibana 8.12 says when it refuses a route, in any language. */
const BARE_REFUSAL = 'Forbidden';

function textOf(body: unknown, key: string): string | undefined {
  const value = typeof body === 'object' && body !== null && (body as Record<string, unknown>)[key];
  return typeof value === 'string' && value !== '' ? allText(value) : undefined;
}

/** That the user may not do what was asked for, and whom to ask. */
export const notAllowed = (): Problem => ({
  kind: 'not allowed',
  message: i18n.translate('recentlyCompiled.problem.notAllowed', {
    defaultMessage: 'You are not allowed to see this.',
  }),
  remedy: i18n.translate('recentlyCompiled.problem.notAllowedRemedy', {
    defaultMessage:
      'Ask an administrator for the Kibana privilege "Recently Compiled" in this space.',
  }),
});

/** Our routes fail with `{ statusCode, error, message, remedy }`; Kibana's own refusals have no remedy. */
export function problemOf(error: unknown): Problem {
  const { request, response, body, message } = error as Partial<HttpFetchError>;
  const [toldMessage, toldRemedy] = [textOf(body, 'message'), textOf(body, 'remedy')];
  if (response?.status === FORBIDDEN) {
    const refused = notAllowed();
    return {
      ...refused,
      message: toldMessage === BARE_REFUSAL ? refused.message : (toldMessage ?? refused.message),
      remedy: toldRemedy ?? refused.remedy,
    };
  }
  return {
    kind: 'failed',
    message: toldMessage ?? (request && !response ? noAnswer() : message || unknownReason()),
    remedy: toldRemedy ?? (response ? tryLater() : checkConnection()),
  };
}

const noAnswer = (): string =>
  i18n.translate('recentlyCompiled.problem.noAnswer', {
    defaultMessage: 'No answer came from the server.',
  });

const unknownReason = (): string =>
  i18n.translate('recentlyCompiled.problem.unknownReason', {
    defaultMessage: 'The request failed for an unknown reason.',
  });

const tryLater = (): string =>
  i18n.translate('recentlyCompiled.problem.tryLater', {
    defaultMessage: 'Try again; if it fails again, see the log of the server.',
  });

const checkConnection = (): string =>
  i18n.translate('recentlyCompiled.problem.checkConnection', {
    defaultMessage: 'Check that the server can be reached, then try again.',
  });
