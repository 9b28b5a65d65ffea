// SPDX-License-Identifier: Apache-2.0
import type {
  EventFilter,
  Expression,
  FieldReference,
  Pipe,
  Query,
  SequenceQuery,
  Stage,
} from './ast';
import { quoteFieldName, quoteString } from './parser/literal_text';
import { KEYWORDS } from './parser/tokens';

/** How tightly an expression binds; an operand that binds less tightly goes into parentheses. */
enum Binding {
  Or = 1,
  And,
  Not,
  Comparison,
  Sum,
  Product,
  Sign,
  Predicate,
  Primary,
}

/** Writes a query as EQL text that parses to the same tree (places aside). */
export const printQuery = (query: Query): string => {
  switch (query.kind) {
    case 'event':
      return printEventFilter(query.filter) + printPipes(query.pipes, ' ');
    case 'sequence':
      return printSequence(query);
    case 'sample':
      return [`sample${printKeys(query.by)}`, ...query.stages.map(printStage)].join('\n  ');
  }
};

const printSequence = ({ by, maxspan, stages, until, pipes }: SequenceQuery): string => {
  const limit = maxspan ? ` with maxspan=${maxspan.value}${maxspan.unit}` : '';
  const lines = [`sequence${printKeys(by)}${limit}`, ...stages.map(printStage)];
  return (
    lines.join('\n  ') + (until ? `\nuntil ${printStage(until)}` : '') + printPipes(pipes, '\n')
  );
};

const printPipes = (pipes: readonly Pipe[], separator: string): string =>
  pipes.map(({ kind, count }) => `${separator}| ${kind} ${count}`).join('');

const printKeys = (by: readonly FieldReference[]): string =>
  by.length > 0 ? ` by ${by.map(printField).join(', ')}` : '';

const printStage = ({ filter, by, missing, runs }: Stage): string =>
  `${missing ? '![' : '['}${printEventFilter(filter)}]${printKeys(by)}${runs > 1 ? ` with runs=${runs}` : ''}`;

const CATEGORY = /^[A-Za-z_@][A-Za-z0-9_]*$/;

export const printEventFilter = ({ category, where }: EventFilter): string =>
  `${printCategory(category)} where ${printExpression(where)}`;

const printCategory = (category: string | null): string => {
  if (category === null) {
    return 'any';
  }
  return CATEGORY.test(category) && !KEYWORDS.has(category) ? category : quoteString(category);
};

const printField = ({ name, optional }: FieldReference): string =>
  (optional ? '?' : '') + quoteFieldName(name, KEYWORDS);

export const printExpression = (expression: Expression): string => print(expression).text;

interface Printed {
  readonly text: string;
  readonly binding: Binding;
}

const operand = (expression: Expression, least: Binding): string => {
  const { text, binding } = print(expression);
  return binding < least ? `(${text})` : text;
};

const print = (expression: Expression): Printed => {
  switch (expression.kind) {
    case 'string':
      return { text: quoteString(expression.value), binding: Binding.Primary };
    case 'integer':
      return printNumber(String(expression.value));
    case 'decimal':
      return printNumber(decimalText(expression.value));
    case 'boolean':
      return { text: String(expression.value), binding: Binding.Primary };
    case 'null':
      return { text: 'null', binding: Binding.Primary };
    case 'field':
      return { text: printField(expression), binding: Binding.Primary };
    case 'call':
      return {
        text: `${expression.name}${expression.caseInsensitive ? '~' : ''}(${expression.args.map(printExpression).join(', ')})`,
        binding: Binding.Primary,
      };
    case 'negate':
      return { text: `-${negated(expression.operand)}`, binding: Binding.Sign };
    case 'arithmetic': {
      const binding = '+-'.includes(expression.operator) ? Binding.Sum : Binding.Product;
      const left = operand(expression.left, binding);
      return {
        text: `${left} ${expression.operator} ${operand(expression.right, binding + 1)}`,
        binding,
      };
    }
    case 'comparison': {
      const left = operand(expression.left, Binding.Sum);
      return {
        text: `${left} ${expression.operator} ${operand(expression.right, Binding.Sum)}`,
        binding: Binding.Comparison,
      };
    }
    case 'in': {
      const operator = `${expression.negated ? 'not ' : ''}in${expression.caseInsensitive ? '~' : ''}`;
      return {
        text: `${operand(expression.value, Binding.Primary)} ${operator} (${expression.list.map(printExpression).join(', ')})`,
        binding: Binding.Predicate,
      };
    }
    case 'pattern': {
      const patterns = expression.patterns.map(printExpression);
      const right = patterns.length === 1 ? patterns.join('') : `(${patterns.join(', ')})`;
      return {
        text: `${operand(expression.value, Binding.Primary)} ${expression.operator} ${right}`,
        binding: Binding.Predicate,
      };
    }
    case 'not':
      return { text: `not ${operand(expression.operand, Binding.Not)}`, binding: Binding.Not };
    case 'and':
    case 'or': {
      const binding = expression.kind === 'and' ? Binding.And : Binding.Or;
      return {
        text: `${operand(expression.left, binding)} ${expression.kind} ${operand(expression.right, binding + 1)}`,
        binding,
      };
    }
  }
};

/** A sign before a number is part of the number, so a negated number needs its parentheses. */
const negated = (expression: Expression): string =>
  expression.kind === 'integer' || expression.kind === 'decimal'
    ? `(${printExpression(expression)})`
    : operand(expression, Binding.Sign);

const printNumber = (text: string): Printed => ({
  text,
  binding: text.startsWith('-') ? Binding.Sign : Binding.Primary,
});

const decimalText = (value: number): string => {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
};
