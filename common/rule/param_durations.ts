// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import { toMilliseconds } from '../eql/ast';
import { formatDuration, parseDuration } from './duration';
import { object, writeExample } from './param_problem';

/** In milliseconds, both ends included. */
export interface DurationLimits {
  readonly least: number;
  readonly most: number;
}

/** The length of a time span in milliseconds; undefined when the text is none. */
export const durationMs = (text: string): number | undefined => {
  const duration = parseDuration(text);
  return duration && toMilliseconds(duration);
};

/** A time span: a whole number and ms, s, m, h or d. */
export const durationWithin = ({
  least,
  most,
}: DurationLimits): z.ZodType<string, z.ZodTypeDef, string> =>
  z
    .string()
    .trim()
    .superRefine((text, context) => {
      const length = durationMs(text);
      if (length === undefined) {
        object(context, {
          message: (subject) =>
            i18n.translate('recentlyCompiled.params.span.wrong', {
              defaultMessage: '{subject} is no time span: [{text}]',
              values: { subject, text },
            }),
          remedy: i18n.translate('recentlyCompiled.params.span.wrongRemedy', {
            defaultMessage: 'Write a whole number and its unit (ms, s, m, h, d), such as 90s',
          }),
        });
      } else if (length < least || length > most) {
        object(context, {
          message: (subject) =>
            i18n.translate('recentlyCompiled.params.span.outside', {
              defaultMessage: '{subject} must be from {least} to {most}, not {text}',
              values: { subject, least: formatDuration(least), most: formatDuration(most), text },
            }),
          remedy: writeExample(formatDuration(length < least ? least : most)),
        });
      }
    });
