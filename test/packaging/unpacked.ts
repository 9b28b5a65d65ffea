// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { unzipSync } from 'fflate';
import { loadKibanaFacts } from '../../packaging/kibana_facts';
import { buildPluginZip, type PluginZip } from '../../packaging/plugin_zip';
import { ROOT, temporaryFolder } from './project';
import { kibanaNode } from './kibana_node';
import type { Scenario, ServerTranscript, Transcript } from './scenario';

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

function runNode(args: string[], node = process.execPath): string {
  const { status, stdout, stderr } = spawnSync(node, args, {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return stdout;
}

/** Builds a script of this folder that runs in a process of its own. @returns the file */
function buildScript(name: string, target: string): string {
  const outfile = path.join(temporaryFolder(), `${name}.js`);
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: [`test/packaging/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target,
    format: 'cjs',
    alias: { '@kbn/i18n': path.join(ROOT, 'standalone/kbn_i18n') },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outfile;
}

/** Builds what plays a page of Kibana, for `openInPage`. */
export const buildPage = (): string => buildScript('run_in_page', 'node20');

/** Loads the browser side of an installed plugin and goes through what somebody does in its app. */
export function openInPage(page: string, plugin: string, scenario: Scenario): Transcript {
  return JSON.parse(runNode([page, plugin, JSON.stringify(scenario)])) as Transcript;
}

/** Writes our doubles of Kibana's packages. @returns the folder, as `node_modules/@kbn` of Kibana */
export function kibanaPackages(): string {
  const folder = temporaryFolder();
  const fileOf = (name: string): string => {
    mkdirSync(path.join(folder, name), { recursive: true });
    return path.join(folder, name, 'index.js');
  };
  copyFileSync(path.join(ROOT, 'test/doubles/kibana/config_schema.js'), fileOf('config-schema'));
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['standalone/kbn_i18n/index.ts'],
    outfile: fileOf('i18n'),
    bundle: true,
    platform: 'node',
    target: `node${FACTS.node}`,
    format: 'cjs',
    logLevel: 'error',
  });
  return folder;
}

/** Builds what plays the server of Kibana, for `runInServer`. */
export const buildServer = (): string => buildScript('run_in_server', `node${FACTS.node}`);

/** Lets the server side of an installed plugin work in a Kibana, in that Kibana's Node.js if it is here. */
export function runInServer(server: string, plugin: string, version: string): ServerTranscript {
  return JSON.parse(
    runNode([server, plugin, kibanaPackages(), version], kibanaNode(FACTS.node)),
  ) as ServerTranscript;
}
