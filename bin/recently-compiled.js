#!/usr/bin/env node
// Runs the command line. In a checkout what the command needs is bundled first when a
// source is newer than the bundle; the published package has the bundles only.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.dirname(__dirname);
const inBuild = (...names) => path.join(root, 'build', ...names);
const inSources = (...names) => path.join(root, 'standalone', ...names);
const SOURCES = ['common', 'server', 'public', 'standalone', 'translations', 'package-lock.json'];

const CLI = {
  entry: inSources('cli.ts'),
  result: inBuild('cli.js'),
  build: ({ entry, result }) => require('../scripts/bundle.js').bundle(entry, result),
};
const HOST = { ...CLI, entry: inSources('host', 'serve_command.ts'), result: inBuild('host.js') };
const PAGE = {
  entry: inSources('browser', 'main.tsx'),
  result: inBuild('browser', 'main.js'),
  build: ({ entry, result }) =>
    require('../scripts/bundle_browser.js').bundleBrowser(entry, path.dirname(result)),
};
const SERVING = ['serve', 'start'];

function newestChange(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) {
    return stat?.mtimeMs ?? 0;
  }
  // The folder's own time counts too: it tells of files removed.
  return fs
    .readdirSync(file)
    .reduce((newest, name) => Math.max(newest, newestChange(path.join(file, name))), stat.mtimeMs);
}

function bundleIfStale(bundles) {
  const newestSource = Math.max(...SOURCES.map((name) => newestChange(path.join(root, name))));
  const stale = bundles.filter(({ result }) => newestChange(result) <= newestSource);
  if (stale.length === 0) {
    return;
  }
  if (!fs.existsSync(path.join(root, 'node_modules', 'esbuild'))) {
    const install = path.join(root, 'scripts', 'install.mjs');
    const { status } = spawnSync(process.execPath, [install], { stdio: ['ignore', 2, 2] });
    if (status !== 0) {
      process.exit(1);
    }
  }
  for (const one of stale) {
    one.build(one);
  }
}

if (fs.existsSync(CLI.entry)) {
  bundleIfStale(SERVING.includes(process.argv[2]) ? [CLI, HOST, PAGE] : [CLI]);
}
process.setSourceMapsEnabled(true);
require(CLI.result);
