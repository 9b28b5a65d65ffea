// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { ExclusionEntry } from '../../common/exclusions';

/** What is wrong, and what to do about it. */
export interface Complaint {
  readonly message: string;
  readonly remedy: string;
}

type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';
const isFilledText = (value: unknown): value is string => isText(value) && value !== '';

const NESTABLE = ['match', 'match_any', 'exists'];
const KINDS = ['match', 'match_any', 'wildcard', 'exists', 'list', 'nested'];

/**
 * Reads one condition of an exception item. It is as strict as the schema of our API, whose library browsers need
 * not load for it. @param path where it stands, such as `entries[2]`
 */
export const readEntry = (
  value: unknown,
  path = 'entries[0]',
  kinds: readonly string[] = KINDS,
): { readonly entry: ExclusionEntry } | Complaint => {
  if (!isMembers(value)) {
    return complaint(
      path,
      i18n.translate('recentlyCompiled.exclusions.entry.object', {
        defaultMessage: 'an object with field, type and operator',
      }),
    );
  }
  const { type, field, operator } = value;
  if (!isText(type) || !kinds.includes(type)) {
    return complaint(`${path}.type`, kinds.join(', '));
  }
  if (!isFilledText(field)) {
    return complaint(
      `${path}.field`,
      i18n.translate('recentlyCompiled.exclusions.entry.field', {
        defaultMessage: 'the name of a field',
      }),
    );
  }
  if (type === 'nested') {
    return readNested(value, field, path);
  }
  if (operator !== 'included' && operator !== 'excluded') {
    return complaint(`${path}.operator`, 'included, excluded');
  }
  return readField(value, { type, field, operator, path });
};

const readField = (
  value: Members,
  head: { type: string; field: string; operator: 'included' | 'excluded'; path: string },
): { readonly entry: ExclusionEntry } | Complaint => {
  const { type, field, operator, path } = head;
  const { value: wanted, list } = value;
  switch (type) {
    case 'exists':
      return { entry: { type, field, operator } };
    case 'match':
    case 'wildcard':
      return isText(wanted)
        ? { entry: { type, field, operator, value: wanted } }
        : complaint(
            `${path}.value`,
            i18n.translate('recentlyCompiled.exclusions.entry.text', {
              defaultMessage: 'a text',
            }),
          );
    case 'match_any':
      return Array.isArray(wanted) && wanted.length > 0 && wanted.every(isText)
        ? { entry: { type, field, operator, value: wanted } }
        : complaint(
            `${path}.value`,
            i18n.translate('recentlyCompiled.exclusions.entry.texts', {
              defaultMessage: 'an array with at least one text',
            }),
          );
    default:
      return isMembers(list) && isFilledText(list['id']) && isText(list['type'])
        ? { entry: { type: 'list', field, operator, list: { id: list['id'], type: list['type'] } } }
        : complaint(
            `${path}.list`,
            i18n.translate('recentlyCompiled.exclusions.entry.list', {
              defaultMessage: 'an object with id and type of a value list',
            }),
          );
  }
};

const readNested = (
  { entries }: Members,
  field: string,
  path: string,
): { readonly entry: ExclusionEntry } | Complaint => {
  if (!Array.isArray(entries) || entries.length === 0) {
    return complaint(
      `${path}.entries`,
      i18n.translate('recentlyCompiled.exclusions.entry.entries', {
        defaultMessage: 'an array with at least one condition',
      }),
    );
  }
  const inner: Extract<ExclusionEntry, { type: 'nested' }>['entries'] = [];
  for (const [index, value] of (entries as unknown[]).entries()) {
    const read = readEntry(value, `${path}.entries[${index}]`, NESTABLE);
    if (!('entry' in read)) {
      return read;
    }
    inner.push(read.entry as (typeof inner)[number]);
  }
  return { entry: { type: 'nested', field, entries: inner } };
};

const complaint = (place: string, expected: string): Complaint => ({
  message: i18n.translate('recentlyCompiled.exclusions.entry.message', {
    defaultMessage: '{place} can not be used',
    values: { place },
  }),
  remedy: i18n.translate('recentlyCompiled.exclusions.entry.remedy', {
    defaultMessage: 'It must be: {expected}',
    values: { expected },
  }),
});
