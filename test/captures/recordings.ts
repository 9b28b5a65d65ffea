// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { EventDocument } from '../../common/search';
import { parseExactJson } from '../../common/json/parse_exact_json';

/** How the sensor names a process: as it was invoked, or by the file that was really executed. */
export type NameMode = 'invoked' | 'resolved';
export type RuleForm = 'v6' | 'newest';
/** Without a tiebreaker, or with `event.sequence`. */
export type Ordering = 'plain' | 'tiebreaker';

export interface RecordedSequence {
  readonly join_keys: readonly string[];
  readonly event_ids: readonly string[];
}

/** By flow; what is missing has no sequences. */
type Answers = Readonly<
  Record<
    string,
    Partial<
      Record<NameMode, Partial<Record<RuleForm, Partial<Record<Ordering, RecordedSequence[]>>>>>
    >
  >
>;

/** What is told of one recorded flow. */
export interface FlowLabel {
  readonly flow: string;
  readonly label: 'attack' | 'benign';
  readonly technique: string;
  /** Whether the published rule is meant to find it. */
  readonly should_detect: boolean;
}

/** Recorded events of compilers, linkers and programs, and what a real Elasticsearch found in them. */
export interface Recordings {
  readonly labels: readonly FlowLabel[];
  /** The events of a flow in the order in which they were indexed. */
  events(flow: string, mode: NameMode): EventDocument[];
  answer(flow: string, mode: NameMode, form: RuleForm, ordering: Ordering): RecordedSequence[];
}

/**
 * Opens a folder with labels.json, a file of events for each flow and mode, and answers.json, where a real
 * Elasticsearch was asked.
 */
export const openRecordings = (folder: string): Recordings => {
  const answered = path.join(folder, 'answers.json');
  const answers = existsSync(answered) ? (readJson(answered) as Answers) : {};
  return {
    labels: readJson(path.join(folder, 'labels.json')) as FlowLabel[],
    events: (flow, mode) => readEvents(path.join(folder, mode, `${flow}.ndjson.gz`)),
    answer: (flow, mode, form, ordering) => answers[flow]?.[mode]?.[form]?.[ordering] ?? [],
  };
};

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

interface RecordedEvent {
  readonly event: { readonly id: string };
  readonly data_stream: {
    readonly type: string;
    readonly dataset: string;
    readonly namespace: string;
  };
}

const readEvents = (file: string): EventDocument[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const source = parseExactJson(line) as RecordedEvent;
      const { type, dataset, namespace } = source.data_stream;
      return {
        _id: source.event.id,
        _index: `${type}-${dataset}-${namespace}`,
        _source: { ...source },
      };
    });
