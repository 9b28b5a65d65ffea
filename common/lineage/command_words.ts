// SPDX-License-Identifier: Apache-2.0
import { baseName } from './paths';

/** Programs that are many commands in one, the command's name being their first argument. */
export const MULTI_CALL: readonly string[] = ['busybox', 'toybox', 'coreutils'];

/** The name of a command and its arguments, whether it is a program of its own or one in a multi-call program. */
export const commandWords = (args: readonly string[]): readonly string[] =>
  MULTI_CALL.includes(baseName(args[0] ?? '')) ? args.slice(1) : args;
