// SPDX-License-Identifier: Apache-2.0
import {
  chainReason,
  detectionOf,
  eventOfBlockSource,
  lineageReason,
  readLineageRecord,
  RULESET,
  STAGES,
} from '../../common/alerts';
import type { AlertSummary } from '../../common/api';
import { dateAt, readDefendEvent, smallNumberAt, textAt, valuesAt } from '../../common/ecs';
import type { EventSource } from '../../common/eql/types/field_reader';
import type { AlertHit } from './alert_access';

/** What the events of a sequence tell, in the words of the API. */
export type SequenceFacts = Pick<
  AlertSummary,
  | 'startedAt'
  | 'hostId'
  | 'hostName'
  | 'userName'
  | 'compiler'
  | 'compileCommand'
  | 'binaryPath'
  | 'binaryHash'
  | 'processName'
  | 'destinationIp'
  | 'destinationPort'
  | 'delayMs'
>;

/** Reads the events of a sequence by stage, or the building blocks that copy them; null for one that is missing. */
export const sequenceFacts = (sources: readonly (EventSource | null)[]): SequenceFacts => {
  const [compile, link, , connect] = sources.map((source) => source && readDefendEvent(source));
  const start = (compile ?? link)?.timestamp;
  const end = connect?.timestamp;
  return {
    startedAt: isoOrNull(start),
    hostId: connect?.hostId ?? null,
    hostName: connect?.hostName ?? null,
    userName: (compile ?? link)?.userName ?? null,
    compiler: compile?.processName ?? null,
    compileCommand: compile ? (compile.commandLine ?? (compile.args.join(' ') || null)) : null,
    binaryPath: link?.filePath ?? connect?.executable ?? null,
    binaryHash: hashOf(sources),
    processName: connect?.processName ?? null,
    destinationIp: connect?.destinationIp ?? null,
    destinationPort: connect?.destinationPort ?? null,
    delayMs: start === undefined || end === undefined ? null : end - start,
  };
};

const hashOf = ([, link, execute]: readonly (EventSource | null)[]): string | null =>
  textAt(execute ?? {}, 'process.hash.sha256') ?? textAt(link ?? {}, 'file.hash.sha256') ?? null;

const isoOrNull = (time: number | undefined): string | null =>
  time === undefined ? null : new Date(time).toISOString();

/**
 * An alert at a glance. Its building blocks tell most, since shells of Elastic's own executor keep only what
 * all events have in common; the shell fills in where blocks are missing.
 */
export const alertSummary = (
  { _id: id, _source: shell }: AlertHit,
  blocks: readonly AlertHit[],
): AlertSummary => {
  const sources = byStage(blocks);
  const facts = sequenceFacts(sources);
  const own = readDefendEvent(shell);
  return {
    id,
    detectedAt: isoOrNull(dateAt(shell, '@timestamp')) ?? new Date(0).toISOString(),
    status: textAt(shell, 'kibana.alert.workflow_status') ?? 'open',
    severity: textAt(shell, 'kibana.alert.severity') ?? null,
    riskScore: numberAt(shell, 'kibana.alert.risk_score'),
    reason: retoldReason(shell, sources) ?? textAt(shell, 'kibana.alert.reason') ?? null,
    ruleName: textAt(shell, 'kibana.alert.rule.name') ?? null,
    ruleUuid: textAt(shell, 'kibana.alert.rule.uuid') ?? null,
    foundBy: textAt(shell, 'rule.ruleset') === RULESET ? 'recently-compiled' : 'elastic',
    detection: detectionOf(shell),
    ...facts,
    startedAt: facts.startedAt ?? isoOrNull(dateAt(shell, 'kibana.alert.original_time')),
    hostId: facts.hostId ?? own.hostId ?? null,
    hostName: facts.hostName ?? own.hostName ?? null,
    userName: facts.userName ?? own.userName ?? null,
    binaryPath: facts.binaryPath ?? own.filePath ?? own.executable ?? null,
    binaryHash: facts.binaryHash ?? textAt(shell, 'process.hash.sha256') ?? null,
    processName: facts.processName ?? own.processName ?? null,
    destinationIp: facts.destinationIp ?? own.destinationIp ?? null,
    destinationPort: facts.destinationPort ?? own.destinationPort ?? null,
  };
};

/**
 * The sentence that our alerts keep, in the language of whoever asks instead of that of the run; undefined for
 * alerts of others, and where the building blocks do not hold the events.
 */
const retoldReason = (
  shell: EventSource,
  sources: readonly (EventSource | null)[],
): string | undefined => {
  const isOurs = textAt(shell, 'rule.ruleset') === RULESET;
  const isLeftOut = [shell, ...sources].some((one) => one && textAt(one, 'error.message'));
  if (!isOurs || isLeftOut || sources.at(-1) === null) {
    return undefined;
  }
  const record = readLineageRecord(shell);
  if (record) {
    return lineageReason(sources, record.story);
  }
  const events = sources.filter((source) => source !== null);
  return events.length === STAGES.length ? chainReason(events) : undefined;
};

const numberAt = (source: EventSource, name: string): number | null =>
  valuesAt(source, name).find((value) => typeof value === 'number') ?? null;

/** Building blocks in the order of the events. */
export const inOrder = (blocks: readonly AlertHit[]): AlertHit[] =>
  [...blocks].sort((a, b) => indexOf(a) - indexOf(b));

/** The events that building blocks were made of by stage, which is what numbers them. */
const byStage = (blocks: readonly AlertHit[]): (EventSource | null)[] =>
  STAGES.map((_, stage) => {
    const block = blocks.find((each) => indexOf(each) === stage);
    return block ? eventOfBlock(block) : null;
  });

const indexOf = ({ _source }: AlertHit): number =>
  smallNumberAt(_source, 'kibana.alert.group.index') ?? 0;

/** The event that a building block was made of. */
export const eventOfBlock = ({ _source }: AlertHit): EventSource => eventOfBlockSource(_source);
