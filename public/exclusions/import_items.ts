// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { ExclusionDraft, ExclusionItem } from '../../common/api';
import type { ExclusionEntry } from '../../common/exclusions';
import { isMembers, readEntry, type Complaint } from './read_entry';

/** A line of a file that can not be imported. */
export interface BadLine extends Complaint {
  /** From 1. */
  readonly line: number;
  readonly name: string | undefined;
}

export interface ReadFile {
  readonly drafts: readonly { readonly line: number; readonly draft: ExclusionDraft }[];
  /** Items that are there already, by id or by name and entries. */
  readonly alreadyThere: readonly { readonly line: number; readonly name: string }[];
  readonly badLines: readonly BadLine[];
}

const LONGEST_NAME = 256;
const LONGEST_TEXT = 4096;
const MOST_TAGS = 50;
const OS_TYPES = ['linux', 'macos', 'windows'] as const;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Reads exception items as Security exports them, one a line. Lines that describe a list or the export are let
 * be. Nothing is written here: the whole file is read before anything is.
 */
export const importItems = (text: string, existing: readonly ExclusionItem[]): ReadFile => {
  const drafts: { line: number; draft: ExclusionDraft }[] = [];
  const alreadyThere: { line: number; name: string }[] = [];
  const badLines: BadLine[] = [];
  const seen = new Set(existing.flatMap(keysOf));
  for (const [index, content] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (content.trim() === '') {
      continue;
    }
    const line = index + 1;
    const read = readLine(content);
    if (read === 'no item') {
      continue;
    }
    if (!('draft' in read)) {
      badLines.push({ line, ...read });
      continue;
    }
    const { draft, itemId } = read;
    const keys = keysOf({ ...draft, itemId });
    if (keys.some((key) => seen.has(key))) {
      alreadyThere.push({ line, name: draft.name });
    } else {
      drafts.push({ line, draft });
      keys.forEach((key) => seen.add(key));
    }
  }
  return { drafts, alreadyThere, badLines };
};

const keysOf = ({
  itemId,
  name,
  entries,
}: {
  itemId: string | undefined;
  name: string;
  entries: readonly unknown[];
}): string[] => [
  ...(itemId === undefined ? [] : [`id ${itemId}`]),
  `same ${JSON.stringify([name, entries.map(canonical)])}`,
];

/** The same for the same entry, whatever the order of its members. */
const canonical = (entry: unknown): unknown => {
  const read = readEntry(entry);
  return 'entry' in read ? read.entry : entry;
};

type Line =
  | 'no item'
  | { readonly draft: ExclusionDraft; readonly itemId: string | undefined }
  | (Complaint & { readonly name: string | undefined });

const readLine = (content: string): Line => {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return {
      name: undefined,
      message: i18n.translate('recentlyCompiled.exclusions.import.noJson', {
        defaultMessage: 'The line is no JSON: {reason}',
        values: { reason: error instanceof Error ? error.message : String(error) },
      }),
      remedy: i18n.translate('recentlyCompiled.exclusions.import.noJsonRemedy', {
        defaultMessage: 'Export the list again; each exception item takes one whole line',
      }),
    };
  }
  if (!isMembers(value)) {
    return {
      name: undefined,
      ...wrong(
        i18n.translate('recentlyCompiled.exclusions.import.theLine', {
          defaultMessage: 'The line',
        }),
        i18n.translate('recentlyCompiled.exclusions.import.jsonObject', {
          defaultMessage: 'a JSON object',
        }),
      ),
    };
  }
  if ('exported_exception_list_count' in value || isList(value)) {
    return 'no item';
  }
  const name = typeof value['name'] === 'string' ? value['name'].trim() : undefined;
  const read = readItem(value, name ?? '');
  return 'draft' in read ? read : { name, ...read };
};

/** Items have entries, lists do not. */
const isList = (value: Readonly<Record<string, unknown>>): boolean =>
  'list_id' in value && !('entries' in value) && !('item_id' in value);

const readItem = (
  value: Readonly<Record<string, unknown>>,
  name: string,
): { draft: ExclusionDraft; itemId: string | undefined } | Complaint => {
  const { type = 'simple', description = '', expire_time: end = null } = value;
  const { item_id: itemId, os_types: systems = [], tags = [], comments = [] } = value;
  if (type !== 'simple') {
    return wrong('type', 'simple');
  }
  if (name === '' || name.length > LONGEST_NAME) {
    return wrong('name', `1–${LONGEST_NAME}`);
  }
  if (typeof description !== 'string' || description.length > LONGEST_TEXT) {
    return wrong('description', `0–${LONGEST_TEXT}`);
  }
  if (end !== null && !isTime(end)) {
    return wrong('expire_time', '2027-01-01T00:00:00.000Z');
  }
  if (!isTexts(systems) || !systems.every(isSystem)) {
    return wrong('os_types', OS_TYPES.join(', '));
  }
  if (
    !isTexts(tags) ||
    tags.length > MOST_TAGS ||
    tags.some((tag) => tag === '' || tag.length > LONGEST_NAME)
  ) {
    return wrong('tags', `0–${MOST_TAGS}`);
  }
  const entries = readEntries(value['entries']);
  if (!Array.isArray(entries)) {
    return entries as Complaint;
  }
  return {
    itemId: typeof itemId === 'string' ? itemId : undefined,
    draft: {
      name,
      description,
      entries: entries as ExclusionEntry[],
      osTypes: systems.filter(isSystem),
      tags,
      expireTime: end === null ? null : new Date(end).toISOString(),
      comment: commentOf(comments),
    },
  };
};

const readEntries = (entries: unknown): readonly ExclusionEntry[] | Complaint => {
  if (!Array.isArray(entries) || entries.length === 0) {
    return wrong('entries', '[…]');
  }
  const good: ExclusionEntry[] = [];
  for (const [index, value] of (entries as unknown[]).entries()) {
    const read = readEntry(value, `entries[${index}]`);
    if (!('entry' in read)) {
      return read;
    }
    good.push(read.entry);
  }
  return good;
};

/** One comment that says who wrote the old ones and when; where it is too long the oldest go. */
const commentOf = (comments: unknown): string => {
  const lines = (Array.isArray(comments) ? (comments as unknown[]) : []).flatMap((value) => {
    if (!isMembers(value) || typeof value['comment'] !== 'string') {
      return [];
    }
    const { comment, created_by: by, created_at: at } = value;
    const who = [by, at].filter((text) => typeof text === 'string').join(', ');
    return [who === '' ? comment : `${comment} (${who})`];
  });
  while (lines.join('\n').length > LONGEST_TEXT) {
    lines.shift();
  }
  return lines.join('\n');
};

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isSystem = (name: string): name is (typeof OS_TYPES)[number] =>
  (OS_TYPES as readonly string[]).includes(name);

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && ISO_TIME.test(value) && !Number.isNaN(Date.parse(value));

const wrong = (place: string, expected: string): Complaint => ({
  message: i18n.translate('recentlyCompiled.exclusions.import.wrong', {
    defaultMessage: '{place} can not be used',
    values: { place },
  }),
  remedy: i18n.translate('recentlyCompiled.exclusions.import.wrongRemedy', {
    defaultMessage: 'It must be like: {expected}',
    values: { expected },
  }),
});
