// SPDX-License-Identifier: Apache-2.0
import type { Capabilities } from './kibana_contracts';

/** What pages need to know to link to other apps of Kibana. */
export interface OpenInKibana {
  readonly capabilities: Capabilities;
  /** The address of a path within Kibana, with its base path and space. */
  readonly addressOf: (path: string) => string;
}
