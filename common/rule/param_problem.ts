// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { didYouMean, suggest } from '../eql/types/suggest';

/** Why one parameter can not be used. */
export interface ParamProblem {
  /** The parameter, with the entry of a list where one is to blame: `compilers[2]`; empty for all. */
  readonly field: string;
  /** A sentence that names the field. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

interface Objection {
  /** What is wrong, as it follows the field's name: "is empty". */
  readonly message: string;
  readonly remedy: string;
  /** From the value that is checked to the part that is wrong. */
  readonly path?: (string | number)[];
}

/** Reports a problem from inside a zod check; `toProblems` gives it back with its remedy. */
export const object = (context: z.RefinementCtx, { message, remedy, path }: Objection): void =>
  context.addIssue({
    code: z.ZodIssueCode.custom,
    message,
    params: { remedy },
    ...(path && { path }),
  });

/**
 * Everything that zod found, for people. `examples` holds a good value for every parameter.
 */
export const toProblems = (
  error: z.ZodError,
  examples: Readonly<Record<string, unknown>>,
): ParamProblem[] =>
  error.issues.flatMap((issue) =>
    issue.code === z.ZodIssueCode.unrecognized_keys
      ? issue.keys.map((key) => unknownParameter(key, Object.keys(examples)))
      : [toProblem(issue, examples)],
  );

const unknownParameter = (key: string, known: readonly string[]): ParamProblem => ({
  field: key,
  message: `[${key}] is no parameter`,
  remedy: didYouMean(suggest(key, known), `Parameters are ${known.join(', ')}`),
});

const toProblem = (
  issue: z.ZodIssue,
  examples: Readonly<Record<string, unknown>>,
): ParamProblem => {
  const field = fieldName(issue.path);
  const subject = field === '' ? 'The parameters' : `[${field}]`;
  if (issue.code === z.ZodIssueCode.custom) {
    return { field, message: `${subject} ${issue.message}`, remedy: remedyOf(issue) };
  }
  return {
    field,
    message: `${subject} ${complaint(issue)}`,
    remedy: `Write ${exampleAt(issue.path, examples)}, for example`,
  };
};

const fieldName = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`,
    '',
  );

const remedyOf = ({ params }: z.ZodCustomIssue): string => {
  const remedy: unknown = params?.['remedy'];
  return typeof remedy === 'string' ? remedy : '';
};

const complaint = (issue: z.ZodIssue): string =>
  issue.code === z.ZodIssueCode.invalid_type
    ? `must be ${KINDS[issue.expected] ?? issue.expected}, not ${KINDS[issue.received] ?? issue.received}`
    : `can not be used: ${issue.message}`;

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  bigint: 'a number',
  boolean: 'true or false',
  nan: 'something that is no number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'text',
  undefined: 'missing',
};

const exampleAt = (
  [name, index]: readonly (string | number)[],
  examples: Readonly<Record<string, unknown>>,
): string => {
  if (name === undefined) {
    return '{}';
  }
  const example = examples[name];
  return JSON.stringify(index !== undefined && Array.isArray(example) ? example[0] : example);
};
