// SPDX-License-Identifier: Apache-2.0
import type { EventFilter, Expression, Query, Stage } from '../ast';
import { EqlError } from '../errors';
import { parseQuery } from './parse_query';

/** An expression with every operator in front and everything in parentheses. */
export const outline = (expression: Expression): string => {
  switch (expression.kind) {
    case 'string':
      return JSON.stringify(expression.value);
    case 'integer':
      return typeof expression.value === 'bigint'
        ? `${expression.value}n`
        : String(expression.value);
    case 'decimal':
      return `decimal:${expression.value}`;
    case 'boolean':
      return String(expression.value);
    case 'null':
      return 'null';
    case 'field':
      return `${expression.optional ? '?' : ''}<${expression.name}>`;
    case 'call':
      return `(call ${[
        `${expression.name}${expression.caseInsensitive ? '~' : ''}`,
        ...expression.args.map(outline),
      ].join(' ')})`;
    case 'negate':
      return `(- ${outline(expression.operand)})`;
    case 'not':
      return `(not ${outline(expression.operand)})`;
    case 'in':
      return `(${expression.negated ? 'not-' : ''}in${expression.caseInsensitive ? '~' : ''} ${outline(expression.value)} [${expression.list.map(outline).join(' ')}])`;
    case 'pattern':
      return `(${expression.operator} ${outline(expression.value)} [${expression.patterns.map(outline).join(' ')}])`;
    case 'and':
    case 'or':
      return `(${expression.kind} ${outline(expression.left)} ${outline(expression.right)})`;
    case 'arithmetic':
    case 'comparison':
      return `(${expression.operator} ${outline(expression.left)} ${outline(expression.right)})`;
  }
};

const filterOutline = ({ category, where }: EventFilter): string =>
  `${category === null ? 'any' : JSON.stringify(category)} ${outline(where)}`;

const stageOutline = ({ filter, by, missing, runs }: Stage): string =>
  [
    `${missing ? '!' : ''}[${filterOutline(filter)}]`,
    ...by.map(outline),
    ...(runs === 1 ? [] : [`runs=${runs}`]),
  ].join(' ');

/** A query, one line for its head, each stage, until and each pipe. */
export const outlineQuery = (query: Query): string[] => {
  const pipes = (query.kind === 'sample' ? [] : query.pipes).map(
    ({ kind, count }) => `| ${kind} ${count}`,
  );
  if (query.kind === 'event') {
    return [filterOutline(query.filter), ...pipes];
  }
  const { kind, by, stages } = query;
  const maxspan = kind === 'sequence' ? query.maxspan : undefined;
  const until = kind === 'sequence' ? query.until : undefined;
  return [
    [
      kind,
      ...by.map(outline),
      ...(maxspan ? [`maxspan=${maxspan.value}${maxspan.unit}`] : []),
    ].join(' '),
    ...stages.map(stageOutline),
    ...(until ? [`until ${stageOutline(until)}`] : []),
    ...pipes,
  ];
};

/** The error that a query text gives; fails when there is none. */
export const parseErrorOf = (text: string): EqlError => {
  try {
    parseQuery(text);
  } catch (error) {
    if (error instanceof EqlError) {
      return error;
    }
    throw error;
  }
  throw new Error(`No error came for ${text}`);
};
