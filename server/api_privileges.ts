// SPDX-License-Identifier: Apache-2.0

/** The privileges of routes, as the feature grants them and the routes demand them. */
export const API_PRIVILEGES = {
  read: 'recentlyCompiled-read',
  all: 'recentlyCompiled-all',
} as const;

export type ApiPrivilege = keyof typeof API_PRIVILEGES;
