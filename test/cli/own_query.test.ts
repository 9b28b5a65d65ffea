// SPDX-License-Identifier: Apache-2.0
import { attackEvents, toNdjson } from '../../standalone/attack_test_helpers';
import { useTempFolder } from '../../standalone/input/temp_folder_test_helpers';
import { bundleCli, idsIn, recordingFile, scanCli } from './run_cli';

const folder = useTempFolder();
const attackFile = folder.write('attack.ndjson', toNdjson(attackEvents()));
const queryFile = (query: string): string => folder.write('query.eql', query);

beforeAll(bundleCli);

describe('scan --query', () => {
  it.each([
    ['events', 'process where process.name == "gcc"', [['implant-0']]],
    [
      'sequences',
      'sequence by host.id\n  [process where process.name == "gcc"]\n  [network where true]',
      [['implant-0', 'implant-3']],
    ],
    [
      'sequences with a missing event',
      'sequence by host.id with maxspan=1m [process where process.name == "gcc"] ![library where true] [network where true]',
      [['implant-0', null, 'implant-3']],
    ],
    [
      'samples',
      'sample by host.id [file where true] [network where true]',
      [['implant-1', 'implant-3']],
    ],
    ['the first', 'any where true | head 2', [['implant-0'], ['implant-1']]],
    ['the last', 'any where true | tail 1', [['implant-3']]],
    [
      'an optional field that no event has',
      'network where ?no.such.field == null',
      [['implant-3']],
    ],
  ])('finds %s', async (_, query, ids) => {
    const { code, stdout, stderr } = await scanCli([
      attackFile,
      '--query',
      queryFile(query),
      '--format',
      'ndjson',
    ]);
    expect(stderr).toContain(ids.length === 1 ? ': 1 match.' : `: ${ids.length} matches.`);
    expect({ code, ids: idsIn(stdout) }).toEqual({ code: 0, ids });
  });

  it('finds what a field holds that only these events have', async () => {
    const text = toNdjson(attackEvents().map((event) => ({ ...event, labels: { team: 'red' } })));
    const { stdout } = await scanCli([
      folder.write('labels.ndjson', text),
      '--query',
      queryFile('network where labels.team == "red"'),
      '--format',
      'ndjson',
    ]);
    expect(idsIn(stdout)).toEqual([['implant-3']]);
  });

  it('prints a table of what happened', async () => {
    const query = queryFile('sequence by process.name [process where true] [network where true]');
    const { stdout } = await scanCli([attackFile, '--query', query]);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['TIME', 'HOST', 'JOIN KEYS', 'EVENTS'],
      ['2026-03-01 10:00:04', 'web-1', 'implant', 'implant exec > implant connection_attempted'],
    ]);
  });

  it.each([
    [
      'a mistyped field',
      'process where process.nmae == "x"',
      /^query 1:15: There is no field \[process\.nmae\]\. Did you mean \[process\.name\]/,
    ],
    [
      'a mistyped field on another line',
      'sequence\n  [file where true]\n  [file where fiel.name == "x"]',
      /^query 3:15: .*\[fiel\.name\].*Did you mean \[file\.name\]/,
    ],
    [
      'an unknown field',
      'process where qqqqq == "x"',
      /^query 1:15: There is no field \[qqqqq\]\. ./,
    ],
    [
      'a mistyped function',
      'process where lenght(process.name) > 1',
      /^query 1:15: .*lenght.*Did you mean \[length\]/,
    ],
    ['what is no query', 'process where process.name = "x"', /^query 1:28: Unexpected \[=\]/],
    ['an open string', 'process where process.name == "x', /^query 1:31: /],
    ['nothing', '', /^query 1:1: /],
    ['a pattern that is wrong', 'process where process.name regex "a("', /^query 1:\d+: .*\[a\(\]/],
  ])('says where %s is wrong, and what helps', async (_, query, message) => {
    const { code, stdout, stderr } = await scanCli([attackFile, '--query', queryFile(query)]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('says that there is no such file', async () => {
    const { code, stderr } = await scanCli([attackFile, '--query', 'missing.eql']);
    expect(stderr).toContain('missing.eql: There is no such file.');
    expect(code).toBe(2);
  });

  it('counts its matches for --fail-on-alert', async () => {
    const words = [attackFile, '--query', queryFile('network where true'), '--fail-on-alert'];
    expect((await scanCli(words)).code).toBe(1);
  });
});

describe('scan --params', () => {
  const paramsFile = (params: unknown): string =>
    folder.write('params.json', typeof params === 'string' ? params : JSON.stringify(params));

  it.each([
    ['other compilers', { compilers: ['rustc'] }, ': 0 alerts.'],
    ['a shorter time', { maxspan: '4s' }, ': 0 alerts.'],
    ['just the time that it takes', { maxspan: '4500ms' }, ': 1 alert.'],
    ['the destination left out', { excludedNetworks: ['203.0.113.0/24'] }, ': 0 alerts.'],
    ['the program left out', { excludedProcessNames: ['implant'] }, ': 0 alerts.'],
    ['nothing changed', {}, ': 1 alert.'],
  ])('shapes the rule: %s', async (_, params, found) => {
    const { code, stderr } = await scanCli([attackFile, '--params', paramsFile(params)]);
    expect(stderr).toContain(found);
    expect(code).toBe(0);
  });

  it.each([
    [
      'a mistyped parameter',
      { compilerz: [] },
      /params\.json: \[compilerz\] is no parameter\. Did you mean \[compilers\]\?\n/,
    ],
    [
      'a value that is none',
      { maxspan: 'soon' },
      /params\.json: \[maxspan\] is no time span: \[soon\]\. Write a whole number and its unit .*such as 90s\.\n/,
    ],
    [
      'a wrong type',
      { compilers: 'gcc' },
      /params\.json: \[compilers\] must be a list, not .*\. Write .*\.\n/,
    ],
    [
      'an entry of a list',
      { excludedNetworks: ['10.0.0.0/8', 'intranet'] },
      /params\.json: \[excludedNetworks\[1\]\] is no network: .*\. Write an address such as .*\.\n/,
    ],
    ['a list instead', [], /params\.json: The parameters must be .*, not a list\./],
    ['text', 'compilers: gcc', /params\.json: It is not JSON: .*\. Repair it\.\n/],
  ])('says which field is wrong and what helps: %s', async (_, params, message) => {
    const { code, stdout, stderr } = await scanCli([attackFile, '--params', paramsFile(params)]);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('scan --explain', () => {
  it('tells how many events matched each stage, and what the nearest miss lacked', async () => {
    const { code, stdout, stderr } = await scanCli([
      recordingFile('70-compile-run-no-net'),
      '--explain',
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    // By hand: the recorded script runs gcc once, which links once; nothing connects.
    expect(stderr).toContain('stage 1 (compile): 1 event\n');
    expect(stderr).toContain('stage 2 (link): 1 event\n');
    expect(stderr).toMatch(/stage 3 \(execute\): [1-9]\d* events\n/);
    expect(stderr).toContain('stage 4 (connect): 0 events\n');
    expect(stderr).toMatch(
      /Nearest misses:\n {2}lacks stage 4 \(connect\) under \[\w+, hello70\]: .*gcc -o hello70 hello\.c, then .*hello70/,
    );
    expect(stderr).toMatch(/Scanned 32 events .*: 0 alerts\.\n$/);
  });

  it('counts every event that matches, also those that no sequence waits for', async () => {
    const quiet = attackEvents().slice(1);
    const { stderr } = await scanCli([folder.write('quiet.ndjson', toNdjson(quiet)), '--explain']);
    expect(stderr.match(/^ {2}stage .*$/gm)).toEqual([
      '  stage 1 (compile): 0 events',
      '  stage 2 (link): 1 event',
      '  stage 3 (execute): 1 event',
      '  stage 4 (connect): 1 event',
    ]);
  });

  it('explains any query', async () => {
    const query = queryFile(
      'sequence by host.id [process where true] [file where true] [library where true]',
    );
    const { stderr } = await scanCli([attackFile, '--query', query, '--explain']);
    expect(stderr).toContain('stage 1: 2 events\n    [process where true]\n');
    expect(stderr).toMatch(/Nearest misses:\n {2}lacks stage 3 under \[id-of-web-1\]: /);
  });
});
