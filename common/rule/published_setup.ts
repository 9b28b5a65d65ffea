// SPDX-License-Identifier: Apache-2.0

// What these texts say is taken from the published rule, (c) Elasticsearch B.V., under the Elastic
// License v2; see NOTICE.

/** What the published rule looks for, in one sentence. */
export const PUBLISHED_WHAT_IT_WATCHES =
  'a program is compiled, the result runs, and then connects to the network: a sign of a reverse TCP connection to a command-and-control server; attackers spawn reverse shells to persist';

/** The same as a description of a rule. */
export const PUBLISHED_DESCRIPTION = `${PUBLISHED_WHAT_IT_WATCHES.replace(/^a/, 'A')}.`;

/** How the data comes in that the published rule needs: one step an entry, in order. */
export const PUBLISHED_SETUP_STEPS: readonly string[] = [
  'Needs events from Elastic Defend, which Fleet adds to Elastic Agent; prerequisite: Fleet, with a Fleet Server configured',
  'Kibana home: Add integrations',
  'search for Elastic Defend and open it',
  'Add Elastic Defend',
  'name the integration, optionally describe it',
  'choose the environment: Traditional Endpoints or Cloud Workloads',
  'choose a preset (can be customised later in the policy); Complete EDR is suggested: all events, all preventions',
  'New agent policy name, or the Existing hosts tab to reuse a policy',
  'Save and continue',
  'Add Elastic Agent to your hosts, and install the agent on the Linux hosts',
];
