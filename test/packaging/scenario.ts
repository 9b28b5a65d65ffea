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
  /** The text of the page after the app was unmounted. */
  afterwards: string;
}
