// SPDX-License-Identifier: Apache-2.0
import type { ExclusionItem } from '../../common/api';

export const SHOWN = ['all', 'inForce', 'expired'] as const;
export type Shown = (typeof SHOWN)[number];

export interface ItemFilter {
  readonly search: string;
  readonly shown: Shown;
}

/** The filter as the address of the page holds it. */
export const filterOf = (query: string): ItemFilter => {
  const parameters = new URLSearchParams(query);
  const shown = parameters.get('show');
  return {
    search: parameters.get('search') ?? '',
    shown: SHOWN.find((name) => name === shown) ?? 'all',
  };
};

/** The other way round; empty for what is shown at first. */
export const queryOf = ({ search, shown }: ItemFilter): string => {
  const parameters = new URLSearchParams({
    ...(search !== '' && { search }),
    ...(shown !== 'all' && { show: shown }),
  });
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
};

/** Each word must stand somewhere in what is told of an item: name, sentence, values, comments, people. */
export const filterItems = (
  items: readonly ExclusionItem[],
  { search, shown }: ItemFilter,
): ExclusionItem[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = textOf(item);
    return (
      (shown === 'all' || item.inForce === (shown === 'inForce')) &&
      words.every((word) => text.includes(word))
    );
  });
};

const textOf = (item: ExclusionItem): string =>
  [
    item.name,
    item.description,
    item.words ?? '',
    JSON.stringify(item.entries),
    item.createdBy,
    item.updatedBy,
    ...item.tags,
    ...item.comments.flatMap(({ text, by }) => [text, by]),
  ]
    .join('\n')
    .toLowerCase();
