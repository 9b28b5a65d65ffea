// SPDX-License-Identifier: Apache-2.0
import { bundleCli, runCli } from './run_cli';

beforeAll(bundleCli);

describe('the command line', () => {
  it.each([
    ['nothing', [], /^Usage: npx recently-compiled COMMAND\n[\s\S]* scan FILE\.\.\./],
    ['help', ['help'], /^Usage: npx recently-compiled COMMAND\n/],
    ['--help', ['--help'], /^Usage: npx recently-compiled COMMAND\n/],
    [
      'scan --help',
      ['scan', '--help'],
      /^Usage: npx recently-compiled scan FILE[\s\S]*--explain[\s\S]*Exit code: 0/,
    ],
  ])('explains itself when asked for %s', async (_, words, text) => {
    const { code, stdout, stderr } = await runCli(words);
    expect(stdout).toMatch(text);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it.each([
    ['a mistyped command', ['scam'], 'There is no command [scam]. Did you mean [scan]?', 'COMMAND'],
    [
      'an unknown command',
      ['frobnicate'],
      'There is no command [frobnicate]. Commands are scan, serve, demo, start, help.',
      'COMMAND',
    ],
    [
      'scan without a file',
      ['scan'],
      'Name at least one file to scan, or "-" for standard input.',
      'scan FILE',
    ],
    [
      'a mistyped option',
      ['scan', 'x', '--explian'],
      "Unknown option '--explian'. Did you mean [--explain]?",
      'scan FILE',
    ],
    [
      'an option without its value',
      ['scan', 'x', '--query'],
      "Option '--query <value>' argument missing.",
      'scan FILE',
    ],
    [
      'an unknown format',
      ['scan', 'x', '--format', 'csv'],
      '--format is table, ndjson or json, not [csv].',
      'scan FILE',
    ],
  ])('refuses %s, and explains itself', async (_, words, text, usage) => {
    const { code, stdout, stderr } = await runCli(words);
    expect(stderr).toContain(`${text}\n\nUsage: npx recently-compiled ${usage}`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('the demo', () => {
  it('shows what is found in real recordings, and what to do next', async () => {
    const { code, stdout, stderr } = await runCli(['demo'], { cwd: '/' });
    expect(code).toBe(0);
    // Seven recordings in which Elasticsearch found the attack, and a build server that tests what it has built.
    expect(stdout.match(/ {2}(\[[\da-f:]+\]|[\d.]+):444\d +both$/gm)).toHaveLength(8);
    expect(stdout).toMatch(/What to do next:\n +npx recently-compiled scan /);
    expect(stderr).toContain(': 8 alerts.');
  });

  it.each([
    ['--no-serve', ['start', '--no-serve'], {}],
    ['CI', ['start'], { CI: 'true' }],
  ])('is all that "start" does with %s', async (_, words, env) => {
    const { code, stdout, stderr } = await runCli(words, { env });
    expect(code).toBe(0);
    expect(stderr).toContain(': 8 alerts.');
    expect(stdout).not.toContain('Serving');
  });
});
