// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

/**
 * What zod calls a type, in words that stand behind "must be". It may be a choice, `'asc' | 'desc'`; a type that
 * nobody asks for here stays as it is.
 */
export const kindOf = (type: string): string =>
  KINDS[type]?.() ?? (CHOICE.test(type) ? oneOf(type.slice(1, -1).split("' | '")) : type);

const CHOICE = /^'.*'$/;

const oneOf = (options: readonly string[]): string =>
  i18n.translate('recentlyCompiled.params.kind.oneOf', {
    defaultMessage: 'one of {options}',
    values: { options: options.join(', ') },
  });

const aNumber = (): string =>
  i18n.translate('recentlyCompiled.params.kind.number', {
    defaultMessage: 'a number',
  });

const anObject = (): string =>
  i18n.translate('recentlyCompiled.params.kind.object', {
    defaultMessage: 'an object',
  });

const KINDS: Readonly<Record<string, () => string>> = {
  array: () =>
    i18n.translate('recentlyCompiled.params.kind.list', {
      defaultMessage: 'a list',
    }),
  bigint: aNumber,
  boolean: () =>
    i18n.translate('recentlyCompiled.params.kind.boolean', {
      defaultMessage: 'true or false',
    }),
  float: () =>
    i18n.translate('recentlyCompiled.params.kind.fraction', {
      defaultMessage: 'a fraction',
    }),
  integer: () =>
    i18n.translate('recentlyCompiled.params.kind.integer', {
      defaultMessage: 'a whole number',
    }),
  map: anObject,
  nan: () =>
    i18n.translate('recentlyCompiled.params.kind.nan', {
      defaultMessage: 'something that is no number',
    }),
  null: () => 'null',
  number: aNumber,
  object: anObject,
  string: () =>
    i18n.translate('recentlyCompiled.params.kind.text', {
      defaultMessage: 'text',
    }),
  undefined: () =>
    i18n.translate('recentlyCompiled.params.kind.missing', {
      defaultMessage: 'missing',
    }),
};
