// SPDX-License-Identifier: Apache-2.0
import type { Expression, Pipe } from '../ast';
import { foldWholeNumber } from './fold_whole_number';
import { parseExpression } from './parse_expression';
import type { TokenCursor } from './token_cursor';
import type { Token } from './tokens';

const FORMER_PIPES: ReadonlySet<string> = new Set([
  'count',
  'filter',
  'sort',
  'unique',
  'unique_count',
]);

/** Parses `| head 5 | tail 2 …`. */
export const parsePipes = (cursor: TokenCursor): Pipe[] => {
  const pipes: Pipe[] = [];
  while (cursor.is('|')) {
    const pipe = parsePipe(cursor);
    if (pipe) {
      pipes.push(pipe);
    }
  }
  return pipes;
};

const parsePipe = (cursor: TokenCursor): Pipe | undefined => {
  const bar = cursor.take();
  const name = cursor.expectKind('a pipe: head or tail', 'identifier');
  const first = cursor.peek();
  const args = cursor.isKind('end') || cursor.is('|') ? [] : parseArguments(cursor);
  if (name.text !== 'head' && name.text !== 'tail') {
    const former = FORMER_PIPES.has(name.text);
    cursor.object(former ? bar : name, {
      text: name.text,
      message: former ? `Pipe [${name.text}] is not supported` : `There is no pipe [${name.text}]`,
      remedy: 'The pipes are head and tail, in lower case',
    });
    return undefined;
  }
  return { kind: name.text, count: pipeCount(cursor, bar, name, first, args), at: name.at };
};

const parseArguments = (cursor: TokenCursor): Expression[] => {
  const args = [parseExpression(cursor)];
  while (cursor.takeIf(',')) {
    args.push(parseExpression(cursor));
  }
  return args;
};

const pipeCount = (
  cursor: TokenCursor,
  bar: Token,
  name: Token,
  first: Token,
  args: readonly Expression[],
): number => {
  const [only] = args;
  if (!only || args.length > 1) {
    cursor.object(bar, {
      text: name.text,
      message: `Pipe [${name.text}] takes one number, found ${args.length} arguments`,
      remedy: `Write "| ${name.text} 10"`,
    });
    return 0;
  }
  const count = foldWholeNumber(only);
  if (count === undefined || count < 0) {
    cursor.object(first, {
      message: `Pipe [${name.text}] takes a positive whole number, found [${first.text}]`,
      remedy: `Write "| ${name.text} 10"`,
    });
    return 0;
  }
  return count;
};
