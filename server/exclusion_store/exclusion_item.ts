// SPDX-License-Identifier: Apache-2.0
import type { ExclusionItem } from '../../common/api';
import { exclusionSchema, isInForce, plainWords, scopeOf } from '../../common/exclusions';
import type { ExceptionListItem } from '../kibana_contracts';

/** An exception item in the words of the API; `now` in milliseconds since 1970. */
export const exclusionItem = (item: ExceptionListItem, now: number): ExclusionItem => {
  const readable = exclusionSchema.safeParse(item);
  return {
    itemId: item.item_id,
    name: item.name,
    description: item.description,
    entries: [...item.entries],
    osTypes: [...item.os_types],
    tags: [...item.tags],
    expireTime: item.expire_time === undefined ? null : isoTime(item.expire_time),
    inForce: isInForce({ expire_time: item.expire_time }, now),
    scope: readable.success ? scopeOf(readable.data) : null,
    words: readable.success ? plainWords(readable.data) : null,
    comments: item.comments.map(({ comment, created_by: by, created_at: at }) => ({
      text: String(comment),
      by: String(by),
      at: isoTime(String(at)),
    })),
    createdBy: item.created_by,
    createdAt: isoTime(item.created_at),
    updatedBy: item.updated_by,
    updatedAt: isoTime(item.updated_at),
    version: item._version ?? null,
  };
};

const isoTime = (time: string): string => new Date(time).toISOString();
