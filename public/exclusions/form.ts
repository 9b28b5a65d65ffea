// SPDX-License-Identifier: Apache-2.0
import type { ExclusionDraft, ExclusionItem } from '../../common/api';
import type { ExclusionEntry } from '../../common/exclusions';
import { readEntry } from './read_entry';
import type { Comparison, Operator } from './operators';

/** Value lists of other types are not applied. */
export const LIST_TYPES = ['keyword', 'ip', 'ip_range'] as const;

/** A condition that people edit. */
export interface FieldCondition {
  readonly kind: 'field';
  readonly field: string;
  readonly operator: Operator;
  /** One value, several for "is one of", the id of a value list for "is in list", none for "exists". */
  readonly values: readonly string[];
  /** Of a value list. */
  readonly listType: string;
}

/** A condition that stays as it is: a nested one, or one that nobody can apply. */
export interface KeptCondition {
  readonly kind: 'kept';
  /** Undefined when it can not be applied. */
  readonly entry: ExclusionEntry | undefined;
  readonly stored: unknown;
}

export type Condition = FieldCondition | KeptCondition;

/** Conditions that must all hold. Each group becomes an exclusion of its own, since Security knows OR only so. */
export type ConditionGroup = readonly Condition[];

export interface ExclusionForm {
  readonly name: string;
  readonly description: string;
  /** Added to the comments that are there. */
  readonly comment: string;
  /** ISO text; null when it never expires. */
  readonly expireTime: string | null;
  readonly groups: readonly ConditionGroup[];
  readonly osTypes: ExclusionDraft['osTypes'];
  readonly tags: readonly string[];
}

export const fieldCondition = (
  field = '',
  comparison: Comparison = 'match',
  values: readonly string[] = [],
): FieldCondition => ({
  kind: 'field',
  field,
  operator: { comparison, not: false },
  values,
  listType: LIST_TYPES[0],
});

/** Changes the operator, and keeps of the values what it can take. */
export const withOperator = (condition: FieldCondition, operator: Operator): FieldCondition => {
  const before = condition.operator.comparison;
  const { comparison } = operator;
  const isOtherKind = comparison === 'exists' || (comparison === 'list') !== (before === 'list');
  const values = isOtherKind ? [] : condition.values;
  return {
    ...condition,
    operator,
    values: comparison === 'match_any' ? values : values.slice(0, 1),
  };
};

export const emptyForm = (): ExclusionForm => ({
  name: '',
  description: '',
  comment: '',
  expireTime: null,
  groups: [[fieldCondition()]],
  osTypes: ['linux'],
  tags: [],
});

const OS_TYPES = ['linux', 'macos', 'windows'] as const;

/** An exclusion as people edit it. Nothing that it holds is lost by saving it again. */
export const formOf = (item: ExclusionItem): ExclusionForm => ({
  name: item.name,
  description: item.description,
  comment: '',
  expireTime: item.expireTime,
  groups: [item.entries.map(conditionOf)],
  osTypes: OS_TYPES.filter((system) => item.osTypes.includes(system)),
  tags: item.tags,
});

const conditionOf = (stored: unknown): Condition => {
  const read = readEntry(stored);
  if (!('entry' in read)) {
    return { kind: 'kept', entry: undefined, stored };
  }
  const { entry } = read;
  if (entry.type === 'nested') {
    return { kind: 'kept', entry, stored };
  }
  return {
    kind: 'field',
    field: entry.field,
    operator: { comparison: entry.type, not: entry.operator === 'excluded' },
    values:
      entry.type === 'exists' ? [] : entry.type === 'list' ? [entry.list.id] : [entry.value].flat(),
    listType: entry.type === 'list' ? entry.list.type : LIST_TYPES[0],
  };
};

/** The entry that a condition becomes; undefined for one that says nothing yet. */
export const entryOf = (condition: Condition): ExclusionEntry | undefined => {
  if (condition.kind === 'kept') {
    return condition.entry;
  }
  const { field, operator, values, listType } = condition;
  const [value] = values;
  const base = { field, operator: operator.not ? 'excluded' : 'included' } as const;
  if (field === '') {
    return undefined;
  }
  switch (operator.comparison) {
    case 'exists':
      return { ...base, type: 'exists' };
    case 'match_any':
      return values.length === 0 ? undefined : { ...base, type: 'match_any', value: [...values] };
    case 'list':
      return value === undefined
        ? undefined
        : { ...base, type: 'list', list: { id: value, type: listType } };
    case 'match':
    case 'wildcard':
      return value === undefined ? undefined : { ...base, type: operator.comparison, value };
  }
};

/** The entries of the conditions that are complete. */
export const entriesOf = (group: ConditionGroup): ExclusionEntry[] =>
  group.flatMap((condition) => entryOf(condition) ?? []);

/** What is sent for one group of a form that has no problems. */
export const draftOf = (form: ExclusionForm, group: ConditionGroup): ExclusionDraft => ({
  name: form.name.trim(),
  description: form.description,
  entries: entriesOf(group),
  osTypes: [...form.osTypes],
  tags: [...form.tags],
  expireTime: form.expireTime,
  comment: form.comment.trim(),
});

export const changeCondition = (
  form: ExclusionForm,
  groupIndex: number,
  index: number,
  condition: Condition,
): ExclusionForm => ({
  ...form,
  groups: form.groups.map((group, g) =>
    g === groupIndex ? group.map((old, i) => (i === index ? condition : old)) : group,
  ),
});

/** AND */
export const addCondition = (form: ExclusionForm, groupIndex: number): ExclusionForm => ({
  ...form,
  groups: form.groups.map((group, g) => (g === groupIndex ? [...group, fieldCondition()] : group)),
});

/** OR */
export const addGroup = (form: ExclusionForm): ExclusionForm => ({
  ...form,
  groups: [...form.groups, [fieldCondition()]],
});

/** With its last condition a group goes too; one empty condition is always left. */
export const removeCondition = (
  form: ExclusionForm,
  groupIndex: number,
  index: number,
): ExclusionForm => {
  const groups = form.groups
    .map((group, g) => (g === groupIndex ? group.filter((_, i) => i !== index) : group))
    .filter((group) => group.length > 0);
  return { ...form, groups: groups.length > 0 ? groups : [[fieldCondition()]] };
};
