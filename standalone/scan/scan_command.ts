// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import type { Query } from '../../common/eql/ast';
import { EqlError } from '../../common/eql/errors';
import { parseQuery } from '../../common/eql/parser';
import { EVENT_SCHEMA, inferSchema } from '../../common/ecs';
import { buildRuleQuery, parseRuleParams, type RuleParams } from '../../common/rule';
import { TooManyInFlightError } from '../../common/sequence';
import { fileSource, streamSource, type ByteSource } from '../input/byte_source';
import { InputError } from '../input/input_error';
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
import { scan, type ScanResult } from './scan';
import type { ScanArguments } from './scan_arguments';

/** The streams of a process, so that tests can stand in for them. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Broken lines named one by one; the rest is only counted. */
const NAMED_BAD_LINES = 10;
const MAX_IN_FLIGHT = 100_000;

/** Runs `scan`; resolves with the exit code. `signal` stops it early. */
export const runScan = async (
  words: ScanArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const print = (text: string): void => {
    terminal.stdout.write(text);
  };
  try {
    const plan = await planQuery(words);
    const result = await scanWith(plan, words, terminal, print, signal);
    return words.failOnAlert && result.findings > 0 ? 1 : 0;
  } catch (error) {
    const text = explainFailure(error);
    if (text === undefined) {
      throw error;
    }
    terminal.stderr.write(`${safeLines(text)}\n`);
    return 2;
  }
};

interface QueryPlan {
  readonly query: Query;
  readonly tiebreaker: string | undefined;
  /** Whether it is the rule, whose findings are alerts with four known stages. */
  readonly isRule: boolean;
}

const planQuery = async ({
  queryFile,
  paramsFile,
  tiebreaker,
}: ScanArguments): Promise<QueryPlan> => {
  if (queryFile !== undefined) {
    const query = parseQuery(await readText(queryFile));
    return {
      query,
      tiebreaker: tiebreaker === undefined ? 'event.sequence' : (tiebreaker ?? undefined),
      isRule: false,
    };
  }
  const params = await readParams(paramsFile);
  const field = tiebreaker === undefined ? params.tiebreakerField : tiebreaker;
  return { query: buildRuleQuery(params), tiebreaker: field ?? undefined, isRule: true };
};

const readText = async (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw new InputError(file, (error as Error).message, 'Check the path');
  });

const readParams = async (file: string | undefined): Promise<RuleParams> => {
  const parsed = parseRuleParams(file === undefined ? {} : parseJson(file, await readText(file)));
  if ('params' in parsed) {
    return parsed.params;
  }
  const problems = parsed.problems.map(
    ({ field, message, remedy }) => `[${field}] ${message}. ${remedy}`,
  );
  throw new InputError(file ?? 'parameters', problems.join('\n'), 'Nothing was scanned');
};

const parseJson = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(file, `It is not JSON: ${(error as SyntaxError).message}`, 'Repair it');
  }
};

const scanWith = async (
  { query, tiebreaker, isRule }: QueryPlan,
  words: ScanArguments,
  terminal: Terminal,
  print: (text: string) => void,
  signal: AbortSignal,
): Promise<ScanResult> => {
  const inputs = await openInputs(words.files, terminal);
  const schema = inferSchema(
    EVENT_SCHEMA,
    inputs.flatMap(({ sample }) => sample.map(({ _source }) => _source)),
  );
  const writer = writerFor(words, isRule, print, terminal.stdout);
  const misses = new NearestMisses();
  const total = sum(inputs.map(({ source }) => source.size));
  const progress = startProgress(terminal.stderr, total);
  let named = 0;
  try {
    const result = await scan({
      query,
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
      },
      onBadLine: ({ input, line, reason }) => {
        named += 1;
        if (named <= NAMED_BAD_LINES && !words.strict) {
          progress.clear();
          terminal.stderr.write(`${safeLines(`${input}:${line}: no event, skipped: ${reason}`)}\n`);
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
    writer.end();
    progress.stop();
    checkUsable(inputs, result);
    const noun = isRule
      ? { noun: 'alert', plural: 'alerts' }
      : { noun: 'match', plural: 'matches' };
    const explanation = words.explain
      ? `\n${explanationText({
          query,
          matched: result.stats.matched,
          misses: misses.nearest,
          stageNames: isRule ? RULE_STAGES : [],
        })}`
      : '';
    terminal.stderr.write(
      `${explanation}\n${summaryText(result, { ...noun, slack: words.slack })}`,
    );
    return result;
  } finally {
    progress.stop();
  }
};

const openInputs = async (files: readonly string[], { stdin }: Terminal): Promise<Probe[]> => {
  const inputs: Probe[] = [];
  for (const file of files) {
    const source: ByteSource =
      file === '-' ? streamSource('standard input', stdin) : await fileSource(file);
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
  print: (text: string) => void,
  { isTTY, columns }: NodeJS.WriteStream,
): FindingWriter => {
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
        isTTY ? columns : undefined,
      );
  }
};

/** Events without any time can not be what was meant. */
const checkUsable = (inputs: readonly Probe[], { tally }: ScanResult): void => {
  if (tally.events > 0 && tally.first > tally.last && tally.untimed === tally.events) {
    throw new InputError(
      inputs.map(({ source }) => source.name).join(', '),
      `None of the ${tally.events} events has an @timestamp`,
      'Expected ECS events, as Elastic Defend writes them',
    );
  }
};

/** What to tell the person; undefined for an error of our own making. */
const explainFailure = (error: unknown): string | undefined => {
  if (error instanceof EqlError) {
    return error.problems
      .map(
        ({ at, message, remedy }) =>
          `${at ? `query ${at.line}:${at.column}: ` : ''}${message}${remedy === undefined ? '' : `. ${remedy}`}`,
      )
      .join('\n');
  }
  if (error instanceof TooManyInFlightError) {
    return `${error.message}. ${error.remedy}`;
  }
  return error instanceof InputError ? error.message : undefined;
};

const safeLines = (text: string): string => text.split('\n').map(safeText).join('\n');
