// Prints the path of a Chromium for the tests that need a real browser. Where none is installed it installs one:
// with apt-get as root, else from npm into build/. Says on standard error what to do where neither works.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inTurn } from './in_turn.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FROM_NPM = '@sparticuz/chromium';
const NPM_VERSION = '153.0.0';
const build = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'build');
const folder = path.join(build, 'chromium');

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A file of that name may be there and yet not start, as where a snap stands behind it. */
const starts = (file) => spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;

function installed() {
  const places = (process.env.PATH ?? '').split(path.delimiter);
  return NAMES.flatMap((name) => places.map((place) => path.join(place, name))).find(
    (file) => isExecutable(file) && starts(file),
  );
}

const run = (command, args, options = {}) =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options }).status === 0;

function installWithApt() {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const isDone =
    run('apt-get', ['update', '-qq'], { env }) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  return isDone ? installed() : undefined;
}

async function installWithNpm() {
  mkdirSync(folder, { recursive: true });
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  if (!run('npm', ['install', '--prefix', folder, ...options, `${FROM_NPM}@${NPM_VERSION}`])) {
    return undefined;
  }
  const file = createRequire(path.join(folder, 'x.js')).resolve(FROM_NPM);
  const { default: chromium } = await import(pathToFileURL(file).href);
  const executable = await chromium.executablePath();
  return starts(executable) ? executable : undefined;
}

/** Suites that run at once ask at once; apt-get and npm would be in each other's way. */
const install = () =>
  inTurn(
    path.join(build, 'chromium.lock'),
    async () => installed() || installWithApt() || (await installWithNpm()),
  );

const { CHROMIUM } = process.env;
const found = CHROMIUM || installed() || (await install());
if (found) {
  console.log(found);
} else {
  console.error(
    'There is no Chromium, and none could be installed with apt-get or npm. Install one (on Debian and Ubuntu: ' +
      'apt-get install chromium), or name its program with the variable CHROMIUM.',
  );
  process.exitCode = 1;
}
