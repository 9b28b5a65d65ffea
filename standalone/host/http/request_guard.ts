// SPDX-License-Identifier: Apache-2.0
import type { IncomingHttpHeaders } from 'node:http';
import { i18n } from '@kbn/i18n';

/** What every answer carries. Styles are written by scripts as EUI does it; scripts come from files alone. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

const READING = new Set(['GET', 'HEAD']);
const OWN_SITES = new Set(['same-origin', 'none']);

/**
 * Why a request is refused; undefined for one that is welcome. A page of another site that let its own name
 * lead to this computer is told by the Host header, one that sends requests from afar by where they come from.
 */
export const refusal = (
  { method, headers }: { readonly method: string; readonly headers: IncomingHttpHeaders },
  port: number,
): string | undefined => {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`);
  const { host = '', origin } = headers;
  if (!hosts.includes(host.toLowerCase())) {
    return i18n.translate('recentlyCompiled.host.wrongHost', {
      defaultMessage: 'The Host header is [{host}]; open {address} instead',
      values: { host, address: `http://${hosts[0]}` },
    });
  }
  if (READING.has(method)) {
    return undefined;
  }
  const site = headers['sec-fetch-site'];
  const isForeign =
    (origin !== undefined && origin !== `http://${host}`) ||
    (typeof site === 'string' && !OWN_SITES.has(site));
  return isForeign
    ? i18n.translate('recentlyCompiled.host.otherSite', {
        defaultMessage: 'Pages of other sites may change nothing here',
      })
    : undefined;
};
