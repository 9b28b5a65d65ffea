// SPDX-License-Identifier: Apache-2.0
import type { AppVisibility } from './kibana_contracts';

/** Kibana 8.x: `AppNavLinkStatus.visible` and `.hidden`. */
const NAV_LINK_VISIBLE = 1;
const NAV_LINK_HIDDEN = 3;

/**
 * Whether an address can open Security's Timeline with a query (Kibana's sources: not in 8.12, but in 8.16).
 *
 * @param kibanaVersion such as `8.12.2`
 */
export function opensTimelineByQuery(kibanaVersion: string): boolean {
  const [major = 0, minor = 0] = kibanaVersion.split('.').map(Number);
  return major > 8 || (major === 8 && minor >= 16);
}

export interface Visibilities {
  app: AppVisibility;
  deepLink: AppVisibility;
}

/**
 * The app stands in the navigation and is found by search, its deep links are found by search only.
 *
 * @param kibanaVersion such as `8.12.2`
 */
export function visibilities(kibanaVersion: string): Visibilities {
  if (Number(kibanaVersion.split('.')[0]) >= 9) {
    return {
      app: { visibleIn: ['globalSearch', 'classicSideNav', 'projectSideNav'] },
      deepLink: { visibleIn: ['globalSearch'] },
    };
  }
  return {
    app: { navLinkStatus: NAV_LINK_VISIBLE, searchable: true },
    deepLink: { navLinkStatus: NAV_LINK_HIDDEN, searchable: true },
  };
}
