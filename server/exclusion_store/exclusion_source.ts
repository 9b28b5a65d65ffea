// SPDX-License-Identifier: Apache-2.0
import type { Exclusion, ValueLists } from '../../common/exclusions';
import type { Notice } from '../notice';

/** A Security exception list, as rules refer to it. */
export interface ExceptionListReference {
  readonly id: string;
  readonly list_id: string;
  readonly type: string;
  readonly namespace_type: 'single' | 'agnostic';
  /** True for a list that need not be there. */
  readonly isOptional?: boolean;
}

export interface LoadedExclusions {
  /** All items of all lists, expired ones too. */
  readonly exclusions: readonly Exclusion[];
  /** The values of every value list that an exclusion names. */
  readonly valueLists: ValueLists;
  /** Lists and items that could not be read, each by name. */
  readonly notRead: readonly Notice[];
}

/** Reads exclusions for a run. */
export interface ExclusionSource {
  load(lists: readonly ExceptionListReference[], signal: AbortSignal): Promise<LoadedExclusions>;
}

/** Where Kibana has no exception lists. */
export const NO_EXCLUSIONS: ExclusionSource = {
  load: async () => ({ exclusions: [], valueLists: () => undefined, notRead: [] }),
};
