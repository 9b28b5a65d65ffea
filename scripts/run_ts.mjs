// Runs a TypeScript entry: node scripts/run_ts.mjs <entry.ts> [arguments]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
const outfile = path.join(root, 'build', entry.replace(/[\\/]/g, '_').replace(/\.ts$/, '.js'));

bundle(path.resolve(entry), outfile);

// A process of its own, so that the bundler's memory is in no measurement.
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
