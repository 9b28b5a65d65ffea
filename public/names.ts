// SPDX-License-Identifier: Apache-2.0

/** The id of the app, and of the feature that our rule belongs to. */
export const APP_ID = 'recentlyCompiled';
export const APP_TITLE = 'Recently Compiled';
export const RULE_TYPE_ID = 'recentlyCompiled.networkConnection';

/** The pages of the app, relative to it. */
export const PAGE_PATHS = {
  overview: '/overview',
  alerts: '/alerts',
  exclusions: '/exclusions',
  setup: '/setup',
} as const;
