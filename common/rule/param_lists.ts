// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import { IpRangeError, parseIpRange, type IpFault } from '../eql/types/ip';
import { object } from './param_problem';

/** The most entries of one list. */
export const MAX_LIST_ENTRIES = 500;

/** The longest name, in UTF-16 units: Elastic Defend's index does not see longer values. */
export const MAX_NAME_LENGTH = 1024;

interface ListOptions {
  /** What an entry is: "a process name". */
  readonly entry: () => string;
  /** What a good entry looks like. */
  readonly example: string;
  readonly mayBeEmpty: boolean;
}

/** A schema of lists: trimmed entries come out, the list frozen. */
type ListSchema = z.ZodType<readonly string[], z.ZodTypeDef, readonly string[]>;

type EntryCheck = (entry: string, context: z.RefinementCtx) => void;

const listOf = ({ entry, example, mayBeEmpty }: ListOptions, check: EntryCheck): ListSchema =>
  z
    .array(
      z
        .string()
        .trim()
        .superRefine((value, context) => {
          if (value === '') {
            object(context, {
              message: (subject) =>
                i18n.translate('recentlyCompiled.params.list.emptyEntry', {
                  defaultMessage: '{subject} is empty',
                  values: { subject },
                }),
              remedy: i18n.translate('recentlyCompiled.params.list.emptyEntryRemedy', {
                defaultMessage: 'Write {entry}, or remove the entry',
                values: { entry: entry() },
              }),
            });
          } else {
            check(value, context);
          }
        }),
    )
    .superRefine((entries, context) => {
      if (entries.length === 0 && !mayBeEmpty) {
        object(context, {
          message: (subject) =>
            i18n.translate('recentlyCompiled.params.list.empty', {
              defaultMessage: '{subject} needs at least one entry',
              values: { subject },
            }),
          remedy: i18n.translate('recentlyCompiled.params.list.emptyRemedy', {
            defaultMessage: 'Add {entry}, such as {example}',
            values: { entry: entry(), example },
          }),
        });
      }
      if (entries.length > MAX_LIST_ENTRIES) {
        object(context, {
          message: (subject) =>
            i18n.translate('recentlyCompiled.params.list.tooMany', {
              defaultMessage:
                '{subject} has {count} entries, more than the {most} that are possible',
              values: { subject, count: entries.length, most: MAX_LIST_ENTRIES },
            }),
          remedy: i18n.translate('recentlyCompiled.params.list.tooManyRemedy', {
            defaultMessage: 'Remove those that are not needed',
          }),
        });
      }
      refuseRepeated(entries, context);
    })
    .readonly();

const refuseRepeated = (entries: readonly string[], context: z.RefinementCtx): void => {
  const seen = new Set<string>();
  entries.forEach((entry, i) => {
    if (seen.has(entry) && entry !== '') {
      object(context, {
        message: (subject) =>
          i18n.translate('recentlyCompiled.params.list.repeated', {
            defaultMessage: '{subject} repeats [{entry}]',
            values: { subject, entry },
          }),
        remedy: i18n.translate('recentlyCompiled.params.list.repeatedRemedy', {
          defaultMessage: 'Remove one of them',
        }),
        path: [i],
      });
    }
    seen.add(entry);
  });
};

/** Names of processes, exactly as events carry them; spaces around them are dropped. */
export const processNames = ({ mayBeEmpty }: Pick<ListOptions, 'mayBeEmpty'>): ListSchema =>
  listOf(
    {
      entry: () =>
        i18n.translate('recentlyCompiled.params.entry.name', {
          defaultMessage: 'a process name',
        }),
      example: 'gcc',
      mayBeEmpty,
    },
    (name, context) => {
      if (name.length > MAX_NAME_LENGTH) {
        object(context, {
          message: (subject) =>
            i18n.translate('recentlyCompiled.params.name.tooLong', {
              defaultMessage:
                '{subject} has {count} characters, more than the {most} that events keep',
              values: { subject, count: name.length, most: MAX_NAME_LENGTH },
            }),
          remedy: i18n.translate('recentlyCompiled.params.name.tooLongRemedy', {
            defaultMessage: 'Write the name of the process only, without its arguments',
          }),
        });
      }
      if (/\p{Surrogate}/u.test(name)) {
        object(context, {
          message: (subject) =>
            i18n.translate('recentlyCompiled.params.name.half', {
              defaultMessage: '{subject} holds half of a character',
              values: { subject },
            }),
          remedy: i18n.translate('recentlyCompiled.params.name.halfRemedy', {
            defaultMessage: 'Type the name again',
          }),
        });
      }
    },
  );

/** Blocks in CIDR notation and single addresses, IPv4 and IPv6. */
export const networks = (): ListSchema =>
  listOf(
    {
      entry: () =>
        i18n.translate('recentlyCompiled.params.entry.network', {
          defaultMessage: 'a network',
        }),
      example: '10.0.0.0/8',
      mayBeEmpty: true,
    },
    (network, context) => {
      const reason = unreadable(network);
      if (reason !== undefined) {
        object(context, {
          message: (subject) =>
            i18n.translate('recentlyCompiled.params.network.wrong', {
              defaultMessage: '{subject} is no network: {reason}',
              values: { subject, reason },
            }),
          remedy: i18n.translate('recentlyCompiled.params.network.wrongRemedy', {
            defaultMessage:
              'Write an address such as 10.1.2.3, or a block such as 10.0.0.0/8 or fd00::/8',
          }),
        });
      }
    },
  );

const unreadable = (network: string): string | undefined => {
  try {
    parseIpRange(network);
    return undefined;
  } catch (error) {
    if (error instanceof IpRangeError) {
      return faultOf(error.fault, network);
    }
    throw error;
  }
};

const faultOf = (fault: IpFault, text: string): string => {
  switch (fault.kind) {
    case 'address':
      return i18n.translate('recentlyCompiled.params.network.noAddress', {
        defaultMessage: '[{text}] is not an IP address or a block in CIDR notation',
        values: { text },
      });
    case 'mixed':
      return i18n.translate('recentlyCompiled.params.network.mixed', {
        defaultMessage: '[{text}] mixes IPv4 and IPv6; write it as an IPv4 block',
        values: { text },
      });
    case 'prefix':
      return i18n.translate('recentlyCompiled.params.network.prefix', {
        defaultMessage: '[{prefix}] in [{text}] is no prefix length from 0 to {most}',
        values: { prefix: fault.prefix, text, most: fault.most },
      });
  }
};

/** What Elasticsearch takes in no name of an index, and the comma between patterns. */
const NOT_IN_INDEX_NAMES = /[\s,"\\/?|<>#]/;

/** Names of indices and data streams, with `*` as the wildcard. */
export const indexPatterns = (): ListSchema =>
  listOf(
    {
      entry: () =>
        i18n.translate('recentlyCompiled.params.entry.pattern', {
          defaultMessage: 'an index pattern',
        }),
      example: 'logs-endpoint.events.*',
      mayBeEmpty: false,
    },
    (pattern, context) => {
      const [wrong] = NOT_IN_INDEX_NAMES.exec(pattern) ?? [];
      if (wrong !== undefined) {
        object(context, {
          message: (subject) =>
            i18n.translate('recentlyCompiled.params.pattern.wrong', {
              defaultMessage: '{subject} is no index pattern: it holds [{wrong}]',
              values: { subject, wrong },
            }),
          remedy: i18n.translate('recentlyCompiled.params.pattern.wrongRemedy', {
            defaultMessage:
              'Use letters, digits, ., -, _, : and *, and give every pattern its own entry',
          }),
        });
      }
    },
  );
