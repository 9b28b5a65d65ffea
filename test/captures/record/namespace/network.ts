// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Of the host itself, and of the one that programs connect to; both lie on the loopback device. */
export const HOST_IPS: readonly string[] = ['10.77.0.1', 'fd77::1', '127.0.0.1', '::1'];
const REMOTE_IPS = ['10.77.0.2', 'fd77::2'];
const PORTS = ['80', '4444'];

/** Brings up the network of a new namespace, from which nothing leads out. Ends what listens when called back. */
export const bringUpNetwork = async (folder: string): Promise<() => void> => {
  const ip = (...args: readonly string[]) => execFileSync('ip', args);
  ip('link', 'set', 'lo', 'up');
  for (const address of [...HOST_IPS.slice(0, 2), ...REMOTE_IPS]) {
    ip('addr', 'add', `${address}/${address.includes(':') ? 128 : 32}`, 'dev', 'lo');
  }
  const listener = spawn(process.execPath, [path.join(folder, 'listen.mjs'), ...PORTS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(listener.stdout, 'data');
  return () => void listener.kill();
};
