// SPDX-License-Identifier: Apache-2.0
import type { Expression, FunctionCall } from '../ast';
import { EqlError, type EqlProblem } from '../errors';
import {
  parameterAt,
  type FunctionDefinition,
  type ParameterType,
} from '../functions/function_definition';
import { printExpression } from '../printer';
import { isBoolean, isNumeric, isString, isWhole, type DataType } from '../types/data_type';
import { isFixed, type Bound } from './bound';

const PARAMETER_TESTS: Readonly<Record<ParameterType, (type: DataType) => boolean>> = {
  string: isString,
  integer: isWhole,
  numeric: isNumeric,
  ip: (type) => type === 'ip',
  boolean: isBoolean,
  any: () => true,
};

/** What is wrong with one argument of a call, if anything. */
export const argumentProblem = (
  definition: FunctionDefinition,
  index: number,
  bound: Bound,
  written: Expression | undefined,
): EqlProblem | undefined => {
  const parameter = parameterAt(definition, index);
  if (!parameter || !written) {
    return undefined;
  }
  if (bound.type !== 'null' && !PARAMETER_TESTS[parameter.type](bound.type)) {
    return {
      message: `[${parameter.name}] of [${definition.name}] must be of type ${parameter.type}, but [${printExpression(written)}] is of type ${bound.type}`,
      remedy: `Pass a value of type ${parameter.type}`,
    };
  }
  return parameter.constant && !isFixed(bound)
    ? {
        message: `[${parameter.name}] of [${definition.name}] must be a fixed value, but [${printExpression(written)}] depends on the event`,
        remedy: 'Write the value itself',
      }
    : undefined;
};

/**
 * Checks the tilde and the number of arguments. Throws a parsing `EqlError`: Elasticsearch refuses these
 * while it parses, hence also the column one further.
 */
export const checkForm = (expression: FunctionCall, definition: FunctionDefinition): void => {
  const { required, optional = [], rest, name } = definition;
  const { args, at } = expression;
  const place = at && { at: { line: at.line, column: at.column + 1 } };
  if (expression.caseInsensitive && !definition.hasCaseInsensitiveForm) {
    throw new EqlError('parsing', {
      ...place,
      text: `${expression.name}~`,
      message: `The function [${name}] has no form that ignores case`,
      remedy: `Write ${name} without the tilde`,
    });
  }
  const most = rest ? Infinity : required.length + optional.length;
  if (args.length < required.length || args.length > most) {
    const parameters = [
      ...required.map((parameter) => parameter.name),
      ...optional.map((parameter) => `[${parameter.name}]`),
      ...(rest ? [`[${rest.name} …]`] : []),
    ];
    throw new EqlError('parsing', {
      ...place,
      text: printExpression(expression),
      message: `The function [${name}] can not take ${args.length} arguments`,
      remedy: `Write ${name}(${parameters.join(', ')})`,
    });
  }
};
