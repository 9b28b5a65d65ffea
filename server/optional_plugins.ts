// SPDX-License-Identifier: Apache-2.0
import type { Notice } from './notice';

/** What the plugin can do without, and what does not work then. */
const OPTIONAL_PLUGINS = {
  lists: {
    message:
      'The lists plugin of Kibana is not there, so exclusions are off: none is applied to a run, and none can be made',
    // It has no setting to turn it off: with `xpack.lists.enabled` Kibana 8.12 refuses to start.
    remedy: 'Look into the log of Kibana for why it did not start',
  },
  fleet: {
    message:
      'The Fleet plugin of Kibana is not there, so the checks of the Setup page on Elastic Defend, its policies and agents are off, and Elastic Security, without which no alert can be written',
    remedy: 'Turn it on in kibana.yml (xpack.fleet.enabled)',
  },
  spaces: {
    message:
      'The spaces plugin of Kibana is not there, so every request counts as one of the default space',
    remedy: 'Nothing is to be done as long as all alerts belong there',
  },
  security: {
    message:
      'The security plugin of Kibana is not there, so alerts do not tell who changed their status',
    remedy: 'Look into the log of Kibana for why it did not start',
  },
} as const satisfies Readonly<Record<string, Notice>>;

type OptionalPlugin = keyof typeof OPTIONAL_PLUGINS;

/** One line for each plugin that is not there. */
export const whatIsOff = (plugins: Readonly<Record<OptionalPlugin, unknown>>): string[] =>
  Object.entries(OPTIONAL_PLUGINS)
    .filter(([name]) => plugins[name as OptionalPlugin] === undefined)
    .map(([, { message, remedy }]) => `${message}. ${remedy}.`);
