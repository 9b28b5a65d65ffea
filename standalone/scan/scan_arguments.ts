// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { toMilliseconds, type DurationUnit } from '../../common/eql/ast';
import { didYouMean, suggest } from '../../common/eql/types/suggest';
import type { Detection } from './scan_finding';
import { UsageError } from './usage_error';

export type OutputFormat = 'table' | 'ndjson' | 'json';

export interface ScanArguments {
  /** "-" is standard input. */
  readonly files: readonly string[];
  readonly format: OutputFormat;
  /** A file with an EQL query to run in place of the rule. */
  readonly queryFile: string | undefined;
  /** A file with parameters of the rule, as JSON. */
  readonly paramsFile: string | undefined;
  readonly detection: Detection | 'both';
  readonly explain: boolean;
  readonly strict: boolean;
  readonly failOnAlert: boolean;
  /** Milliseconds. */
  readonly slack: number;
  /** Undefined: the rule's own. Null: none. */
  readonly tiebreaker: string | null | undefined;
}

export const SCAN_USAGE = `Usage: npx recently-compiled scan FILE... [options]

Finds programs that were compiled, linked, run and connected to the network shortly after, in events of
Elastic Defend. FILE is NDJSON (one event or hit a line), a _bulk body or the JSON of a search response,
gzipped or not; "-" reads standard input.

  --format table|ndjson|json  how to print alerts; ndjson and json hold the events (default: table)
  --detection published|lineage|both
                              find them by names as the published rule does, by following the file and its
                              processes, or by either (default: both)
  --params FILE               parameters of the rule, as JSON
  --query FILE                run this EQL query in place of the rule
  --explain                   count the matches of the published rule's stages, show the nearest misses
  --slack DURATION            put events in order that come up to this late (default: 10s)
  --tiebreaker FIELD|none     the field that orders events of one millisecond (default: event.sequence)
  --strict                    stop at the first broken line
  --fail-on-alert             exit with 1 when there are alerts
  --help                      this text

Exit code: 0 scanned, 1 alerts and --fail-on-alert, 2 could not scan, 130 stopped by Ctrl-C.
`;

const OPTIONS = {
  format: { type: 'string', default: 'table' },
  detection: { type: 'string' },
  query: { type: 'string' },
  params: { type: 'string' },
  explain: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  'fail-on-alert': { type: 'boolean', default: false },
  slack: { type: 'string', default: '10s' },
  tiebreaker: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the words behind `scan`; "help" when that is asked for. Throws a `UsageError`. */
export const parseScanArguments = (words: readonly string[]): ScanArguments | 'help' => {
  const { values, positionals } = parse(words);
  if (values.help) {
    return 'help';
  }
  if (positionals.length === 0) {
    throw new UsageError('Name at least one file to scan, or "-" for standard input');
  }
  if (values.query !== undefined && values.params !== undefined) {
    throw new UsageError('--params shapes the rule and --query replaces it; give one of them');
  }
  if (values.query !== undefined && values.detection !== undefined) {
    throw new UsageError(
      '--detection chooses how the rule detects and --query replaces it; give one of them',
    );
  }
  const detection = detectionOf(values.detection ?? 'both');
  if (values.explain && detection === 'lineage') {
    throw new UsageError(
      '--explain counts the stages of the published rule, which --detection lineage does not run; give one of them',
    );
  }
  return {
    files: [...new Set(positionals)],
    format: outputFormat(values.format),
    queryFile: values.query,
    paramsFile: values.params,
    detection,
    explain: values.explain,
    strict: values.strict,
    failOnAlert: values['fail-on-alert'],
    slack: duration(values.slack),
    tiebreaker: values.tiebreaker === 'none' ? null : values.tiebreaker,
  };
};

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw usageError(error as NodeJS.ErrnoException);
  }
};

const usageError = ({ code, message }: NodeJS.ErrnoException): UsageError => {
  const [reason = ''] = message.split(/\n|\. /, 1);
  const [, word = ''] = /^Unknown option '--?([^']*)'/.exec(message) ?? [];
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? new UsageError(
        reason,
        didYouMean(
          suggest(word, Object.keys(OPTIONS)).map((name) => `--${name}`),
          'The options are listed below',
        ),
      )
    : new UsageError(reason);
};

const outputFormat = (text: string): OutputFormat => {
  if (text === 'table' || text === 'ndjson' || text === 'json') {
    return text;
  }
  throw new UsageError(`--format is table, ndjson or json, not [${text}]`);
};

const detectionOf = (text: string): ScanArguments['detection'] => {
  if (text === 'published' || text === 'lineage' || text === 'both') {
    return text;
  }
  throw new UsageError(`--detection is published, lineage or both, not [${text}]`);
};

const duration = (text: string): number => {
  const match = /^(\d+)(ms|s|m|h|d)$/.exec(text);
  if (!match) {
    throw new UsageError(
      `--slack is a whole number with a unit (ms, s, m, h, d), such as 30s, not [${text}]`,
    );
  }
  return toMilliseconds({ value: Number(match[1]), unit: match[2] as DurationUnit });
};
