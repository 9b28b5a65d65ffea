// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const I18N_FILE = '.i18nrc.json';
const i18nSchema = z.object({ translations: z.array(z.string()).default([]) });

/** The project's translations and the file by which Kibana finds them, by path; empty without any. */
export function translationFiles(root: string): Map<string, Uint8Array> {
  const i18nPath = path.join(root, I18N_FILE);
  if (!existsSync(i18nPath)) {
    return new Map();
  }
  const text = readFileSync(i18nPath);
  const { translations } = i18nSchema.parse(JSON.parse(text.toString('utf8')));
  return new Map<string, Uint8Array>([
    [I18N_FILE, text],
    ...translations.map((file): [string, Uint8Array] => [
      file,
      readFileSync(path.join(root, file)),
    ]),
  ]);
}
