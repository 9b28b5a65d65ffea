// SPDX-License-Identifier: Apache-2.0
import type { Stage } from '../../common/alerts/stages';
import { dateAt, readDefendEvent, textsAt, type DefendEvent } from '../../common/ecs';
import type { EventSource } from '../../common/eql/types/field_reader';
import { ipKey, parseIpRange } from '../../common/eql/types/ip';
import { namePatterns } from '../../common/lineage/name_patterns';
import { durationMs, type RuleParams } from '../../common/rule';
import type { FileStepEvent } from './sequence_events';

/** One thing that makes lineage take an event for a part of the chain. */
export type LineageReason =
  /** The name is among those of compilers or linkers; `pattern` is the first that takes it. */
  | Judged<'isCompiler' | 'isLinker' | 'isDriver', { name: string; pattern: string }>
  /** The compiler is the process that writes the file, or stands above it. */
  | Judged<'aboveLinker', object>
  | Judged<'wrote', { path: string }>
  | Judged<FileStepEvent['step'], { path: string; by: string }>
  | Judged<'ranFile', { path: string }>
  /** Another program was executed, which loads the file or was reached by another path. */
  | Judged<'ranThrough', { path: string; program: string }>
  | Judged<'sameProcess', object>
  | Judged<'descendant', { name: string }>
  | Judged<'outside', { address: string }>;

type Judged<Code, Values> = Readonly<Values> & {
  readonly code: Code;
  /** Undefined when the events or the parameters do not tell. */
  readonly isMet: boolean | undefined;
};

export interface LineageMatch {
  readonly compile: readonly LineageReason[];
  readonly link: readonly LineageReason[];
  readonly file: readonly LineageReason[];
  readonly execute: readonly LineageReason[];
  readonly connect: readonly LineageReason[];
  /** From linking to connecting, in milliseconds; `limit` is undefined without parameters. */
  readonly time: { readonly taken: number; readonly limit: number | undefined } | undefined;
}

/**
 * Why lineage takes events for a chain, by the parameters as they are now.
 * @param sources by stage; undefined for one that was not recorded
 */
export const lineageMatch = (
  sources: Readonly<Partial<Record<Stage, EventSource>>>,
  steps: readonly FileStepEvent[],
  params: RuleParams | undefined,
): LineageMatch => {
  const { compile, link, execute, connect } = sources;
  const path = steps.at(-1)?.path ?? (link && readDefendEvent(link).filePath);
  return {
    compile: compile ? compileReasons(compile, link, params) : [],
    link: link ? linkReasons(link, params) : [],
    file: steps.map(({ step, path: to, source }) => ({
      code: step,
      isMet: true,
      path: to,
      by: readDefendEvent(source).processName ?? '?',
    })),
    execute: execute && path !== undefined ? [executeReason(readDefendEvent(execute), path)] : [],
    connect: connect ? connectReasons(connect, execute, params) : [],
    time: timeOf(link, connect, params),
  };
};

const named = <Code extends 'isCompiler' | 'isLinker' | 'isDriver'>(
  code: Code,
  { processName, executable }: DefendEvent,
  patterns: readonly string[] | undefined,
): Judged<Code, { name: string; pattern: string }> => {
  const pattern = patterns?.find((each) => namePatterns([each]).matches(processName, executable));
  return {
    code,
    isMet: patterns && pattern !== undefined,
    name: processName ?? executable ?? '?',
    pattern: pattern ?? '',
  };
};

const compileReasons = (
  compile: EventSource,
  link: EventSource | undefined,
  params: RuleParams | undefined,
): LineageReason[] => {
  const compiling = readDefendEvent(compile);
  return [
    named('isCompiler', compiling, params?.lineageCompilers),
    { code: 'aboveLinker', isMet: link && isAbove(compiling, link) },
  ];
};

const linkReasons = (link: EventSource, params: RuleParams | undefined): LineageReason[] => {
  const linking = readDefendEvent(link);
  const byLinker = named('isLinker', linking, params?.lineageLinkers);
  const byDriver = named('isDriver', linking, params?.lineageCompilers);
  return [
    byLinker.isMet !== true && byDriver.isMet === true ? byDriver : byLinker,
    ...(linking.filePath === undefined
      ? []
      : [{ code: 'wrote' as const, isMet: true, path: linking.filePath }]),
  ];
};

const executeReason = ({ executable }: DefendEvent, path: string): LineageReason =>
  executable === undefined || executable === path
    ? { code: 'ranFile', isMet: executable === path ? true : undefined, path }
    : { code: 'ranThrough', isMet: undefined, path, program: executable };

const connectReasons = (
  connect: EventSource,
  execute: EventSource | undefined,
  params: RuleParams | undefined,
): LineageReason[] => {
  const connecting = readDefendEvent(connect);
  const executing = execute && readDefendEvent(execute);
  const isSame =
    executing &&
    (connecting.entityId === undefined || executing.entityId === undefined
      ? connecting.pid === executing.pid
      : connecting.entityId === executing.entityId);
  return [
    ...(isSame === undefined
      ? []
      : isSame
        ? [{ code: 'sameProcess' as const, isMet: true }]
        : [
            {
              code: 'descendant' as const,
              isMet: executing && isAbove(executing, connect),
              name: connecting.processName ?? '?',
            },
          ]),
    ...(connecting.destinationIp === undefined
      ? []
      : [
          {
            code: 'outside' as const,
            isMet: params && isOutside(connecting.destinationIp, params.excludedNetworks),
            address: connecting.destinationIp,
          },
        ]),
  ];
};

/** Whether a process is that of an event or above it; undefined where the event tells of none above. */
const isAbove = ({ entityId }: DefendEvent, below: EventSource): boolean | undefined => {
  const { entityId: own, parentEntityId } = readDefendEvent(below);
  const line = [own, parentEntityId, ...textsAt(below, 'process.Ext.ancestry')];
  const isIn = entityId !== undefined && line.includes(entityId);
  // The ancestors between two processes need not all be recorded, so that a miss proves nothing.
  return isIn ? true : undefined;
};

const isOutside = (address: string, networks: readonly string[]): boolean | undefined => {
  const key = ipKey(address);
  return key === undefined
    ? undefined
    : !networks.map(parseIpRange).some(({ from, to }) => from <= key && key <= to);
};

const timeOf = (
  link: EventSource | undefined,
  connect: EventSource | undefined,
  params: RuleParams | undefined,
): LineageMatch['time'] => {
  const [from, to] = [link, connect].map((source) => source && dateAt(source, '@timestamp'));
  return from === undefined || to === undefined
    ? undefined
    : { taken: to - from, limit: params && durationMs(params.lineageWindow) };
};
