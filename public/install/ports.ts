// SPDX-License-Identifier: Apache-2.0
import type { ServerApi } from '../server_api';
import type { SecurityApi } from './security_api';

/** What the steps act upon. */
export interface InstallPorts {
  readonly security: SecurityApi;
  /** Our own server side, for our rule. */
  readonly own: Pick<ServerApi, 'rule' | 'changeRule'>;
  /** The alerts page of the app, with Kibana's base path and space. */
  readonly alertsAddress: string;
}
