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
