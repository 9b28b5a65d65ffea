// SPDX-License-Identifier: Apache-2.0
import { readDefendEvent, textAt, textsAt, valuesAt } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';
import { STAGES, type Stage } from './stages';
import type { SourceEvent } from './build_alerts';

/** What can become of a built file before it is run. */
export const STORY_STEPS = ['rename', 'copy', 'link'] as const;

/** A step of a file's story, with the event that tells of it. */
export interface FileStep {
  readonly step: (typeof STORY_STEPS)[number];
  /** The path that came of it. */
  readonly path: string;
  readonly event: SourceEvent;
}

/** A step as its alert keeps it: what happened, and where the event is. */
export interface RecordedStep {
  readonly step: FileStep['step'];
  readonly path: string;
  /** ISO text; null where the event does not tell. */
  readonly at: string | null;
  readonly id: string;
  readonly index: string;
}

/** What an alert that lineage found says beyond its events. */
export interface LineageRecord {
  /** Those that an event is there for. */
  readonly stages: readonly Stage[];
  /** Oldest first. */
  readonly story: readonly RecordedStep[];
}

/**
 * Lies among the parameters of the rule, which Security's alert index maps as `flattened`: whatever is in there
 * is kept and can be searched, while fields of our own beside it would be neither (observed on Kibana 8.12.2).
 */
export const PARAMETERS = 'kibana.alert.rule.parameters';
const OURS = 'recently_compiled';
export const LINEAGE_RECORD = `${PARAMETERS}.${OURS}`;

/** The parameters of an alert with a record added. */
export const withRecord = (parameters: unknown, record: LineageRecord): object => ({
  ...(typeof parameters === 'object' ? parameters : {}),
  [OURS]: record,
});

/** The record of a sequence; `events` by stage, null for one that was not recorded. */
export const lineageRecord = (
  events: readonly (SourceEvent | null)[],
  story: readonly FileStep[],
): LineageRecord => ({
  stages: STAGES.filter((_, i) => events[i]),
  story: story.map(({ step, path, event: { _id: id, _index: index, _source: source } }) => {
    const { timestamp } = readDefendEvent(source);
    return {
      step,
      path,
      at: timestamp === undefined ? null : new Date(timestamp).toISOString(),
      id,
      index,
    };
  }),
});

/** What a shell says of its lineage; undefined for one that the published query found. */
export const readLineageRecord = (shell: EventSource): LineageRecord | undefined => {
  const [record] = valuesAt(shell, LINEAGE_RECORD);
  return typeof record === 'object' && record !== null
    ? {
        stages: STAGES.filter((stage) => textsAt(record as EventSource, 'stages').includes(stage)),
        story: valuesAt(record as EventSource, 'story').flatMap(readStep),
      }
    : undefined;
};

const readStep = (stored: unknown): RecordedStep[] => {
  const fields = stored as EventSource;
  const step = STORY_STEPS.find((known) => known === textAt(fields, 'step'));
  const [path, id, index] = ['path', 'id', 'index'].map((name) => textAt(fields, name));
  return step === undefined || path === undefined || id === undefined || index === undefined
    ? []
    : [{ step, path, at: textAt(fields, 'at') ?? null, id, index }];
};
