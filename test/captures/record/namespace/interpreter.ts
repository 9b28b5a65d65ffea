// SPDX-License-Identifier: Apache-2.0
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

/** As much as Linux reads. */
const LONGEST_LINE = 256;

/** The interpreter that a file on disk asks for, and the one argument that it may give. */
export const interpreterOf = (file: string): readonly string[] | undefined => {
  if (!existsSync(file) || !statSync(file).isFile()) {
    return undefined;
  }
  const buffer = Buffer.alloc(LONGEST_LINE);
  const descriptor = openSync(file, 'r');
  const length = readSync(descriptor, buffer, 0, LONGEST_LINE, 0);
  closeSync(descriptor);
  return shebang(buffer.toString('utf8', 0, length));
};

/** What stands behind `#!`. */
export const shebang = (text: string): readonly string[] | undefined => {
  const [, program, argument = ''] = /^#![ \t]*([^\s]+)[ \t]*([^\n]*)/.exec(text) ?? [];
  return program === undefined
    ? undefined
    : [program, ...(argument.trim() === '' ? [] : [argument.trim()])];
};
