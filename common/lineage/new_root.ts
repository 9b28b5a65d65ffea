// SPDX-License-Identifier: Apache-2.0
import { commandWords } from './command_words';
import type { LineageEvent } from './lineage_event';
import { baseName, resolvePath } from './paths';

/** The option that names the folder, for commands that do not take it as their first operand. */
const ROOT_OPTIONS: Readonly<Record<string, RegExp | undefined>> = {
  chroot: undefined,
  'arch-chroot': undefined,
  unshare: /^(?:-R|--root)(?:=(.*))?$/,
  'systemd-nspawn': /^(?:-D|--directory)(?:=(.*))?$/,
};

/** As what such a command may be started. */
export const ROOT_COMMANDS: readonly string[] = Object.keys(ROOT_OPTIONS);

/**
 * The folder that a command makes `/` for the program that it becomes or starts; undefined for other commands.
 * Sensors tell of the paths of that program as it sees them. `root` is what was `/` to the command itself.
 */
export const newRoot = (
  { args, workingDirectory }: Pick<LineageEvent, 'args' | 'workingDirectory'>,
  root: string | undefined,
): string | undefined => {
  const words = commandWords(args);
  const command = baseName(words[0] ?? '');
  if (!Object.hasOwn(ROOT_OPTIONS, command)) {
    return undefined;
  }
  const option = ROOT_OPTIONS[command];
  const folder = option ? valueOf(option, words) : words.slice(1).find((word) => !/^-/.test(word));
  const path = folder === undefined ? undefined : resolvePath(folder, workingDirectory);
  return path === undefined ? undefined : resolvePath((root ?? '') + path, undefined);
};

const valueOf = (option: RegExp, words: readonly string[]): string | undefined => {
  const at = words.findIndex((word) => option.test(word));
  return option.exec(words[at] ?? '')?.[1] ?? (at < 0 ? undefined : words[at + 1]);
};
