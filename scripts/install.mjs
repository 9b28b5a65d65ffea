// Installs the dependencies when they are missing or older than the lockfile, so that
// a fresh clone needs one command only. Says nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// A command that runs with another Node.js says so: node scripts/install.mjs 18
const MIN_NODE = Number(process.argv[2] ?? 20);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

function changedAt(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (Number(process.versions.node.split('.')[0]) < MIN_NODE) {
  console.error(
    `Recently Compiled needs Node.js ${MIN_NODE} or newer; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

// npm writes this file last, so an interrupted installation is seen as a missing one.
if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  console.log('Installing dependencies (npm ci)...');
  // No dependency needs its install script, so none gets to run.
  const { status } = spawnSync(
    'npm ci --no-audit --no-fund --loglevel=error --ignore-scripts',
    // Its summary is left out, its errors are not.
    { cwd: root, stdio: ['inherit', 'ignore', 'inherit'], shell: true },
  );
  if (status !== 0) {
    console.error('The dependencies could not be installed: npm ci failed.');
    process.exit(1);
  }
}
