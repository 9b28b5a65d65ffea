// SPDX-License-Identifier: Apache-2.0

/** What the server tells a page, in an attribute of it, as Kibana's does. */
export interface Injected {
  readonly kibanaVersion: string;
  readonly userName: string;
  readonly capabilities: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly darkMode: boolean;
  /** Where the plugin's files are; ends with a slash. */
  readonly publicPath: string;
  /** The modules that Kibana shares with plugins, with what each exports. */
  readonly sharedModules: Readonly<Record<string, { global: string; exports: string[] }>>;
}

export const PLUGIN_ID = 'recentlyCompiled';
export const BASE_PATH = `/app/${PLUGIN_ID}`;
/** Where Stack Management creates and edits rules. */
export const RULE_FORM_PATH = '/app/management/insightsAndAlerting/triggersActions/rules';

/** What stands in the form for rules, for tests to look at. */
export interface RuleForm {
  readonly params: Readonly<Record<string, unknown>>;
  readonly interval: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** The parameters that were saved last. */
  readonly saved: Readonly<Record<string, unknown>> | undefined;
}

declare global {
  interface Window {
    ruleForm?: RuleForm;
  }
}

export const INJECTED = 'kbn-injected-metadata';
/** Says as whom a request is made, since there is nothing to log in to. */
export const USER_HEADER = 'x-test-user';
