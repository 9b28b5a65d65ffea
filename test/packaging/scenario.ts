// SPDX-License-Identifier: Apache-2.0

/** What a double of Kibana answers to one request. */
export interface Answer {
  status: number;
  body: unknown;
}

/** What somebody does in the app, one after the other. */
export type Step = { click: string } | { go: string };

export interface Scenario {
  kibanaVersion: string;
  /** Whether the user may see the app. */
  mayShow: boolean;
  /** Whether the user may change things. */
  maySave: boolean;
  /** By `GET /path`; the last answer is given again and again. */
  answers: Record<string, Answer[]>;
  steps: Step[];
}

export interface Transcript {
  /** What was registered with Kibana in setup, as JSON. */
  registered: Record<string, unknown>;
  requests: string[];
  /** The text of the page: while it loads, when it has loaded, and after each step. */
  pages: string[];
  /** The address within the app at the end. */
  address: string;
  /** The breadcrumbs, and the parts of the tab's title, at the end. */
  trail: string[];
  title: string[];
  /** The text of the page after the app was unmounted. */
  afterwards: string;
}

/** What the server side did in a Kibana. */
export interface ServerTranscript {
  /** Everything that the plugin has required. */
  required: string[];
  /** What the schema of its configuration answers with: a configuration, or why it refuses one. */
  config: Record<'defaults' | 'unknownKey' | 'wrongType', unknown>;
  routes: string[];
  /** How the first route says whom it is for. */
  authorisation: { tags: unknown; security: unknown };
  features: string[];
  alertingOfFeature: unknown;
  ruleTypes: string[];
  /** What one run of the installed rule did, and the programs that were alerted. */
  runs: { outcome: string; created: number; alerted: string[] };
  /** The status for a user who may read only and wants to run the rule. */
  denied: number;
}
