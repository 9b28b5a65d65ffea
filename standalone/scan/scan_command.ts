// SPDX-License-Identifier: Apache-2.0
import { EVENT_SCHEMA, inferSchema } from '../../common/ecs';
import { fileSource, streamSource, type ByteSource } from '../input/byte_source';
import { probe, type Probe } from '../input/probe';
import type { ScanTally } from '../input/scan_tally';
import { ALERT_COLUMNS } from '../output/alert_columns';
import { EVENT_COLUMNS } from '../output/event_columns';
import { explanationText } from '../output/explain';
import type { FindingWriter } from '../output/finding_writer';
import { jsonWriter, ndjsonWriter } from '../output/json_writer';
import { NearestMisses } from '../output/nearest_misses';
import { startProgress } from '../output/progress';
import { alertRecord, findingRecord, RULE_STAGES } from '../output/records';
import { safeText } from '../output/safe_text';
import { summaryText } from '../output/summary';
import { tableWriter } from '../output/table_writer';
import { nothingUsable, unusableInputs } from './check_usable';
import { explainFailure } from './explain_failure';
import { planQuery, type QueryPlan } from './query_plan';
import { isCutShort, scan, type ScanResult } from './scan';
import type { ScanArguments } from './scan_arguments';

/** The streams of a process, so that tests can stand in for them. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

const MAX_IN_FLIGHT = 100_000;

/** Stopped by Ctrl-C, as shells say it. */
const INTERRUPTED = 130;

/** Runs `scan`; resolves with the exit code. `signal` stops it early. */
export const runScan = async (
  words: ScanArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const fail = (error: unknown): number => {
    const text = explainFailure(error);
    if (text === undefined) {
      throw error;
    }
    terminal.stderr.write(`${safeLines(text)}\n`);
    return 2;
  };
  try {
    const plan = await planQuery(words);
    const inputs = await openInputs(words.files, terminal, signal);
    const result = await scanInputs(inputs, plan, words, terminal, signal);
    if (result.failure) {
      return fail(result.failure);
    }
    if (words.failOnAlert && result.findings > 0) {
      return 1;
    }
    return result.interrupted ? INTERRUPTED : 0;
  } catch (error) {
    if (signal.aborted && (error as Error).name === 'AbortError') {
      terminal.stderr.write('\nStopped before there was anything to scan.\n');
      return INTERRUPTED;
    }
    return fail(error);
  }
};

const scanInputs = async (
  inputs: readonly Probe[],
  plan: QueryPlan,
  words: ScanArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ScanResult> => {
  const { query, lineage, tiebreaker, isRule } = plan;
  const schema = inferSchema(
    EVENT_SCHEMA,
    inputs.flatMap(({ sample }) => sample.map(({ _source }) => _source)),
  );
  const writer = writerFor(words, isRule, terminal.stdout);
  const misses = new NearestMisses();
  const total = sum(inputs.map(({ source }) => source.size));
  const progress = startProgress(terminal.stderr, total);
  const say = (text: string): void => {
    progress.clear();
    terminal.stderr.write(`${safeLines(text)}\n`);
  };
  let found = 0;
  try {
    const result = await scan({
      query,
      lineage,
      schema,
      inputs,
      tiebreaker,
      slack: words.slack,
      maxInFlight: MAX_IN_FLIGHT,
      strict: words.strict,
      countAll: words.explain,
      now: Date.now(),
      signal,
      onFinding: (finding) => {
        progress.clear();
        writer.write(finding);
        found += 1;
      },
      onBadLine: ({ input, line, reason }) => {
        if (!words.strict) {
          say(`${input}:${line}: no event, skipped: ${reason}`);
        }
      },
      ...(words.explain && { onMiss: (miss) => misses.add(miss) }),
      onProgress: (tally: ScanTally) => {
        progress.update(
          inputs.reduce((bytes, { source }) => bytes + source.bytesRead(), 0),
          tally.events,
        );
      },
    });
    const useless = isCutShort(result) ? undefined : nothingUsable(inputs, result.tally);
    if (useless) {
      throw useless;
    }
    writer.end();
    progress.clear();
    unusableInputs(inputs).forEach(({ message }) => say(message));
    terminal.stderr.write(reportText(result, misses, plan, words));
    return result;
  } catch (error) {
    if (found > 0) {
      writer.end();
    }
    throw error;
  } finally {
    progress.clear();
  }
};

/** What stands at the end: the explanation, where it is asked for, and the summary. */
const reportText = (
  result: ScanResult,
  misses: NearestMisses,
  { query, isRule }: QueryPlan,
  { explain, slack }: ScanArguments,
): string => {
  const noun = isRule ? { noun: 'alert', plural: 'alerts' } : { noun: 'match', plural: 'matches' };
  const explanation =
    explain && query
      ? `\n${explanationText({
          query,
          matched: result.stats.matched,
          misses: misses.nearest,
          stageNames: isRule ? RULE_STAGES : [],
        })}`
      : '';
  return `${explanation}\n${summaryText(result, { ...noun, slack })}`;
};

const openInputs = async (
  files: readonly string[],
  { stdin }: Terminal,
  signal: AbortSignal,
): Promise<Probe[]> => {
  const inputs: Probe[] = [];
  for (const file of files) {
    const source: ByteSource =
      file === '-' ? streamSource('standard input', stdin, signal) : await fileSource(file, signal);
    inputs.push(await probe(source));
  }
  return inputs;
};

const sum = (sizes: readonly (number | undefined)[]): number | undefined =>
  sizes.reduce<number | undefined>(
    (total, size) => (total === undefined || size === undefined ? undefined : total + size),
    0,
  );

const writerFor = (
  { format }: ScanArguments,
  isRule: boolean,
  stdout: NodeJS.WriteStream,
): FindingWriter => {
  const print = (text: string): void => {
    stdout.write(text);
  };
  const toRecord = isRule ? alertRecord : findingRecord;
  switch (format) {
    case 'ndjson':
      return ndjsonWriter(print, toRecord);
    case 'json':
      return jsonWriter(print, toRecord);
    case 'table':
      return tableWriter(
        print,
        isRule ? ALERT_COLUMNS : EVENT_COLUMNS,
        stdout.isTTY ? stdout.columns : undefined,
      );
  }
};

const safeLines = (text: string): string => text.split('\n').map(safeText).join('\n');
