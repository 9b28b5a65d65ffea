// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../../common/eql/errors';
import type { Field, Schema } from '../../common/eql/types/schema';
import { didYouMean, suggest } from '../../common/eql/types/suggest';
import { fieldReader } from '../../common/eql/types/field_reader';
import {
  timestampReader,
  type DetectorStats,
  type EventDocument,
  type StreamedEvent,
  type StreamOptions,
} from '../../common/search';
import type { Miss } from '../../common/sequence';
import { calendarTime } from '../input/calendar_time';
import { InputError } from '../input/input_error';
import { readJson } from '../input/json_documents';
import { lineEvents } from '../input/line_events';
import { LineFilter } from '../input/line_filter';
import { mergeFeeds, type Feed } from '../input/merge_feeds';
import type { Probe } from '../input/probe';
import { ScanTally, type BadLine } from '../input/scan_tally';
import type { ScanDetector } from './both_detections';
import {
  createScanDetector,
  type PlannedDetector,
  type WhatToDetect,
} from './create_scan_detector';
import type { ScanFinding } from './scan_finding';

export interface ScanOptions extends WhatToDetect {
  readonly schema: Schema;
  readonly inputs: readonly Probe[];
  /** Name of the field that orders events of one millisecond; undefined for the order of the input. */
  readonly tiebreaker: string | undefined;
  /** How late events may come and still be put in order, in milliseconds. */
  readonly slack: number;
  readonly maxInFlight: number;
  /** Stop at the first line that is no event. */
  readonly strict: boolean;
  /** Count the matches of every stage; off, events that can lead to nothing are not read. */
  readonly countAll: boolean;
  /** Parse lines even where their text shows that they can match nothing. */
  readonly withoutFilter?: boolean;
  /** What `now` in a query means, in milliseconds. */
  readonly now: number;
  readonly signal?: AbortSignal;
  readonly onFinding: (finding: ScanFinding) => void;
  readonly onBadLine: (bad: BadLine) => void;
  readonly onMiss?: (miss: Miss<EventDocument>) => void;
  readonly onProgress?: (tally: ScanTally) => void;
}

export interface ScanResult {
  readonly tally: ScanTally;
  readonly findings: number;
  readonly stats: DetectorStats;
  /** Whether the signal stopped it before the end. */
  readonly interrupted: boolean;
  /** What ended the reading before the end; all before that is in the result. */
  readonly failure: InputError | undefined;
}

/** Whether there was more to read. */
export const isCutShort = ({ interrupted, failure }: ScanResult): boolean =>
  interrupted || failure !== undefined;

const TIMESTAMP = '@timestamp';
const CATEGORY = 'event.category';
const HOSTS = ['host.id', 'host.name'];

/**
 * Runs a query, lineage or both over inputs and reports what it finds as it finds it. Throws an `EqlError` or a
 * `TooManyInFlightError`.
 */
export const scan = async (options: ScanOptions): Promise<ScanResult> => {
  const { schema } = options;
  const stream: StreamOptions = {
    schema,
    now: options.now,
    categoryField: CATEGORY,
    tiebreaker: tiebreakerField(options),
    slack: options.slack,
    maxInFlight: options.maxInFlight,
    countAll: options.countAll,
    ...(options.onMiss && { onMiss: options.onMiss }),
  };
  const planned = createScanDetector(options, stream);
  const tally = new ScanTally(options.onBadLine);
  const feeds = options.inputs.map((input) => feedOf(input, planned, tally, options));
  return run(planned.detector, feeds, tally, options);
};

const tiebreakerField = ({ tiebreaker, schema }: ScanOptions): Field | undefined => {
  if (tiebreaker === undefined) {
    return undefined;
  }
  const field = schema.field(tiebreaker);
  if (!field) {
    throw new EqlError('request', {
      message: `There is no field [${tiebreaker}], which the tiebreaker names`,
      text: tiebreaker,
      remedy: didYouMean(
        suggest(tiebreaker, schema.names()),
        'Name a field that the events have, or none',
      ),
    });
  }
  return field;
};

const run = async (
  detector: ScanDetector,
  feeds: readonly Feed[],
  tally: ScanTally,
  { signal, onFinding, onProgress }: ScanOptions,
): Promise<ScanResult> => {
  let findings = 0;
  const report = (found: readonly ScanFinding[]): void => {
    findings += found.length;
    found.forEach(onFinding);
  };
  const read = async (): Promise<void> => {
    for await (const batch of mergeFeeds(feeds)) {
      for (const event of batch) {
        report(detector.push(event));
      }
      onProgress?.(tally);
      if (signal?.aborted === true || detector.isDone) {
        break;
      }
    }
  };
  const failure = await reasonToStop(read);
  report(detector.finish());
  return {
    tally,
    findings,
    stats: detector.stats,
    interrupted: signal?.aborted === true,
    failure,
  };
};

/** Why there was no more to read; undefined where there was or the signal came. Throws other errors. */
const reasonToStop = async (read: () => Promise<void>): Promise<InputError | undefined> => {
  try {
    await read();
    return undefined;
  } catch (error) {
    if (error instanceof InputError) {
      return error;
    }
    if ((error as Error).name === 'AbortError') {
      return undefined;
    }
    throw error;
  }
};

const feedOf = (
  input: Probe,
  { detector, texts }: PlannedDetector,
  tally: ScanTally,
  { schema, strict, slack, withoutFilter, inputs }: ScanOptions,
): Feed => {
  const read = timestampReader(
    schema.field(TIMESTAMP) ?? { name: TIMESTAMP, path: TIMESTAMP, mappedType: 'date' },
  );
  const timestampOf = (event: EventDocument): number | undefined => calendarTime(read(event));
  const hostOf = firstOf(HOSTS, schema);
  const times = input.sample.flatMap((event) => timestampOf(event) ?? []);
  const { name } = input.source;
  const events =
    input.format === 'json'
      ? () => jsonEvents(name, input, { timestampOf, hostOf, tally })
      : () =>
          lineEvents(input.blocks(), {
            name,
            format: input.format,
            filter: new LineFilter(
              withoutFilter ? texts.map(({ begins }) => ({ required: [], begins })) : texts,
            ),
            timestampOf,
            hostOf,
            tally,
            strict,
            slack,
            // With several inputs, what waits in one may need what another would put aside.
            isIdle: () => inputs.length === 1 && detector.isIdle,
            canBegin: (event) => detector.canBegin(event),
          });
  return { firstTimestamp: times.length > 0 ? Math.min(...times) : -Infinity, events };
};

async function* jsonEvents(
  name: string,
  input: Probe,
  {
    timestampOf,
    hostOf,
    tally,
  }: {
    readonly timestampOf: (event: EventDocument) => number | undefined;
    readonly hostOf: (event: EventDocument) => string | undefined;
    readonly tally: ScanTally;
  },
): AsyncGenerator<StreamedEvent[]> {
  const documents = await readJson(name, input.blocks());
  if (documents.length === 0) {
    throw new InputError(name, 'It holds no events', 'Save a response that has hits');
  }
  const events: StreamedEvent[] = [];
  for (const document of documents) {
    tally.events += 1;
    const host = hostOf(document);
    if (host !== undefined) {
      tally.hosts.add(host);
    }
    const timestamp = timestampOf(document);
    if (timestamp === undefined) {
      tally.untimed += 1;
    } else {
      tally.addTime(timestamp);
      events.push({ timestamp, mayBegin: true, read: () => document });
    }
  }
  yield events.sort((a, b) => a.timestamp - b.timestamp);
}

/** The first value of the first field that has one. */
const firstOf = (
  names: readonly string[],
  schema: Schema,
): ((event: EventDocument) => string | undefined) => {
  const readers = names.map((name) =>
    fieldReader(schema.field(name) ?? { name, path: name, mappedType: 'keyword' }),
  );
  return ({ _source }) => {
    for (const reader of readers) {
      const [value] = reader.distinct(_source);
      if (value !== undefined) {
        return String(value);
      }
    }
    return undefined;
  };
};
