// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Problem } from '../../common/api';
import { invalidFields } from '../request_failure';

/** The parts of a request that a route reads; a part that it does not name is not looked at. */
export interface RequestSchemas {
  readonly params?: z.ZodTypeAny | undefined;
  readonly query?: z.ZodTypeAny | undefined;
  readonly body?: z.ZodTypeAny | undefined;
}

type Part = keyof RequestSchemas;

export type RequestParts = Readonly<Record<Part, unknown>>;

/** Checks a request against what its route expects; throws all that is wrong in one failure. */
export const readRequest = (schemas: RequestSchemas, request: RequestParts): RequestParts => {
  const problems: Problem[] = [];
  const read = (part: Part): unknown => {
    // A request without a body or query carries null or nothing.
    const parsed = schemas[part]?.safeParse(request[part] ?? {});
    if (parsed && !parsed.success) {
      problems.push(...parsed.error.issues.flatMap((issue) => problemsOf(part, issue)));
    }
    return parsed?.data as unknown;
  };
  const parts = { params: read('params'), query: read('query'), body: read('body') };
  if (problems.length > 0) {
    throw invalidFields(problems);
  }
  return parts;
};

const WORDS: Readonly<Record<Part, string>> = {
  params: 'the path',
  query: 'the query',
  body: 'the body',
};

const problemsOf = (part: Part, issue: z.ZodIssue): Problem[] => {
  if (issue.code === z.ZodIssueCode.unrecognized_keys) {
    return issue.keys.map((key) => {
      const field = nameOf([...issue.path, key]);
      return {
        field,
        message: `[${field}] is nothing that ${WORDS[part]} of this request may hold`,
        remedy: `Leave out [${field}]`,
      };
    });
  }
  const field = nameOf(issue.path);
  const remedy: unknown =
    issue.code === z.ZodIssueCode.custom ? issue.params?.['remedy'] : undefined;
  return [
    {
      field,
      message: `${field === '' ? 'It' : `[${field}]`} in ${WORDS[part]} can not be used: ${issue.message}`,
      remedy: typeof remedy === 'string' ? remedy : `Send ${expectation(issue)}`,
    },
  ];
};

/** As in `compilers[2]`. */
const nameOf = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`,
    '',
  );

const expectation = (issue: z.ZodIssue): string => {
  switch (issue.code) {
    case z.ZodIssueCode.invalid_type:
      return `a value of type ${issue.expected}`;
    case z.ZodIssueCode.invalid_enum_value:
      return `one of ${issue.options.join(', ')}`;
    case z.ZodIssueCode.invalid_string:
      return issue.validation === 'datetime' ? 'a time such as 2026-11-24T11:30:00Z' : 'other text';
    case z.ZodIssueCode.too_small:
      return issue.type === 'number' ? `at least ${String(issue.minimum)}` : 'something longer';
    case z.ZodIssueCode.too_big:
      return issue.type === 'number' ? `at most ${String(issue.maximum)}` : 'something shorter';
    default:
      return 'what docs/openapi.json describes';
  }
};
