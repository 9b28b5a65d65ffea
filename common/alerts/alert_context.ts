// SPDX-License-Identifier: Apache-2.0

/** What an alert document says about the run that wrote it. */
export interface AlertContext {
  /** When it is written, in milliseconds since 1970. */
  readonly now: number;
  readonly spaceId: string;
  readonly kibanaVersion: string;
  /** Of the rule's run. */
  readonly executionId: string;
  /** The rule of ours that found it; absent for a rule of Security alone. */
  readonly finder?: { readonly uuid: string; readonly name: string };
  readonly address: KibanaAddress;
}

/** Where people reach Kibana. */
export interface KibanaAddress {
  /** `server.basePath`, empty for none. */
  readonly basePath: string;
  /** `server.publicBaseUrl`, which has the base path in it; undefined where it is not set. */
  readonly publicBaseUrl: string | undefined;
}
