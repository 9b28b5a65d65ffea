// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiBadge,
  EuiButton,
  EuiButtonEmpty,
  EuiHorizontalRule,
  EuiPanel,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { AlertResponse } from '../../common/api';
import type { FormProblem } from './check_form';
import { ConditionRow } from './condition_row';
import {
  addCondition,
  addGroup,
  changeCondition,
  entriesOf,
  removeCondition,
  type ExclusionForm,
} from './form';
import { ScopePanel } from './scope_panel';

/** The conditions: AND within a box, OR between the boxes. */
export function ConditionsEditor({
  form,
  problems,
  events,
  disabled,
  onChange,
}: {
  form: ExclusionForm;
  problems: readonly FormProblem[];
  events: AlertResponse['events'];
  disabled: boolean;
  onChange: (form: ExclusionForm) => void;
}) {
  return (
    <div data-test-subj="exclusions-conditions">
      {form.groups.map((group, g) => (
        <React.Fragment key={g}>
          {g > 0 && <Between word={orWord()} />}
          <EuiPanel hasBorder paddingSize="m" data-test-subj={`exclusions-group-${g}`}>
            {group.map((condition, i) => (
              <React.Fragment key={i}>
                {i > 0 && <Between word={andWord()} />}
                <ConditionRow
                  condition={condition}
                  path={`groups[${g}][${i}]`}
                  problems={problems}
                  events={events}
                  disabled={disabled}
                  onChange={(changed) => onChange(changeCondition(form, g, i, changed))}
                  onRemove={() => onChange(removeCondition(form, g, i))}
                />
              </React.Fragment>
            ))}
            <EuiSpacer size="s" />
            <EuiButtonEmpty
              data-test-subj={`exclusions-and-${g}`}
              size="s"
              iconType="plusInCircle"
              isDisabled={disabled}
              onClick={() => onChange(addCondition(form, g))}
            >
              {andWord()}
            </EuiButtonEmpty>
            <EuiHorizontalRule margin="s" />
            <ScopePanel entries={entriesOf(group)} osTypes={form.osTypes} />
          </EuiPanel>
        </React.Fragment>
      ))}
      <EuiSpacer size="s" />
      <EuiButton
        data-test-subj="exclusions-or"
        size="s"
        iconType="plusInCircle"
        isDisabled={disabled}
        onClick={() => onChange(addGroup(form))}
      >
        {orWord()}
      </EuiButton>
      {form.groups.length > 1 && (
        <>
          <EuiSpacer size="s" />
          <EuiText data-test-subj="exclusions-orHelp" size="s" color="subdued">
            <p>
              {i18n.translate('recentlyCompiled.exclusions.conditions.orHelp', {
                defaultMessage:
                  'Each box is saved as an exclusion of its own, {count} in all, with the same name.',
                values: { count: form.groups.length },
              })}
            </p>
          </EuiText>
        </>
      )}
    </div>
  );
}

const andWord = () =>
  i18n.translate('recentlyCompiled.exclusions.conditions.and', { defaultMessage: 'AND' });
const orWord = () =>
  i18n.translate('recentlyCompiled.exclusions.conditions.or', { defaultMessage: 'OR' });

function Between({ word }: { word: string }) {
  return (
    <>
      <EuiSpacer size="s" />
      <EuiBadge>{word}</EuiBadge>
      <EuiSpacer size="s" />
    </>
  );
}
