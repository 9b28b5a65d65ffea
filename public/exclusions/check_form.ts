// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { EVENT_SCHEMA } from '../../common/ecs/event_schema';
import { parseIpRange } from '../../common/eql/types/ip';
import { dataTypeOf } from '../../common/eql/types/schema';
import { LIST_TYPES, type Condition, type ExclusionForm, type FieldCondition } from './form';
import type { Complaint } from './read_entry';

/** Something in a form that keeps it from being saved, or that is probably not meant. */
export interface FormProblem extends Complaint {
  /** `name`, `comment`, `expireTime`, or `groups[0][1].field` and the like. */
  readonly field: string;
  readonly level: 'error' | 'warning';
}

/** Of an exclusion, in characters. */
export const LONGEST_NAME = 256;
const LONGEST_COMMENT = 4096;
const WHOLE_NUMBER = /^-?\d+$/;

export const hasErrors = (problems: readonly FormProblem[]): boolean =>
  problems.some(({ level }) => level === 'error');

/** All that is wrong with a form; `now` in milliseconds since 1970. */
export const checkForm = (form: ExclusionForm, now: number): FormProblem[] => [
  ...checkName(form),
  ...(form.comment.trim().length > LONGEST_COMMENT
    ? [error('comment', tooLong(LONGEST_COMMENT))]
    : []),
  ...checkExpiry(form, now),
  ...form.groups.flatMap((group, g) =>
    group.flatMap((condition, i) => checkCondition(condition, `groups[${g}][${i}]`)),
  ),
];

const checkName = ({ name }: ExclusionForm): FormProblem[] => {
  if (name.trim() === '') {
    return [
      error('name', {
        message: i18n.translate('recentlyCompiled.exclusions.check.noName', {
          defaultMessage: 'It has no name',
        }),
        remedy: i18n.translate('recentlyCompiled.exclusions.check.noNameRemedy', {
          defaultMessage: 'Give it a name that says what it is for',
        }),
      }),
    ];
  }
  return name.trim().length > LONGEST_NAME ? [error('name', tooLong(LONGEST_NAME))] : [];
};

const checkExpiry = ({ expireTime }: ExclusionForm, now: number): FormProblem[] =>
  expireTime !== null && Date.parse(expireTime) <= now
    ? [
        warning('expireTime', {
          message: i18n.translate('recentlyCompiled.exclusions.check.expired', {
            defaultMessage: 'It has expired already, so that it hides nothing',
          }),
          remedy: i18n.translate('recentlyCompiled.exclusions.check.expiredRemedy', {
            defaultMessage: 'Choose a later time',
          }),
        }),
      ]
    : [];

const checkCondition = (condition: Condition, path: string): FormProblem[] => {
  if (condition.kind === 'kept') {
    return condition.entry
      ? []
      : [
          error(path, {
            message: i18n.translate('recentlyCompiled.exclusions.check.unreadable', {
              defaultMessage: 'This condition can not be applied',
            }),
            remedy: i18n.translate('recentlyCompiled.exclusions.check.unreadableRemedy', {
              defaultMessage: 'Remove it, and add it again in another form',
            }),
          }),
        ];
  }
  if (condition.field.trim() === '') {
    return [
      error(`${path}.field`, {
        message: i18n.translate('recentlyCompiled.exclusions.check.noField', {
          defaultMessage: 'No field is chosen',
        }),
        remedy: i18n.translate('recentlyCompiled.exclusions.check.noFieldRemedy', {
          defaultMessage: 'Choose one, or remove the condition',
        }),
      }),
    ];
  }
  return [...checkField(condition, path), ...checkValues(condition, path)];
};

const checkField = ({ field, operator }: FieldCondition, path: string): FormProblem[] => {
  const known = EVENT_SCHEMA.field(field);
  if (!known) {
    return [
      warning(`${path}.field`, {
        message: i18n.translate('recentlyCompiled.exclusions.check.unknownField', {
          defaultMessage: 'Events of Elastic Defend have no field of this name',
        }),
        remedy: i18n.translate('recentlyCompiled.exclusions.check.unknownFieldRemedy', {
          defaultMessage: 'Check its spelling, and look at the preview',
        }),
      }),
    ];
  }
  const isText = dataTypeOf(known.mappedType) === 'keyword';
  return operator.comparison === 'wildcard' && !isText
    ? [
        error(`${path}.operator`, {
          message: i18n.translate('recentlyCompiled.exclusions.check.notText', {
            defaultMessage: 'A pattern can not be matched with a field of type {type}',
            values: { type: known.mappedType },
          }),
          remedy: i18n.translate('recentlyCompiled.exclusions.check.notTextRemedy', {
            defaultMessage:
              'Use "is" or "is one of"; for addresses it takes networks too, such as 10.0.0.0/8',
          }),
        }),
      ]
    : [];
};

const checkValues = (condition: FieldCondition, path: string): FormProblem[] => {
  const { field, operator, values, listType } = condition;
  const place = `${path}.value`;
  if (operator.comparison === 'exists') {
    return [];
  }
  if (values.every((value) => value === '')) {
    return [
      error(place, {
        message: i18n.translate('recentlyCompiled.exclusions.check.noValue', {
          defaultMessage: 'It has no value',
        }),
        remedy: i18n.translate('recentlyCompiled.exclusions.check.noValueRemedy', {
          defaultMessage: 'Enter a value and press Enter',
        }),
      }),
    ];
  }
  if (operator.comparison === 'list') {
    return (LIST_TYPES as readonly string[]).includes(listType)
      ? []
      : [
          error(place, {
            message: i18n.translate('recentlyCompiled.exclusions.check.listType', {
              defaultMessage: 'A value list of type {type} is not applied',
              values: { type: listType },
            }),
            remedy: i18n.translate('recentlyCompiled.exclusions.check.listTypeRemedy', {
              defaultMessage: 'Use a list of type keyword, ip or ip_range',
            }),
          }),
        ];
  }
  const type = EVENT_SCHEMA.field(field)?.mappedType;
  return values.flatMap((value) => checkValue(value, type, place));
};

const checkValue = (value: string, type: string | undefined, place: string): FormProblem[] => {
  if (type === 'ip' && !isAddress(value)) {
    return [
      error(place, {
        message: i18n.translate('recentlyCompiled.exclusions.check.noAddress', {
          defaultMessage: '{value} is neither an IP address nor a network',
          values: { value },
        }),
        remedy: i18n.translate('recentlyCompiled.exclusions.check.noAddressRemedy', {
          defaultMessage: 'Write it as in 10.1.2.3 or 10.0.0.0/8',
        }),
      }),
    ];
  }
  if ((type === 'long' || type === 'unsigned_long') && !WHOLE_NUMBER.test(value)) {
    return [
      error(place, {
        message: i18n.translate('recentlyCompiled.exclusions.check.noNumber', {
          defaultMessage: '{value} is no whole number, which this field holds',
          values: { value },
        }),
        remedy: i18n.translate('recentlyCompiled.exclusions.check.noNumberRemedy', {
          defaultMessage: 'Write digits only, such as 443',
        }),
      }),
    ];
  }
  return value !== value.trim()
    ? [
        warning(place, {
          message: i18n.translate('recentlyCompiled.exclusions.check.spaces', {
            defaultMessage: 'The value begins or ends with a space',
          }),
          remedy: i18n.translate('recentlyCompiled.exclusions.check.spacesRemedy', {
            defaultMessage: 'Enter it again without the space, unless it is meant',
          }),
        }),
      ]
    : [];
};

const isAddress = (text: string): boolean => {
  try {
    parseIpRange(text);
    return true;
  } catch {
    return false;
  }
};

const tooLong = (most: number): Complaint => ({
  message: i18n.translate('recentlyCompiled.exclusions.check.tooLong', {
    defaultMessage: 'It is longer than {most} characters',
    values: { most },
  }),
  remedy: i18n.translate('recentlyCompiled.exclusions.check.tooLongRemedy', {
    defaultMessage: 'Shorten it',
  }),
});

const error = (field: string, complaint: Complaint): FormProblem => ({
  field,
  level: 'error',
  ...complaint,
});
const warning = (field: string, complaint: Complaint): FormProblem => ({
  field,
  level: 'warning',
  ...complaint,
});
