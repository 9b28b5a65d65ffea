// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import { kindOf } from './zod_kinds';

/**
 * What is wrong with a value, in the viewer's language, to be given to zod with each parse in place of its own
 * English. Reads as a clause about the value: "it must be at least 1". Checks of our own say it themselves.
 */
export const zodMessages: z.ZodErrorMap = (issue, { defaultError }) => ({
  message: messageOf(issue) ?? defaultError,
});

const messageOf = (issue: z.ZodIssueOptionalMessage): string | undefined => {
  switch (issue.code) {
    case z.ZodIssueCode.invalid_type:
      return issue.received === 'undefined'
        ? missing()
        : i18n.translate('recentlyCompiled.zod.type', {
            defaultMessage: 'it must be {expected}, not {received}',
            values: { expected: kindOf(issue.expected), received: kindOf(issue.received) },
          });
    case z.ZodIssueCode.invalid_enum_value:
      return noneOf(issue.options);
    case z.ZodIssueCode.invalid_union_discriminator:
      return noneOf(issue.options);
    case z.ZodIssueCode.invalid_literal:
      return noneOf([issue.expected]);
    case z.ZodIssueCode.invalid_string:
      return issue.validation === 'datetime'
        ? i18n.translate('recentlyCompiled.zod.time', {
            defaultMessage: 'it is no time in UTC such as {example}',
            values: { example: '2026-11-24T11:30:00Z' },
          })
        : unusable();
    case z.ZodIssueCode.too_small:
      return tooSmall(issue);
    case z.ZodIssueCode.too_big:
      return tooBig(issue);
    case z.ZodIssueCode.unrecognized_keys:
      return i18n.translate('recentlyCompiled.zod.unknownKeys', {
        defaultMessage: 'it may not hold {keys}',
        values: { keys: issue.keys.join(', ') },
      });
    case z.ZodIssueCode.custom:
      return undefined;
    default:
      return unusable();
  }
};

const missing = (): string =>
  i18n.translate('recentlyCompiled.zod.missing', { defaultMessage: 'it is missing' });

const unusable = (): string =>
  i18n.translate('recentlyCompiled.zod.unusable', {
    defaultMessage: 'it has a form that is not known here',
  });

const noneOf = (options: readonly unknown[]): string =>
  i18n.translate('recentlyCompiled.zod.option', {
    defaultMessage:
      '{count, plural, one {it must be {options}} other {it must be one of {options}}}',
    values: { count: options.length, options: options.map(String).join(', ') },
  });

const tooSmall = ({
  type,
  minimum,
  inclusive,
}: Omit<z.ZodTooSmallIssue, keyof z.ZodIssueBase>): string => {
  const least = Number(minimum);
  switch (type) {
    case 'string':
      return least === 1
        ? i18n.translate('recentlyCompiled.zod.empty', { defaultMessage: 'it is empty' })
        : i18n.translate('recentlyCompiled.zod.short', {
            defaultMessage:
              'it must have at least {least, plural, one {# character} other {# characters}}',
            values: { least },
          });
    case 'array':
    case 'set':
      return i18n.translate('recentlyCompiled.zod.fewEntries', {
        defaultMessage: 'it must have at least {least, plural, one {# entry} other {# entries}}',
        values: { least },
      });
    default:
      return inclusive
        ? i18n.translate('recentlyCompiled.zod.atLeast', {
            defaultMessage: 'it must be at least {least}',
            values: { least: String(minimum) },
          })
        : i18n.translate('recentlyCompiled.zod.more', {
            defaultMessage: 'it must be more than {limit}',
            values: { limit: String(minimum) },
          });
  }
};

const tooBig = ({
  type,
  maximum,
  inclusive,
}: Omit<z.ZodTooBigIssue, keyof z.ZodIssueBase>): string => {
  const most = Number(maximum);
  switch (type) {
    case 'string':
      return i18n.translate('recentlyCompiled.zod.long', {
        defaultMessage:
          'it may have at most {most, plural, one {# character} other {# characters}}',
        values: { most },
      });
    case 'array':
    case 'set':
      return i18n.translate('recentlyCompiled.zod.manyEntries', {
        defaultMessage: 'it may have at most {most, plural, one {# entry} other {# entries}}',
        values: { most },
      });
    default:
      return inclusive
        ? i18n.translate('recentlyCompiled.zod.atMost', {
            defaultMessage: 'it must be at most {most}',
            values: { most: String(maximum) },
          })
        : i18n.translate('recentlyCompiled.zod.less', {
            defaultMessage: 'it must be less than {limit}',
            values: { limit: String(maximum) },
          });
  }
};
