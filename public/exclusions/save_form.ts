// SPDX-License-Identifier: Apache-2.0
import type { ExclusionItem } from '../../common/api';
import type { ExclusionsApi } from './exclusions_api';
import { draftOf, type ExclusionForm } from './form';

/** What was saved, and what kept the rest from it. */
export interface SaveOutcome {
  readonly saved: readonly ExclusionItem[];
  /** The form with the groups that are not saved yet; undefined when all are. */
  readonly rest: ExclusionForm | undefined;
  /** Whether the rest still holds the exclusion that was edited. */
  readonly isEditedSaved: boolean;
  readonly error: unknown;
}

/**
 * Saves the groups of a form one after the other: the first in the place of the exclusion that is edited, the
 * others as new ones. Stops at the first that fails, so that trying again saves none twice.
 */
export const saveForm = async (
  api: Pick<ExclusionsApi, 'add' | 'change'>,
  form: ExclusionForm,
  edited: Pick<ExclusionItem, 'itemId' | 'version'> | undefined,
): Promise<SaveOutcome> => {
  const saved: ExclusionItem[] = [];
  for (const [index, group] of form.groups.entries()) {
    const draft = draftOf(form, group);
    try {
      saved.push(
        index === 0 && edited
          ? await api.change({ ...draft, itemId: edited.itemId, version: edited.version ?? '' })
          : await api.add(draft),
      );
    } catch (error) {
      return {
        saved,
        rest: { ...form, groups: form.groups.slice(index) },
        isEditedSaved: index > 0,
        error,
      };
    }
  }
  return { saved, rest: undefined, isEditedSaved: true, error: undefined };
};
