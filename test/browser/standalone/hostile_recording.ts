// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { recordingFile } from '../../cli/run_cli';

/** Sets a mark when any of it is run; markup, quotes, templates, control and bidirectional characters. */
export const HOSTILE =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\'"`${window.hacked=1}{{x}}' +
  '\u0000\u0007\u001b[31m\r\n\t\u202e\u2066\ufeff\ud800javascript:window.hacked=1';

const MEGABYTE = 'W'.repeat(1 << 20);

/** What the rule compares, or Elasticsearch takes in one form only. */
const KEPT =
  /^(@timestamp|event|ecs|data_stream|agent\.type|network\.transport|host\.os\.(type|platform)|.*entity_id|.*ancestry|.*\.ip|.*\.start)(\.|$)/;

/** These hold a whole line or path. */
const LONG = /(command_line|working_directory|message)$/;

/** A real attack, by somebody who chose every name and text in it to harm those who look at it. */
export const hostileRecording = (): string =>
  gunzipSync(readFileSync(recordingFile('35-reverse-shell')))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.stringify(hostile(JSON.parse(line), '')))
    .join('\n');

const hostile = (value: unknown, path: string): unknown => {
  if (KEPT.test(path)) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => hostile(item, path));
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]) => [
      name,
      hostile(inner, path === '' ? name : `${path}.${name}`),
    ]);
    return Object.fromEntries(fields);
  }
  return typeof value === 'string' ? hostileText(value, path) : value;
};

/** Compilers and linkers keep their names, or nothing would be found; the program is called something else. */
const hostileText = (text: string, path: string): string => {
  const renamed = text.replaceAll('implant35', `implant35${HOSTILE}`);
  if (path.startsWith('process.') && !LONG.test(path)) {
    return renamed;
  }
  if (path.startsWith('file.')) {
    return renamed;
  }
  return LONG.test(path) ? `${renamed}${HOSTILE}${MEGABYTE}` : `${renamed}${HOSTILE}`;
};
