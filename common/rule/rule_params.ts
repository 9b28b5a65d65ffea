// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import { zodMessages } from '../zod_messages';
import { DETECTIONS } from './detection';
import { formatDuration } from './duration';
import { durationMs, durationWithin } from './param_durations';
import { indexPatterns, MAX_LIST_ENTRIES, networks, processNames } from './param_lists';
import { object, toProblems, writeExample, type ParamProblem } from './param_problem';
import { LINEAGE_COMPILERS, LINEAGE_LINKERS } from './lineage_names';
import { PUBLISHED_RULE } from './published_rule';

const SECOND = 1_000;
const DAY = 86_400_000;

/** The largest number that `maxSignals` may be. */
export const MAX_SIGNALS_LIMIT = 1000;

const fields = z
  .object({
    detection: z
      .enum(DETECTIONS)
      .default('lineage')
      .describe(
        'published: joins events by the name of the program, as the published rule does; lineage: follows the file that was built and the processes that run it',
      ),
    compilers: processNames({ mayBeEmpty: false })
      .default(['gcc', 'g++', 'cc'])
      .describe(
        `Names of the processes that compile, exactly as events carry them: 1 to ${MAX_LIST_ENTRIES} names`,
      ),
    linkers: processNames({ mayBeEmpty: false })
      .default(['ld'])
      .describe(
        `Names of the processes that write the program, exactly as events carry them: 1 to ${MAX_LIST_ENTRIES} names`,
      ),
    excludedProcessNames: processNames({ mayBeEmpty: true })
      .default(['simpleX', 'conftest', 'ssh', 'python', 'ispnull', 'pvtui'])
      .describe(
        `Connections of processes with these names do not count: up to ${MAX_LIST_ENTRIES} names`,
      ),
    excludedNetworks: networks()
      .default(['127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '::1'])
      .describe(
        `Connections to these addresses do not count: up to ${MAX_LIST_ENTRIES} addresses or blocks in CIDR notation, IPv4 or IPv6`,
      ),
    maxspan: durationWithin({ least: 1, most: DAY })
      .default('1m')
      .describe(
        'The longest time from compiling to connecting, both included: 1ms to 1d; units are ms, s, m, h, d',
      ),
    lineageLinkers: processNames({ mayBeEmpty: false })
      .default([...LINEAGE_LINKERS])
      .describe(
        `Lineage: programs that write programs; * stands for anything, an entry with / is for the whole path: 1 to ${MAX_LIST_ENTRIES} patterns`,
      ),
    lineageCompilers: processNames({ mayBeEmpty: false })
      .default([...LINEAGE_COMPILERS])
      .describe(
        `Lineage: compilers and their drivers, written as lineageLinkers: 1 to ${MAX_LIST_ENTRIES} patterns`,
      ),
    lineageWindow: durationWithin({ least: SECOND, most: DAY })
      .default('15m')
      .describe(
        'Lineage: the longest time from linking to connecting, both included: 1s to 1d; units are ms, s, m, h, d',
      ),
    indexPatterns: indexPatterns()
      .default([...PUBLISHED_RULE.index])
      .describe(`Indices and data streams that hold the events: 1 to ${MAX_LIST_ENTRIES} patterns`),
    tiebreakerField: z
      .string()
      .trim()
      .nullable()
      .transform((name) => (name === '' ? null : name))
      .default('event.sequence')
      .describe(
        'The field that orders events of the same millisecond; empty for none, which misses sequences',
      ),
    from: durationWithin({ least: SECOND, most: 7 * DAY })
      .default('9m')
      .describe(
        'How far back each run looks for connections: at least interval (published: interval and maxspan together), at most 7d; units are ms, s, m, h, d',
      ),
    interval: durationWithin({ least: SECOND, most: DAY })
      .default(PUBLISHED_RULE.interval)
      .describe('How often the rule runs: 1s to 1d; units are ms, s, m, h, d'),
    maxLateness: durationWithin({ least: 0, most: 7 * DAY })
      .default('24h')
      .describe(
        'Events that arrive later than this after they happened are not searched for: 0s to 7d; units are ms, s, m, h, d',
      ),
    maxSignals: z
      .number()
      .superRefine((count, context) => {
        if (!Number.isInteger(count) || count < 1 || count > MAX_SIGNALS_LIMIT) {
          object(context, {
            message: (subject) =>
              i18n.translate('recentlyCompiled.params.maxSignals', {
                defaultMessage: '{subject} must be a whole number from 1 to {most}, not {count}',
                values: { subject, most: MAX_SIGNALS_LIMIT, count: String(count) },
              }),
            remedy: writeExample(String(PUBLISHED_RULE.max_signals)),
          });
        }
      })
      .default(PUBLISHED_RULE.max_signals)
      .describe(`The most alerts that one run writes: 1 to ${MAX_SIGNALS_LIMIT}`),
  })
  .strict();

/**
 * What people may set about the rule. Times are text with a unit (`90s`), names are exact. Parsing trims
 * and fills in what is missing from the published rule.
 */
export const ruleParamsSchema = fields.superRefine(
  ({ detection, from, interval, maxspan }, context) => {
    const [lookBack, between, span] = [durationMs(from), durationMs(interval), durationMs(maxspan)];
    if (lookBack === undefined || between === undefined || span === undefined) {
      return;
    }
    // Lineage always looks back from a connection by its whole window, whatever `from` is.
    const isLineage = detection === 'lineage';
    const needed = isLineage ? between : between + span;
    if (lookBack < needed) {
      const least = formatDuration(needed);
      object(context, {
        message: (subject) =>
          isLineage
            ? i18n.translate('recentlyCompiled.params.fromInterval', {
                defaultMessage:
                  '{subject} is {from}, less than interval ({least}), so that a chain could fall between two runs',
                values: { subject, from, least },
              })
            : i18n.translate('recentlyCompiled.params.from', {
                defaultMessage:
                  '{subject} is {from}, less than interval and maxspan together ({least}), so that a sequence could fall between two runs',
                values: { subject, from, least },
              }),
        remedy: i18n.translate('recentlyCompiled.params.fromRemedy', {
          defaultMessage: 'Write at least {least}',
          values: { least },
        }),
        path: ['from'],
      });
    }
  },
);

export type RuleParams = z.infer<typeof ruleParamsSchema>;

/** The published rule's, with the tiebreaker that finds what shares a millisecond. */
export const DEFAULT_RULE_PARAMS: Readonly<RuleParams> = Object.freeze(ruleParamsSchema.parse({}));

export type ParsedRuleParams =
  { readonly params: RuleParams } | { readonly problems: readonly ParamProblem[] };

/**
 * Reads parameters from anything; what is missing takes its default. All wrong values are told together;
 * how values fit each other is looked at once each can be read.
 */
export const parseRuleParams = (input: unknown): ParsedRuleParams => {
  const parsed = ruleParamsSchema.safeParse(input, { errorMap: zodMessages });
  return parsed.success
    ? { params: parsed.data }
    : { problems: toProblems(parsed.error, DEFAULT_RULE_PARAMS) };
};
