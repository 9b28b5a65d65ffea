// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { toMilliseconds } from '../eql/ast';
import { formatDuration, parseDuration } from './duration';
import { object } from './param_problem';

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
          message: `is no time span: [${text}]`,
          remedy: 'Write a whole number and its unit (ms, s, m, h, d), such as 90s',
        });
      } else if (length < least || length > most) {
        object(context, {
          message: `must be from ${formatDuration(least)} to ${formatDuration(most)}, not ${text}`,
          remedy: `Write ${formatDuration(length < least ? least : most)}, for example`,
        });
      }
    });
