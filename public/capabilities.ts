// SPDX-License-Identifier: Apache-2.0
import type { Capabilities } from './kibana_contracts';
import { APP_ID } from './names';

/** Whether the user may see the app. */
export const mayShow = (capabilities: Capabilities): boolean =>
  capabilities[APP_ID]?.['show'] === true;

/** Whether the user may change things; the server decides it again with each request. */
export const maySave = (capabilities: Capabilities): boolean =>
  capabilities[APP_ID]?.['save'] === true;

/**
 * Whether the user may open the app with this id (8.12 and 9.x). One that no feature names may be opened by everybody
 * who has it.
 */
export const mayOpenApp = (capabilities: Capabilities, app: string): boolean =>
  capabilities['navLinks']?.[app] === true;

/** What roles grant of Security: `siem` in 8.12, with the number of its version from 8.18 on. */
const SECURITY_FEATURE = /^siem(V\d+)?$/;

/**
 * Whether the user may open Security. `navLinks.securitySolutionUI` does not tell: no feature names that app, so that
 * Kibana leaves it true for everybody (its sources, `kibana_features.ts` of Security, `disable_ui_capabilities.ts`).
 */
export const mayOpenSecurity = (capabilities: Capabilities): boolean =>
  Object.entries(capabilities).some(
    ([feature, granted]) => SECURITY_FEATURE.test(feature) && granted?.['show'] === true,
  );
