// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import type { Problem } from '../../common/api';
import { kindOf } from '../../common/zod_kinds';
import { zodMessages } from '../../common/zod_messages';
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
    const parsed = schemas[part]?.safeParse(request[part] ?? {}, { errorMap: zodMessages });
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

const problemsOf = (part: Part, issue: z.ZodIssue): Problem[] => {
  if (issue.code === z.ZodIssueCode.unrecognized_keys) {
    return issue.keys.map((key) => {
      const field = nameOf([...issue.path, key]);
      return {
        field,
        message: i18n.translate('recentlyCompiled.request.unknownField', {
          defaultMessage:
            '[{field}] is nothing that {part, select, params {the path} query {the query} other {the body}} of this request may hold',
          values: { field, part },
        }),
        remedy: i18n.translate('recentlyCompiled.request.unknownFieldRemedy', {
          defaultMessage: 'Leave out [{field}]',
          values: { field },
        }),
      };
    });
  }
  const field = nameOf(issue.path);
  const remedy: unknown =
    issue.code === z.ZodIssueCode.custom ? issue.params?.['remedy'] : undefined;
  return [
    {
      field,
      message:
        field === ''
          ? i18n.translate('recentlyCompiled.request.unusable', {
              defaultMessage:
                'It in {part, select, params {the path} query {the query} other {the body}} can not be used: {reason}',
              values: { part, reason: issue.message },
            })
          : i18n.translate('recentlyCompiled.request.unusableField', {
              defaultMessage:
                '[{field}] in {part, select, params {the path} query {the query} other {the body}} can not be used: {reason}',
              values: { field, part, reason: issue.message },
            }),
      remedy: typeof remedy === 'string' ? remedy : expectation(issue),
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

/** What to send instead. */
const expectation = (issue: z.ZodIssue): string => {
  switch (issue.code) {
    case z.ZodIssueCode.invalid_type:
      return i18n.translate('recentlyCompiled.request.sendType', {
        defaultMessage: 'Send {kind}',
        values: { kind: kindOf(issue.expected) },
      });
    case z.ZodIssueCode.invalid_enum_value:
    case z.ZodIssueCode.invalid_union_discriminator:
      return i18n.translate('recentlyCompiled.request.sendOneOf', {
        defaultMessage: 'Send one of {options}',
        values: { options: issue.options.join(', ') },
      });
    case z.ZodIssueCode.invalid_string:
      return issue.validation === 'datetime'
        ? i18n.translate('recentlyCompiled.request.sendTime', {
            defaultMessage: 'Send a time such as 2026-11-24T11:30:00Z',
          })
        : i18n.translate('recentlyCompiled.request.sendText', {
            defaultMessage: 'Send other text',
          });
    case z.ZodIssueCode.too_small:
      return issue.type === 'number'
        ? i18n.translate('recentlyCompiled.request.sendAtLeast', {
            defaultMessage: 'Send at least {least}',
            values: { least: String(issue.minimum) },
          })
        : i18n.translate('recentlyCompiled.request.sendLonger', {
            defaultMessage: 'Send something longer',
          });
    case z.ZodIssueCode.too_big:
      return issue.type === 'number'
        ? i18n.translate('recentlyCompiled.request.sendAtMost', {
            defaultMessage: 'Send at most {most}',
            values: { most: String(issue.maximum) },
          })
        : i18n.translate('recentlyCompiled.request.sendShorter', {
            defaultMessage: 'Send something shorter',
          });
    default:
      return i18n.translate('recentlyCompiled.request.sendDescribed', {
        defaultMessage: 'Send what docs/openapi.json describes',
      });
  }
};
