// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { ExclusionUsageResponse } from '../../common/api';
import type { ExclusionsApi } from './exclusions_api';

type Usage = ExclusionUsageResponse['items'][number];

/** How often the exclusions of one list have hidden something lately. */
export interface ItemUsage {
  readonly isLoading: boolean;
  readonly error: unknown;
  /** False where there were more sequences than were looked at. */
  readonly isComplete: boolean;
  /** Undefined as long as it is not known. */
  readonly of: (itemId: string) => Usage | undefined;
}

/** It takes a search over days of events, so that it is asked for again only when exclusions change. */
export const useItemUsage = (api: ExclusionsApi): ((listId: string) => ItemUsage) => {
  const { data, isLoading, error } = useQuery(['exclusions', 'usage'], api.usage, {
    staleTime: Infinity,
  });
  return (listId) => ({
    isLoading,
    error,
    isComplete: data?.isComplete ?? true,
    of: (itemId) => data?.items.find((one) => one.itemId === itemId && one.listId === listId),
  });
};
