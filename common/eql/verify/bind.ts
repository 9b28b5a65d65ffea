// SPDX-License-Identifier: Apache-2.0
import type {
  Comparison,
  ComparisonOperator,
  Expression,
  FieldReference,
  FunctionCall,
  Logical,
  Membership,
  PatternMatch,
} from '../ast';
import type { EqlProblem } from '../errors';
import { findFunction, suggestFunctions } from '../functions/registry';
import type { Location } from '../location';
import { printExpression } from '../printer';
import {
  areCompatible,
  isBoolean,
  isNumeric,
  isString,
  widerNumeric,
  type DataType,
} from '../types/data_type';
import type { Schema } from '../types/schema';
import { didYouMean } from '../types/suggest';
import type { Value } from '../types/value';
import { simplify } from '../compile/simplify';
import { bindLiteral } from './bind_literal';
import { constant, isFixed, type Bound } from './bound';
import { argumentProblem, checkForm } from './check_call';
import { exactField, resolveField } from './resolve_field';

/**
 * Resolves the names of an expression and checks its types, as Elasticsearch's verifier does. Problems
 * are added to `problems`; what has one stands as a null, so that it raises no further ones. Throws a
 * parsing `EqlError` for a call with a wrong number of arguments, which Elasticsearch treats as syntax.
 */
export const bindExpression = (
  expression: Expression,
  schema: Schema,
  problems: EqlProblem[],
): Bound => new Binder(schema, problems).bind(expression);

/** As `bindExpression`, for the condition of an event, whose problems are reported at the event. */
export const bindCondition = (
  where: Expression,
  schema: Schema,
  problems: EqlProblem[],
  at: Location | undefined,
): Bound => {
  const bound = bindExpression(where, schema, problems);
  if (bound.type !== 'boolean' && bound.type !== 'null') {
    problems.push({
      message: `The condition [${printExpression(where)}] is of type ${bound.type}, not true or false`,
      remedy: 'Compare it with something, such as == or !=',
      text: printExpression(where),
      ...(at && { at }),
    });
  }
  return bound;
};

const MIRRORED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

class Binder {
  constructor(
    private readonly schema: Schema,
    private readonly problems: EqlProblem[],
  ) {}

  bind(expression: Expression): Bound {
    switch (expression.kind) {
      case 'string':
      case 'integer':
      case 'decimal':
      case 'boolean':
      case 'null':
        return bindLiteral(expression);
      case 'field':
        return this.field(expression);
      case 'call':
        return this.call(expression);
      case 'negate': {
        const operand = this.bind(expression.operand);
        const fits = this.require(operand, isNumeric, 'a number', expression, expression.operand);
        return fits
          ? located(expression, { kind: 'negate', operand, type: operand.type })
          : nothing;
      }
      case 'arithmetic': {
        const left = this.bind(expression.left);
        const right = this.bind(expression.right);
        const fits =
          this.require(left, isNumeric, 'a number', expression, expression.left) &&
          this.require(right, isNumeric, 'a number', expression, expression.right);
        const type = widerNumeric(left.type, right.type);
        const { operator } = expression;
        return fits
          ? located(expression, { kind: 'arithmetic', operator, left, right, type })
          : nothing;
      }
      case 'comparison':
        return this.comparison(expression);
      case 'in':
        return this.membership(expression);
      case 'pattern':
        return this.pattern(expression);
      case 'not': {
        const operand = this.bind(expression.operand);
        const fits = this.require(
          operand,
          isBoolean,
          'true or false',
          expression,
          expression.operand,
        );
        return fits ? located(expression, { kind: 'not', operand, type: 'boolean' }) : nothing;
      }
      case 'and':
      case 'or':
        return this.logical(expression);
    }
  }

  private logical(expression: Logical): Bound {
    const left = this.bind(expression.left);
    const right = this.bind(expression.right);
    const fits =
      this.require(left, isBoolean, 'true or false', expression, expression.left) &&
      this.require(right, isBoolean, 'true or false', expression, expression.right);
    return fits
      ? located(expression, { kind: expression.kind, left, right, type: 'boolean' })
      : nothing;
  }

  private field(reference: FieldReference): Bound {
    const resolved = resolveField(reference, this.schema);
    if ('problem' in resolved) {
      return this.fail(reference, resolved.problem);
    }
    return resolved.field
      ? located(reference, { kind: 'field', field: resolved.field, type: resolved.type })
      : constant(null, 'null', reference.at);
  }

  private comparison(expression: Comparison): Bound {
    const left = this.exact(this.bind(expression.left), expression);
    const right = this.exact(this.bind(expression.right), expression);
    const { operator } = expression;
    if (isFixed(right)) {
      return located(expression, { kind: 'comparison', operator, left, right, type: 'boolean' });
    }
    if (isFixed(left)) {
      const mirrored = MIRRORED[operator];
      return located(expression, {
        kind: 'comparison',
        operator: mirrored,
        left: right,
        right: left,
        type: 'boolean',
      });
    }
    return this.fail(expression.right, {
      message: `Fields can not be compared with each other: [${printExpression(expression)}]`,
      remedy:
        'Compare each with a fixed value; startsWith, endsWith and concat do take several fields',
    });
  }

  private membership(expression: Membership): Bound {
    const value = this.exact(this.bind(expression.value), expression);
    const items = expression.list.map((item) => this.bind(item));
    const wrong = items.findIndex((item) => !isFixed(item));
    if (wrong >= 0) {
      return this.fail(expression, {
        message: `The list of [${printExpression(expression)}] holds a field`,
        remedy: 'A list may hold fixed values only',
      });
    }
    const odd = items.findIndex((item) => !areCompatible(value.type, item.type));
    const oddItem = expression.list[odd];
    if (oddItem) {
      return this.fail(expression, {
        message: `[${printExpression(oddItem)}] is of type ${items[odd]?.type}, but [${printExpression(expression.value)}] is of type ${value.type}`,
        remedy:
          value.type === 'ip'
            ? 'Use cidrMatch, or == for each address'
            : 'Write values of one type',
      });
    }
    const { caseInsensitive } = expression;
    const list = items.map(constantValue);
    const membership = located(expression, {
      kind: 'in',
      value,
      list,
      caseInsensitive,
      type: 'boolean',
    });
    return expression.negated
      ? located(expression, { kind: 'not', operand: membership, type: 'boolean' })
      : membership;
  }

  private pattern(expression: PatternMatch): Bound {
    const value = this.exact(this.bind(expression.value), expression);
    if (!this.require(value, isString, 'a string', expression, expression.value)) {
      return nothing;
    }
    const wrong = expression.patterns.find(({ kind }) => kind !== 'string');
    if (wrong) {
      return this.fail(expression, {
        message: `The pattern [${printExpression(wrong)}] is not a string`,
        remedy:
          wrong.kind === 'null' ? 'Use == null for missing values' : 'Use == to compare numbers',
      });
    }
    const patterns = expression.patterns.map((pattern) =>
      pattern.kind === 'string' ? pattern.value : '',
    );
    const { operator } = expression;
    return located(expression, { kind: 'pattern', operator, value, patterns, type: 'boolean' });
  }

  private call(expression: FunctionCall): Bound {
    const definition = findFunction(expression.name);
    const before = this.problems.length;
    const args = expression.args.map((arg) => this.bind(arg));
    if (!definition && this.problems.length > before) {
      return nothing;
    }
    if (!definition) {
      return this.fail(expression, {
        message: `There is no function [${expression.name}]`,
        remedy: didYouMean(
          suggestFunctions(expression.name),
          'See the list of functions in the EQL reference',
        ),
      });
    }
    checkForm(expression, definition);
    for (const [i, arg] of args.entries()) {
      const problem = argumentProblem(definition, i, arg, expression.args[i]);
      if (problem) {
        return this.fail(expression, problem);
      }
    }
    const type =
      typeof definition.returns === 'function'
        ? definition.returns(args.map((arg) => arg.type))
        : definition.returns;
    const exact = args.map((arg) => this.exact(arg, expression));
    const [left, right] = exact;
    if (definition.operator && left && right) {
      const { operator } = definition;
      return located(expression, { kind: 'arithmetic', operator, left, right, type });
    }
    const { caseInsensitive } = expression;
    return located(expression, { kind: 'call', definition, args: exact, caseInsensitive, type });
  }

  /** Text is analysed into words; only its keyword twin, if it has one, holds the whole string. */
  private exact(bound: Bound, expression: Expression): Bound {
    if (bound.kind !== 'field') {
      return bound;
    }
    const field = exactField(bound.field);
    return field
      ? { ...bound, field }
      : this.fail(expression, {
          message: `[${bound.field.name}] is a text field without a keyword field beside it`,
          remedy: 'Query a keyword field, or add a keyword multi-field to the mapping',
        });
  }

  private require(
    bound: Bound,
    test: (type: DataType) => boolean,
    expected: string,
    expression: Expression,
    operand: Expression,
  ): boolean {
    if (bound.type === 'null' || test(bound.type)) {
      return true;
    }
    this.fail(expression, {
      message: `[${printExpression(operand)}] must be ${expected}, but is of type ${bound.type}`,
      remedy:
        isString(bound.type) || expected !== 'a string' ? `Write ${expected}` : 'Use == instead',
    });
    return false;
  }

  private fail(expression: Expression, problem: EqlProblem): Bound {
    const { at } = expression;
    this.problems.push({ text: printExpression(expression), ...problem, ...(at && { at }) });
    return nothing;
  }
}

const nothing: Bound = constant(null, 'null');

const constantValue = (bound: Bound): Value | null => {
  const simple = simplify(bound);
  return simple.kind === 'constant' ? simple.value : null;
};

const located = ({ at }: Expression, bound: Bound): Bound => (at ? { ...bound, at } : bound);
