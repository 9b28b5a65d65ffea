// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiButtonIcon,
  EuiCode,
  EuiComboBox,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSelect,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { AlertResponse } from '../../common/api';
import { sentence } from '../sentence';
import type { FormProblem } from './check_form';
import { LIST_TYPES, withOperator, type Condition, type FieldCondition } from './form';
import { OPERATORS, operatorId, operatorOf, operatorText } from './operators';
import { suggestedFields, suggestedValues } from './suggestions';
import { useUsualValues } from './usual_values';

export interface ConditionRowProps {
  condition: Condition;
  /** Such as `groups[0][1]`. */
  path: string;
  problems: readonly FormProblem[];
  /** Of the alert that the exclusion is made from. */
  events: AlertResponse['events'];
  disabled: boolean;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

const option = (label: string) => ({ label });

/** One condition: field, operator and value. */
export function ConditionRow(props: ConditionRowProps) {
  const { condition, path, disabled, onRemove } = props;
  return (
    <EuiFlexGroup
      data-test-subj={`exclusions-condition-${path}`}
      gutterSize="s"
      alignItems="flexStart"
    >
      {condition.kind === 'kept' ? (
        <KeptFields stored={condition.stored} problems={problemsAt(props, path)} />
      ) : (
        <FieldFields {...props} condition={condition} />
      )}
      <EuiFlexItem grow={false}>
        <EuiFormRow hasEmptyLabelSpace>
          <EuiButtonIcon
            data-test-subj={`exclusions-remove-${path}`}
            iconType="trash"
            color="danger"
            isDisabled={disabled}
            aria-label={i18n.translate('recentlyCompiled.exclusions.condition.remove', {
              defaultMessage: 'Remove the condition',
            })}
            onClick={onRemove}
          />
        </EuiFormRow>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

/** As wide as in all other rows, whatever it holds. */
const COLUMN = { minWidth: 0 } as const;

const problemsAt = ({ problems }: Pick<ConditionRowProps, 'problems'>, field: string) =>
  problems.filter((problem) => problem.field === field);

const isWrong = (problems: readonly FormProblem[]): boolean =>
  problems.some(({ level }) => level === 'error');
const inWords = (problems: readonly FormProblem[]): string[] =>
  problems.map(({ message, remedy }) => `${sentence(message)} ${sentence(remedy)}`);

/** Errors and warnings of a form row, the latter as its help. */
export const rowProblems = (problems: readonly FormProblem[]) => ({
  isInvalid: isWrong(problems),
  error: inWords(problems.filter(({ level }) => level === 'error')),
  ...(problems.some(({ level }) => level === 'warning') && {
    helpText: inWords(problems.filter(({ level }) => level === 'warning')).join(' '),
  }),
});

function KeptFields({ stored, problems }: { stored: unknown; problems: readonly FormProblem[] }) {
  return (
    <EuiFlexItem>
      <EuiFormRow
        fullWidth
        label={i18n.translate('recentlyCompiled.exclusions.condition.kept', {
          defaultMessage: 'Condition that is kept as it is',
        })}
        {...rowProblems(problems)}
      >
        <EuiText size="s" className="eui-textBreakWord">
          <EuiCode transparentBackground>{JSON.stringify(stored)}</EuiCode>
        </EuiText>
      </EuiFormRow>
    </EuiFlexItem>
  );
}

function FieldFields(props: ConditionRowProps & { condition: FieldCondition }) {
  const { condition, path, events, disabled, onChange } = props;
  const { field, operator } = condition;
  const fieldProblems = problemsAt(props, `${path}.field`);
  const operatorProblems = problemsAt(props, `${path}.operator`);
  return (
    <>
      <EuiFlexItem grow={3} style={COLUMN}>
        <EuiFormRow
          fullWidth
          label={i18n.translate('recentlyCompiled.exclusions.condition.field', {
            defaultMessage: 'Field',
          })}
          {...rowProblems(fieldProblems)}
        >
          <EuiComboBox
            data-test-subj={`exclusions-field-${path}`}
            fullWidth
            isClearable={false}
            isDisabled={disabled}
            isInvalid={isWrong(fieldProblems)}
            singleSelection={{ asPlainText: true }}
            options={suggestedFields(events).map(option)}
            selectedOptions={field === '' ? [] : [option(field)]}
            onChange={([chosen]) => onChange({ ...condition, field: chosen?.label ?? '' })}
            onCreateOption={(name) => onChange({ ...condition, field: name.trim() })}
          />
        </EuiFormRow>
      </EuiFlexItem>
      <EuiFlexItem grow={2} style={COLUMN}>
        <EuiFormRow
          fullWidth
          label={i18n.translate('recentlyCompiled.exclusions.condition.operator', {
            defaultMessage: 'Operator',
          })}
          {...rowProblems(operatorProblems)}
        >
          <EuiSelect
            data-test-subj={`exclusions-operator-${path}`}
            fullWidth
            disabled={disabled}
            isInvalid={isWrong(operatorProblems)}
            value={operatorId(operator)}
            options={OPERATORS.map((choice) => ({
              value: operatorId(choice),
              text: operatorText(choice),
            }))}
            onChange={({ target }) => {
              const chosen = operatorOf(target.value);
              if (chosen) {
                onChange(withOperator(condition, chosen));
              }
            }}
          />
        </EuiFormRow>
      </EuiFlexItem>
      {operator.comparison !== 'exists' && (
        <EuiFlexItem grow={4} style={COLUMN}>
          {operator.comparison === 'list' ? <ListValue {...props} /> : <Values {...props} />}
        </EuiFlexItem>
      )}
    </>
  );
}

type ValueProps = ConditionRowProps & { condition: FieldCondition };

function Values(props: ValueProps) {
  const { condition, path, events, disabled, onChange } = props;
  const problems = problemsAt(props, `${path}.value`);
  const usual = useUsualValues(condition.field);
  const isSeveral = condition.operator.comparison === 'match_any';
  const change = (values: readonly string[]) => onChange({ ...condition, values });
  return (
    <EuiFormRow
      fullWidth
      label={i18n.translate('recentlyCompiled.exclusions.condition.value', {
        defaultMessage: 'Value',
      })}
      {...(condition.operator.comparison === 'wildcard' && {
        helpText: i18n.translate('recentlyCompiled.exclusions.condition.patternHelp', {
          defaultMessage: '* stands for any text, ? for one character',
        }),
      })}
      {...rowProblems(problems)}
    >
      <EuiComboBox
        data-test-subj={`exclusions-value-${path}`}
        fullWidth
        isDisabled={disabled}
        isInvalid={isWrong(problems)}
        {...(!isSeveral && { singleSelection: { asPlainText: true } })}
        isLoading={usual.isLoading}
        options={[...new Set([...suggestedValues(events, condition.field), ...usual.values])].map(
          option,
        )}
        selectedOptions={condition.values.map(option)}
        customOptionText={i18n.translate('recentlyCompiled.exclusions.condition.useValue', {
          defaultMessage: 'Use {value}',
          // EUI puts the text that was typed in this place.
          values: { value: '{searchValue}' },
        })}
        onChange={(options) => change(options.map(({ label }) => label))}
        onCreateOption={(value) => change(isSeveral ? [...condition.values, value] : [value])}
      />
    </EuiFormRow>
  );
}

function ListValue(props: ValueProps) {
  const { condition, path, disabled, onChange } = props;
  const problems = problemsAt(props, `${path}.value`);
  return (
    <EuiFlexGroup gutterSize="s">
      <EuiFlexItem>
        <EuiFormRow
          fullWidth
          label={i18n.translate('recentlyCompiled.exclusions.condition.list', {
            defaultMessage: 'Id of the value list',
          })}
          {...rowProblems(problems)}
        >
          <EuiFieldText
            data-test-subj={`exclusions-list-${path}`}
            fullWidth
            disabled={disabled}
            isInvalid={isWrong(problems)}
            value={condition.values[0] ?? ''}
            onChange={({ target }) =>
              onChange({ ...condition, values: target.value === '' ? [] : [target.value] })
            }
          />
        </EuiFormRow>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiFormRow
          label={i18n.translate('recentlyCompiled.exclusions.condition.listType', {
            defaultMessage: 'Type of the list',
          })}
        >
          <EuiSelect
            data-test-subj={`exclusions-listType-${path}`}
            disabled={disabled}
            value={condition.listType}
            options={[...new Set([...LIST_TYPES, condition.listType])].map((value) => ({
              value,
              text: value,
            }))}
            onChange={({ target }) => onChange({ ...condition, listType: target.value })}
          />
        </EuiFormRow>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
