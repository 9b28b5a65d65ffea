// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { unzipSync } from 'fflate';
import { loadKibanaFacts } from '../../packaging/kibana_facts';
import { buildPluginZip, type PluginZip } from '../../packaging/plugin_zip';
import { ROOT, temporaryFolder } from './project';
import type { Scenario, Transcript } from './scenario';

export const FACTS = loadKibanaFacts(ROOT, '8.12.2');

/** An unpacked zip, laid out as the installer does: `<kibana>/plugins/recentlyCompiled`. */
export interface Installed {
  zip: PluginZip;
  /** The files of the zip by name. */
  files: Record<string, Uint8Array>;
  plugin: string;
}

export async function buildAndInstall(project: string): Promise<Installed> {
  const zip = await buildPluginZip(project, FACTS);
  const files = unzipSync(zip.bytes);
  const plugins = path.join(temporaryFolder(), 'plugins');
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(plugins, path.relative('kibana', name));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return { zip, files, plugin: path.join(plugins, 'recentlyCompiled') };
}

function runNode(args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return stdout;
}

/** Builds what plays a page of Kibana, for `openInPage`. */
export function buildPage(): string {
  const outfile = path.join(temporaryFolder(), 'run_in_page.js');
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['test/packaging/run_in_page.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outfile;
}

/** Loads the browser side of an installed plugin and goes through what somebody does in its app. */
export function openInPage(page: string, plugin: string, scenario: Scenario): Transcript {
  return JSON.parse(runNode([page, plugin, JSON.stringify(scenario)])) as Transcript;
}

/** Runs a script with the plugin's folder as its argument. @returns what it prints, which is JSON */
export function runWithPlugin(script: string, plugin: string): unknown {
  return JSON.parse(runNode([script, plugin]));
}
