// Lets several processes do something one after the other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;

/** Does the work once no other process does it under the same lock, a file; gives back what it gives back. */
export async function inTurn(lock, work) {
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!take(lock)) {
    await pause(LOOK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    if (isLeftBehind(lock)) {
      rmSync(lock, { force: true });
    }
    return false;
  }
}

/** Whoever held it was killed. Empty it is of one that is about to write its id. */
function isLeftBehind(lock) {
  try {
    const holder = readFileSync(lock, 'utf8');
    if (holder !== '') {
      process.kill(Number(holder), 0);
    }
    return false;
  } catch (error) {
    // ENOENT: it has just been given back. EPERM: the process is there, of somebody else.
    return error.code === 'ESRCH';
  }
}
