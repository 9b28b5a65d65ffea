// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { CheckStatus, StepId } from './setup_steps';

// The steps are those of the setup guide of the published rule, in words of our own.

const TITLES: Readonly<Record<StepId, () => string>> = {
  fleetServer: () =>
    i18n.translate('recentlyCompiled.setup.fleetServer.title', {
      defaultMessage: 'Set up a Fleet Server',
    }),
  integration: () =>
    i18n.translate('recentlyCompiled.setup.integration.title', {
      defaultMessage: 'Add the integration Elastic Defend',
    }),
  agentPolicy: () =>
    i18n.translate('recentlyCompiled.setup.agentPolicy.title', {
      defaultMessage: 'Put it in an agent policy',
    }),
  agents: () =>
    i18n.translate('recentlyCompiled.setup.agents.title', {
      defaultMessage: 'Install Elastic Agent on the Linux hosts',
    }),
  data: () =>
    i18n.translate('recentlyCompiled.setup.data.title', {
      defaultMessage: 'See the data arrive',
    }),
  rule: () =>
    i18n.translate('recentlyCompiled.setup.rule.title', {
      defaultMessage: 'Let the rule raise alerts',
    }),
};

export const stepTitle = (step: StepId): string => TITLES[step]();

const GUIDES: Readonly<Record<StepId, () => readonly string[]>> = {
  fleetServer: () => [
    i18n.translate('recentlyCompiled.setup.fleetServer.why', {
      defaultMessage:
        'The rule reads events of Elastic Defend. Elastic Agent brings it to hosts, and agents take their orders from a Fleet Server.',
    }),
    i18n.translate('recentlyCompiled.setup.fleetServer.how', {
      defaultMessage: 'In Fleet, under Agents, choose Add Fleet Server and follow what it says.',
    }),
  ],
  integration: () => [
    i18n.translate('recentlyCompiled.setup.integration.find', {
      defaultMessage:
        'On Kibana’s home page choose Add integrations, search for Elastic Defend, open it and choose Add Elastic Defend.',
    }),
    i18n.translate('recentlyCompiled.setup.integration.name', {
      defaultMessage: 'Name the integration; a description is optional.',
    }),
    i18n.translate('recentlyCompiled.setup.integration.environment', {
      defaultMessage:
        'Choose the environment: Traditional Endpoints for servers and desktops, or Cloud Workloads.',
    }),
    i18n.translate('recentlyCompiled.setup.integration.preset', {
      defaultMessage:
        'Choose a preset. Complete EDR is suggested: it collects all events and turns all preventions on. Whatever you choose can be changed later in its policy.',
    }),
    i18n.translate('recentlyCompiled.setup.integration.events', {
      defaultMessage:
        'The rule needs process, file and network events of Linux: Next-Generation Antivirus collects too little, and so does Cloud Workloads for interactive sessions only where services compile.',
    }),
  ],
  agentPolicy: () => [
    i18n.translate('recentlyCompiled.setup.agentPolicy.choose', {
      defaultMessage:
        'While you add the integration, give a new agent policy a name, or take one that hosts already have on the tab Existing hosts.',
    }),
    i18n.translate('recentlyCompiled.setup.agentPolicy.save', {
      defaultMessage: 'Choose Save and continue.',
    }),
  ],
  agents: () => [
    i18n.translate('recentlyCompiled.setup.agents.add', {
      defaultMessage:
        'Choose Add Elastic Agent to your hosts and run the command that Fleet shows on each Linux host.',
    }),
    i18n.translate('recentlyCompiled.setup.agents.wait', {
      defaultMessage: 'The agent is healthy, and its first events are here, within a few minutes.',
    }),
  ],
  data: () => [
    i18n.translate('recentlyCompiled.setup.data.what', {
      defaultMessage:
        'The rule joins four events of a host: a compiler starts, a linker creates a file, the file is run, and it connects. Process, file and network events must all arrive.',
    }),
    i18n.translate('recentlyCompiled.setup.data.hosts', {
      defaultMessage: 'The table below tells which hosts send what, and what is missing where.',
    }),
  ],
  rule: () => [
    i18n.translate('recentlyCompiled.setup.rule.install', {
      defaultMessage:
        'Install the rule on the page Overview, with a link where you manage rules in Security.',
    }),
    i18n.translate('recentlyCompiled.setup.rule.exclude', {
      defaultMessage: 'What is harmless with you, such as a build server, you exclude later.',
    }),
  ],
};

/** What to do in a step, sentence by sentence. */
export const stepGuide = (step: StepId): readonly string[] => GUIDES[step]();

const STATUSES: Readonly<Record<CheckStatus, () => string>> = {
  error: () =>
    i18n.translate('recentlyCompiled.setup.status.error', { defaultMessage: 'Must be mended' }),
  warning: () =>
    i18n.translate('recentlyCompiled.setup.status.warning', {
      defaultMessage: 'Should be looked at',
    }),
  unknown: () =>
    i18n.translate('recentlyCompiled.setup.status.unknown', {
      defaultMessage: 'Could not be checked',
    }),
  ok: () => i18n.translate('recentlyCompiled.setup.status.ok', { defaultMessage: 'In order' }),
  not_applicable: () =>
    i18n.translate('recentlyCompiled.setup.status.notApplicable', {
      defaultMessage: 'Does not apply here',
    }),
};

export const checkStatusWord = (status: CheckStatus): string => STATUSES[status]();
