// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { z } from 'zod';
import { BuildError } from './build_error';

const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** The packages that have code in the bundles, as folders relative to the project, sorted. */
function bundledPackages(metafiles: readonly Metafile[]): string[] {
  const folders = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
    .filter((folder) => folder !== undefined);
  return [...new Set(folders)].sort();
}

/**
 * The licences of all code of others in the zip, which they ask to be passed on.
 *
 * @throws BuildError for a package that states no licence
 */
export function thirdPartyNotices(root: string, metafiles: readonly Metafile[]): string {
  const notices = bundledPackages(metafiles).map((folder) => noticeOf(root, folder));
  return ['This product contains code of the following packages.\n', ...notices].join(
    `\n${'-'.repeat(80)}\n\n`,
  );
}

function noticeOf(root: string, folder: string): string {
  const absolute = path.join(root, folder);
  const parsed = packageSchema.safeParse(
    JSON.parse(readFileSync(path.join(absolute, 'package.json'), 'utf8')),
  );
  if (!parsed.success) {
    throw new BuildError(`${folder}/package.json states no licence, so it can not be shipped.`);
  }
  const { name, version, license } = parsed.data;
  const texts = readdirSync(absolute)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => `\n${readFileSync(path.join(absolute, file), 'utf8').trim()}\n`);
  return `${name} ${version}, licence: ${license}\n${texts.join('')}`;
}
