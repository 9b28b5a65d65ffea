// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import { suggest } from '../eql/types/suggest';
import { kindOf } from '../zod_kinds';

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
  /** What is wrong, as a sentence about the parameter: "[from] is empty". */
  readonly message: (subject: string) => string;
  readonly remedy: string;
  /** From the value that is checked to the part that is wrong. */
  readonly path?: (string | number)[];
}

/** Reports a problem from inside a zod check; `toProblems` gives it back with its remedy. */
export const object = (context: z.RefinementCtx, { message, remedy, path }: Objection): void =>
  context.addIssue({
    code: z.ZodIssueCode.custom,
    params: { message, remedy },
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
  message: i18n.translate('recentlyCompiled.params.unknown', {
    defaultMessage: '[{key}] is no parameter',
    values: { key },
  }),
  remedy: meantOrKnown(suggest(key, known), known),
});

const meantOrKnown = (meant: readonly string[], known: readonly string[]): string =>
  meant.length > 0
    ? i18n.translate('recentlyCompiled.params.meant', {
        defaultMessage:
          '{count, plural, =1 {Did you mean {first}?} =2 {Did you mean {first} or {second}?} other {Did you mean {first}, {second} or {third}?}}',
        values: {
          count: meant.length,
          first: `[${meant[0] ?? ''}]`,
          second: `[${meant[1] ?? ''}]`,
          third: `[${meant[2] ?? ''}]`,
        },
      })
    : i18n.translate('recentlyCompiled.params.known', {
        defaultMessage: 'Parameters are {names}',
        values: { names: known.join(', ') },
      });

const toProblem = (
  issue: z.ZodIssue,
  examples: Readonly<Record<string, unknown>>,
): ParamProblem => {
  const field = fieldName(issue.path);
  const subject =
    field === ''
      ? i18n.translate('recentlyCompiled.params.all', {
          defaultMessage: 'The parameters',
        })
      : `[${field}]`;
  if (issue.code === z.ZodIssueCode.custom) {
    return { field, ...objectionOf(issue, subject) };
  }
  return {
    field,
    message: complaint(issue, subject),
    remedy: writeExample(exampleAt(issue.path, examples)),
  };
};

const fieldName = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`,
    '',
  );

const objectionOf = (
  { params }: z.ZodCustomIssue,
  subject: string,
): Pick<ParamProblem, 'message' | 'remedy'> => {
  const { message, remedy } = params as Objection;
  return { message: message(subject), remedy };
};

/** The remedy of what has a good value to go by. */
export const writeExample = (example: string): string =>
  i18n.translate('recentlyCompiled.params.writeExample', {
    defaultMessage: 'Write {example}, for example',
    values: { example },
  });

const complaint = (issue: z.ZodIssue, subject: string): string =>
  issue.code === z.ZodIssueCode.invalid_type
    ? i18n.translate('recentlyCompiled.params.wrongKind', {
        defaultMessage: '{subject} must be {expected}, not {received}',
        values: { subject, expected: kindOf(issue.expected), received: kindOf(issue.received) },
      })
    : i18n.translate('recentlyCompiled.params.unusable', {
        defaultMessage: '{subject} can not be used: {reason}',
        values: { subject, reason: issue.message },
      });

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
