// SPDX-License-Identifier: Apache-2.0

/** The zip can not be built, for a reason that the reader can do something about. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Runs a command of the shell; a `BuildError` ends it with its message alone. */
export async function runCommand(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof BuildError)) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 1;
  }
}
