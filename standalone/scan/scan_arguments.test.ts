// SPDX-License-Identifier: Apache-2.0
import { parseScanArguments, SCAN_USAGE, type ScanArguments } from './scan_arguments';
import { UsageError } from './usage_error';

const DEFAULTS: ScanArguments = {
  files: ['a'],
  format: 'table',
  queryFile: undefined,
  paramsFile: undefined,
  detection: 'both',
  explain: false,
  strict: false,
  failOnAlert: false,
  slack: 10_000,
  tiebreaker: undefined,
};

describe('parseScanArguments', () => {
  it.each<[string, string[], Partial<ScanArguments>]>([
    ['a file', ['a'], {}],
    ['files', ['a', 'b'], { files: ['a', 'b'] }],
    ['a file named twice, once', ['a', 'b', 'a'], { files: ['a', 'b'] }],
    ['standard input', ['-'], { files: ['-'] }],
    ['a file with a name like an option', ['--', '--strict'], { files: ['--strict'] }],
    ['--detection', ['a', '--detection', 'lineage'], { detection: 'lineage' }],
    ['options behind the file', ['a', '--strict'], { strict: true }],
    ['options before the file', ['--explain', 'a'], { explain: true }],
    ['--format', ['a', '--format', 'ndjson'], { format: 'ndjson' }],
    ['--format=', ['a', '--format=json'], { format: 'json' }],
    ['--fail-on-alert', ['a', '--fail-on-alert'], { failOnAlert: true }],
    ['--query', ['a', '--query', 'q.eql'], { queryFile: 'q.eql' }],
    ['--params', ['a', '--params', 'p.json'], { paramsFile: 'p.json' }],
    ['--tiebreaker', ['a', '--tiebreaker', 'x'], { tiebreaker: 'x' }],
    ['--tiebreaker none', ['a', '--tiebreaker', 'none'], { tiebreaker: null }],
    ['--slack in milliseconds', ['a', '--slack', '250ms'], { slack: 250 }],
    ['--slack in seconds', ['a', '--slack', '30s'], { slack: 30_000 }],
    ['--slack in minutes', ['a', '--slack', '2m'], { slack: 120_000 }],
    ['--slack in hours', ['a', '--slack', '1h'], { slack: 3_600_000 }],
    ['--slack in days', ['a', '--slack', '1d'], { slack: 86_400_000 }],
    ['no slack', ['a', '--slack', '0s'], { slack: 0 }],
  ])('reads %s', (_, words, expected) => {
    expect(parseScanArguments(words)).toEqual({ ...DEFAULTS, ...expected });
  });

  it('asks for help whatever else is said', () => {
    expect(parseScanArguments(['--help', 'a', '--slack', 'x'])).toBe('help');
  });

  it.each([
    ['no file', [], 'Name at least one file to scan, or "-" for standard input.'],
    [
      'a mistyped option',
      ['a', '--fromat', 'json'],
      "Unknown option '--fromat'. Did you mean [--format]?",
    ],
    [
      'an option like no other',
      ['a', '--zzzzzz'],
      "Unknown option '--zzzzzz'. The options are listed below.",
    ],
    ['a short option', ['-x', 'a'], "Unknown option '-x'. The options are listed below."],
    ['an option without its value', ['a', '--query'], "Option '--query <value>' argument missing."],
    [
      'a value for an option without',
      ['a', '--strict=1'],
      "Option '--strict' does not take an argument.",
    ],
    [
      'an unknown format',
      ['a', '--format', 'xml'],
      '--format is table, ndjson or json, not [xml].',
    ],
    [
      'a slack without a unit',
      ['a', '--slack', '10'],
      '--slack is a whole number with a unit (ms, s, m, h, d), such as 30s, not [10].',
    ],
    [
      'a slack that is a fraction',
      ['a', '--slack', '1.5s'],
      /^--slack is a whole number .*not \[1\.5s\]\.$/,
    ],
    ['a slack below nothing', ['a', '--slack=-1s'], /^--slack is a whole number .*not \[-1s\]\.$/],
    [
      'a query and parameters',
      ['a', '--query', 'q', '--params', 'p'],
      '--params shapes the rule and --query replaces it; give one of them.',
    ],
    [
      'a query and a detection',
      ['a', '--query', 'q', '--detection', 'both'],
      '--detection chooses how the rule detects and --query replaces it; give one of them.',
    ],
    [
      'an unknown detection',
      ['a', '--detection', 'all'],
      '--detection is published, lineage or both, not [all].',
    ],
    [
      'an explanation of lineage',
      ['a', '--explain', '--detection', 'lineage'],
      /^--explain counts the stages of the published rule/,
    ],
  ])('refuses %s, and says what to do', (_, words, message) => {
    const parse = (): unknown => parseScanArguments(words);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
  });

  it.each([
    'format',
    'query',
    'detection',
    'params',
    'explain',
    'slack',
    'tiebreaker',
    'strict',
    'fail-on-alert',
    'help',
  ])('tells of --%s in the usage', (option) => {
    expect(SCAN_USAGE).toMatch(new RegExp(`^ {2}--${option} `, 'm'));
  });
});
