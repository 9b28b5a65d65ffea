// SPDX-License-Identifier: Apache-2.0
import os from 'node:os';
import path from 'node:path';

/**
 * Where the host keeps its state unless told.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/ for XDG_STATE_HOME
 */
export const defaultDataFolder = (env: NodeJS.ProcessEnv): string => {
  const state = env['XDG_STATE_HOME'];
  return path.join(
    state !== undefined && path.isAbsolute(state)
      ? state
      : path.join(os.homedir(), '.local', 'state'),
    'recently-compiled',
  );
};

/** That of `start`, so that the recording and what people do to it never mix with their own events. */
export const demoDataFolder = (env: NodeJS.ProcessEnv): string =>
  path.join(defaultDataFolder(env), 'demo');
