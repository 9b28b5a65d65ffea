// SPDX-License-Identifier: Apache-2.0
import type { Capabilities } from './kibana_contracts';
import { APP_ID } from './names';

/** Whether the user may see the app. */
export const mayShow = (capabilities: Capabilities): boolean =>
  capabilities[APP_ID]?.['show'] === true;

/** Whether the user may change things; the server decides it again with each request. */
export const maySave = (capabilities: Capabilities): boolean =>
  capabilities[APP_ID]?.['save'] === true;
