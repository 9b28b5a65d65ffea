// SPDX-License-Identifier: Apache-2.0
import type { KibanaAddress } from './alert_context';

const DEFAULT_SPACE = 'default';

const inSpace = (spaceId: string): string => (spaceId === DEFAULT_SPACE ? '' : `/s/${spaceId}`);

/** The page of ours that shows one alert; without a public address it is a path. */
export const drillDownUrl = (
  { publicBaseUrl, basePath }: KibanaAddress,
  spaceId: string,
  shellId: string,
): string =>
  `${publicBaseUrl ?? basePath}${inSpace(spaceId)}/app/recentlyCompiled/alerts/${encodeURIComponent(shellId)}`;

/** Security's own link to an alert, which notifications use; undefined without a public address. */
export const securityAlertUrl = (
  { publicBaseUrl }: KibanaAddress,
  spaceId: string,
  alert: { readonly id: string; readonly timestamp: string },
): string | undefined =>
  publicBaseUrl === undefined
    ? undefined
    : `${publicBaseUrl}${inSpace(spaceId)}/app/security/alerts/redirect/${alert.id}?index=${alertsAlias(spaceId)}&timestamp=${alert.timestamp}`;

/** The alias through which the alerts of a space are read and written. */
export const alertsAlias = (spaceId: string): string => `.alerts-security.alerts-${spaceId}`;
