// SPDX-License-Identifier: Apache-2.0
import type { StoryStep } from './built_file';
import { commandWords, MULTI_CALL } from './command_words';
import { baseName, folderOf, resolvePath } from './paths';

interface Command {
  readonly step: StoryStep['step'];
  /** Options that take the next argument as their value. */
  readonly withValue: readonly string[];
}

/**
 * Commands that say in their arguments where a file goes. Sensors tell of no link, and of no copy that
 * overwrites a file that is there already.
 */
const COMMANDS: Readonly<Record<string, Command>> = {
  ln: { step: 'link', withValue: ['-S', '-t', '--target-directory'] },
  link: { step: 'link', withValue: [] },
  cp: { step: 'copy', withValue: ['-S', '-t', '--target-directory'] },
  install: {
    step: 'copy',
    withValue: ['-S', '-t', '--target-directory', '-m', '-o', '-g', '--mode', '--owner', '--group'],
  },
};

/** As what such a program may be started. */
export const COMMAND_NAMES: readonly string[] = [...Object.keys(COMMANDS), ...MULTI_CALL];

const INTO_FOLDER = /^(?:-t|--target-directory)(?:=(.*))?$/;

/** Those that may write over a file that is there. */
export const COPYING_COMMANDS: readonly string[] = Object.keys(COMMANDS).filter(
  (name) => COMMANDS[name]?.step === 'copy',
);

/** Where a command puts something, or may put it: the last argument may be a file or a folder. */
export interface Target {
  readonly step: StoryStep['step'];
  readonly source: string;
  readonly path: string;
}

/** Where a command line may put what; a source of a symbolic link is relative to the link. */
export const commandTargets = (
  args: readonly string[],
  workingDirectory: string | undefined,
): Target[] => {
  const words = commandWords(args);
  const command = own(COMMANDS, baseName(words[0] ?? ''));
  if (!command) {
    return [];
  }
  const { operands, options, folder } = parse(words.slice(1), command);
  const isSymbolic = options.some((option) =>
    /^(?:-[a-zA-Z]*s[a-zA-Z]*|--symbolic(?:-link)?)$/.test(option),
  );
  const last = folder ?? (operands.length > 1 ? operands.at(-1) : '.');
  const sources = folder === undefined && operands.length > 1 ? operands.slice(0, -1) : operands;
  const to = last === undefined ? undefined : resolvePath(last, workingDirectory);
  if (to === undefined) {
    return [];
  }
  return sources.flatMap((source) => {
    const inside = resolvePath(baseName(source), to) ?? to;
    const paths = folder === undefined && operands.length > 1 ? [to, inside] : [inside];
    return paths.flatMap((path) => {
      const from = resolvePath(source, isSymbolic ? folderOf(path) : workingDirectory);
      const step = isSymbolic ? ('link' as const) : command.step;
      return from === undefined ? [] : [{ step, source: from, path }];
    });
  });
};

const own = (commands: typeof COMMANDS, name: string): Command | undefined =>
  Object.hasOwn(commands, name) ? commands[name] : undefined;

const parse = (words: readonly string[], { withValue }: Command) => {
  const operands: string[] = [];
  const options: string[] = [];
  let folder: string | undefined;
  let onlyOperands = false;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    if (onlyOperands || !word.startsWith('-') || word === '-') {
      operands.push(word);
    } else if (word === '--') {
      onlyOperands = true;
    } else {
      options.push(word);
      const into = INTO_FOLDER.exec(word);
      folder = into ? (into[1] ?? words[i + 1]) : folder;
      i += withValue.includes(word) ? 1 : 0;
    }
  }
  return { operands, options, folder };
};
