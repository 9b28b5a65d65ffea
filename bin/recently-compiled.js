#!/usr/bin/env node
// Runs the command line. In a checkout it is bundled first when a source is newer
// than the bundle; the published package has the bundle only.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.dirname(__dirname);
const entry = path.join(root, 'standalone', 'cli.ts');
const cli = path.join(root, 'build', 'cli.js');
const SOURCES = ['common', 'server', 'public', 'standalone', 'package-lock.json'];

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

function bundleIfStale() {
  const newestSource = Math.max(...SOURCES.map((name) => newestChange(path.join(root, name))));
  if (newestChange(cli) > newestSource) {
    return;
  }
  if (!fs.existsSync(path.join(root, 'node_modules', 'esbuild'))) {
    const install = path.join(root, 'scripts', 'install.mjs');
    const { status } = spawnSync(process.execPath, [install], { stdio: ['ignore', 2, 2] });
    if (status !== 0) {
      process.exit(1);
    }
  }
  require('../scripts/bundle.js').bundle(entry, cli);
}

if (fs.existsSync(entry)) {
  bundleIfStale();
}
process.setSourceMapsEnabled(true);
require(cli);
