// SPDX-License-Identifier: Apache-2.0
import type {
  ExclusionDelete,
  ExclusionDraft,
  ExclusionItem,
  ExclusionsQuery,
  ExclusionsResponse,
  ExclusionUpdate,
} from '../../common/api';
import type { Exclusion, ValueLists } from '../../common/exclusions';
import type { ExceptionListReference } from './exclusion_source';

/** Our exclusions in a space, for people to manage. Throws a `Failure`. */
export interface ExclusionStore {
  list(query: ExclusionsQuery): Promise<ExclusionsResponse>;
  create(draft: ExclusionDraft): Promise<ExclusionItem>;
  /** Refuses an exclusion that somebody else has changed since it was read. */
  update(update: ExclusionUpdate): Promise<ExclusionItem>;
  remove(request: ExclusionDelete): Promise<void>;
  /** Of any list; null for one that does not exist or that the user may not read. */
  itemsOf(
    list: Pick<ExceptionListReference, 'list_id' | 'namespace_type'>,
  ): Promise<Pick<ExclusionsResponse, 'items' | 'total'> | null>;
  /** All that can be applied, expired ones too. */
  all(): Promise<readonly Exclusion[]>;
  /** The values of the value lists that exclusions name, as far as the user may read them. */
  valueLists(exclusions: readonly Exclusion[], signal: AbortSignal): Promise<ValueLists>;
}
