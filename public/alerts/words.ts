// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { AlertFileStep, AlertSourceEvent, AlertStatus } from '../../common/api';
import type { StoryFact } from './alert_story';
import { numberOf, type SequenceEvent } from './sequence_events';

type Words<Key extends string> = Readonly<Record<Key, () => string>>;

const STATUS: Words<AlertStatus> = {
  open: () => i18n.translate('recentlyCompiled.alerts.status.open', { defaultMessage: 'Open' }),
  acknowledged: () =>
    i18n.translate('recentlyCompiled.alerts.status.acknowledged', {
      defaultMessage: 'Acknowledged',
    }),
  closed: () =>
    i18n.translate('recentlyCompiled.alerts.status.closed', { defaultMessage: 'Closed' }),
};

const SEVERITY: Words<'low' | 'medium' | 'high' | 'critical'> = {
  low: () => i18n.translate('recentlyCompiled.alerts.severity.low', { defaultMessage: 'Low' }),
  medium: () =>
    i18n.translate('recentlyCompiled.alerts.severity.medium', { defaultMessage: 'Medium' }),
  high: () => i18n.translate('recentlyCompiled.alerts.severity.high', { defaultMessage: 'High' }),
  critical: () =>
    i18n.translate('recentlyCompiled.alerts.severity.critical', { defaultMessage: 'Critical' }),
};

const STAGE: Words<NonNullable<AlertSourceEvent['stage']>> = {
  compile: () =>
    i18n.translate('recentlyCompiled.alerts.stage.compile', { defaultMessage: 'Compile' }),
  link: () => i18n.translate('recentlyCompiled.alerts.stage.link', { defaultMessage: 'Link' }),
  execute: () =>
    i18n.translate('recentlyCompiled.alerts.stage.execute', { defaultMessage: 'Execute' }),
  connect: () =>
    i18n.translate('recentlyCompiled.alerts.stage.connect', { defaultMessage: 'Connect' }),
};

const STEP: Words<AlertFileStep['step']> = {
  rename: () =>
    i18n.translate('recentlyCompiled.alerts.step.rename', { defaultMessage: 'Renamed' }),
  copy: () => i18n.translate('recentlyCompiled.alerts.step.copy', { defaultMessage: 'Copied' }),
  link: () => i18n.translate('recentlyCompiled.alerts.step.link', { defaultMessage: 'Linked to' }),
};

const FACT: Words<StoryFact> = {
  user: () => i18n.translate('recentlyCompiled.alerts.fact.user', { defaultMessage: 'User' }),
  host: () => i18n.translate('recentlyCompiled.alerts.fact.host', { defaultMessage: 'Host' }),
  hostAddresses: () =>
    i18n.translate('recentlyCompiled.alerts.fact.hostAddresses', {
      defaultMessage: 'Addresses of the host',
    }),
  operatingSystem: () =>
    i18n.translate('recentlyCompiled.alerts.fact.operatingSystem', {
      defaultMessage: 'Operating system',
    }),
  compiler: () =>
    i18n.translate('recentlyCompiled.alerts.fact.compiler', { defaultMessage: 'Compiler' }),
  compileCommand: () =>
    i18n.translate('recentlyCompiled.alerts.fact.compileCommand', {
      defaultMessage: 'Command line',
    }),
  sources: () =>
    i18n.translate('recentlyCompiled.alerts.fact.sources', { defaultMessage: 'Compiled from' }),
  folder: () =>
    i18n.translate('recentlyCompiled.alerts.fact.folder', { defaultMessage: 'In the folder' }),
  linker: () =>
    i18n.translate('recentlyCompiled.alerts.fact.linker', { defaultMessage: 'Written by' }),
  path: () => i18n.translate('recentlyCompiled.alerts.fact.path', { defaultMessage: 'Path' }),
  size: () =>
    i18n.translate('recentlyCompiled.alerts.fact.size', { defaultMessage: 'Size in bytes' }),
  owner: () => i18n.translate('recentlyCompiled.alerts.fact.owner', { defaultMessage: 'Owner' }),
  sha256: () =>
    i18n.translate('recentlyCompiled.alerts.fact.sha256', { defaultMessage: 'SHA-256' }),
  sha1: () => i18n.translate('recentlyCompiled.alerts.fact.sha1', { defaultMessage: 'SHA-1' }),
  md5: () => i18n.translate('recentlyCompiled.alerts.fact.md5', { defaultMessage: 'MD5' }),
  program: () =>
    i18n.translate('recentlyCompiled.alerts.fact.program', { defaultMessage: 'Program' }),
  runCommand: () =>
    i18n.translate('recentlyCompiled.alerts.fact.runCommand', { defaultMessage: 'Command line' }),
  runUser: () =>
    i18n.translate('recentlyCompiled.alerts.fact.runUser', { defaultMessage: 'As user' }),
  startedBy: () =>
    i18n.translate('recentlyCompiled.alerts.fact.startedBy', { defaultMessage: 'Started by' }),
  startedByCommand: () =>
    i18n.translate('recentlyCompiled.alerts.fact.startedByCommand', {
      defaultMessage: 'Which was started as',
    }),
  process: () =>
    i18n.translate('recentlyCompiled.alerts.fact.process', { defaultMessage: 'Process' }),
  destination: () =>
    i18n.translate('recentlyCompiled.alerts.fact.destination', { defaultMessage: 'Destination' }),
  destinationName: () =>
    i18n.translate('recentlyCompiled.alerts.fact.destinationName', {
      defaultMessage: 'Name of the destination',
    }),
  source: () => i18n.translate('recentlyCompiled.alerts.fact.source', { defaultMessage: 'Source' }),
  transport: () =>
    i18n.translate('recentlyCompiled.alerts.fact.transport', { defaultMessage: 'Transport' }),
};

const wordOf =
  <Key extends string>(words: Words<Key>) =>
  (key: string): string =>
    Object.hasOwn(words, key) ? words[key as Key]() : key;

/** A status as people say it; one that is not known here is given back as it is. */
export const statusWord = wordOf(STATUS);
export const severityWord = wordOf(SEVERITY);
/** What became of the file in a step. */
export const stepWord = (step: AlertFileStep['step']): string => STEP[step]();

/** Of a stage that the sensor has not told of. */
export const notRecorded = (): string =>
  i18n.translate('recentlyCompiled.alerts.stage.notRecorded', {
    defaultMessage: 'Not recorded',
  });

export const factWord = (fact: StoryFact): string => FACT[fact]();

/** The name of a stage with its number. */
export const numberedStage = (event: Pick<SequenceEvent, 'stage'>, index: number): string =>
  event.stage === null
    ? stageWord(null, index)
    : i18n.translate('recentlyCompiled.alerts.stage.numbered', {
        defaultMessage: '{number}. {stage}',
        values: { number: numberOf(event, index), stage: stageWord(event.stage, index) },
      });

/** The name of a stage; of an alert with another number of events the number of the event. */
export const stageWord = (stage: AlertSourceEvent['stage'], index: number): string =>
  stage === null
    ? i18n.translate('recentlyCompiled.alerts.stage.other', {
        defaultMessage: 'Event {number}',
        values: { number: index + 1 },
      })
    : STAGE[stage]();
