// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { EXCLUSION_LIST_ID } from '../../common/api/api_base';
import type { ExclusionItem } from '../../common/api';

/**
 * Exclusions as the lines that Security exports and imports: the list, its items, and what was exported.
 * @see https://www.elastic.co/guide/en/security/8.12/exceptions-api-export-exceptions.html
 */
export const exportItems = (items: readonly ExclusionItem[]): string =>
  [ourList(), ...items.map(lineOf), detailsOf(items)]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

const ourList = () => ({
  list_id: EXCLUSION_LIST_ID,
  name: 'Recently Compiled',
  description: i18n.translate('recentlyCompiled.exclusionList.description', {
    defaultMessage: 'What the rule of Recently Compiled does not alert on',
  }),
  type: 'detection',
  namespace_type: 'single',
  os_types: [],
  tags: [],
  version: 1,
});

const lineOf = (item: ExclusionItem) => ({
  comments: item.comments.map(({ text, by, at }) => ({
    comment: text,
    created_by: by,
    created_at: at,
  })),
  created_at: item.createdAt,
  created_by: item.createdBy,
  description: item.description,
  entries: item.entries,
  ...(item.expireTime !== null && { expire_time: item.expireTime }),
  item_id: item.itemId,
  list_id: EXCLUSION_LIST_ID,
  name: item.name,
  namespace_type: 'single',
  os_types: item.osTypes,
  tags: item.tags,
  type: 'simple',
  updated_at: item.updatedAt,
  updated_by: item.updatedBy,
});

const detailsOf = ({ length }: readonly ExclusionItem[]) => ({
  exported_exception_list_count: 1,
  exported_exception_list_item_count: length,
  missing_exception_list_item_count: 0,
  missing_exception_list_items: [],
  missing_exception_lists: [],
  missing_exception_lists_count: 0,
});
