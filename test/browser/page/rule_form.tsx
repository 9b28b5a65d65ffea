// SPDX-License-Identifier: Apache-2.0
// The flyout in which Stack Management of Kibana 8.12 creates and edits rules, as far as a rule type sees of it.
import React, { Suspense, useReducer, useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiErrorBoundary,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiFormRow,
  EuiHorizontalRule,
  EuiLoadingSpinner,
  EuiProvider,
  type EuiProviderProps,
  EuiTitle,
} from '@elastic/eui';
import type { RuleTypeModel } from '../../../public/kibana_contracts';
import type { RuleForm } from './injected';

type Params = Readonly<Record<string, unknown>>;

/** As its `ruleReducer`: what is the same already changes nothing, and so draws nothing anew. */
function withParam(params: Params, { key, value }: { key: string; value: unknown }): Params {
  return JSON.stringify(params[key]) === JSON.stringify(value)
    ? params
    : { ...params, [key]: value };
}

export function RuleFormFlyout({
  ruleType,
  initial,
  initialInterval,
  darkMode,
  styles,
}: {
  ruleType: RuleTypeModel;
  /** Empty for a rule that is being created. */
  initial: Params;
  initialInterval: string;
  darkMode: boolean;
  /** Where Kibana wants the styles of components. */
  styles: NonNullable<EuiProviderProps<object>['cache']>;
}) {
  const [params, dispatch] = useReducer(withParam, initial);
  const [interval, setInterval] = useState(initialInterval);
  const { errors } = ruleType.validate(params);
  const form: RuleForm = { params, interval, errors, saved: window.ruleForm?.saved };
  window.ruleForm = form;
  // Kibana gives more than we take.
  const Expression: React.ComponentType<any> = ruleType.ruleParamsExpression; // eslint-disable-line @typescript-eslint/no-explicit-any
  const isValid = Object.values(errors).every((messages) => messages.length === 0);
  return (
    <EuiProvider cache={styles} colorMode={darkMode ? 'dark' : 'light'}>
      <EuiFlyout onClose={() => undefined} aria-labelledby="ruleTitle" size="m" maxWidth={620}>
        <EuiFlyoutHeader hasBorder>
          <EuiTitle size="s">
            <h3 id="ruleTitle">Create rule</h3>
          </EuiTitle>
        </EuiFlyoutHeader>
        <EuiFlyoutBody>
          <EuiHorizontalRule />
          <EuiErrorBoundary>
            <Suspense fallback={<EuiLoadingSpinner aria-label="Loading rule type params…" />}>
              <Expression
                id={undefined}
                ruleParams={params}
                ruleInterval={interval}
                ruleThrottle=""
                alertNotifyWhen="onActionGroupChange"
                errors={errors}
                setRuleParams={(key: string, value: unknown) => dispatch({ key, value })}
                setRuleProperty={() => undefined}
                defaultActionGroupId="default"
                actionGroups={[{ id: 'default', name: 'Default' }]}
                metadata={{}}
                charts={{}}
                data={{}}
                dataViews={{}}
                unifiedSearch={{}}
                onChangeMetaData={() => undefined}
              />
            </Suspense>
          </EuiErrorBoundary>
          <EuiFormRow fullWidth label="Check every">
            <EuiFieldText
              fullWidth
              data-test-subj="intervalInput"
              value={interval}
              onChange={({ target }) => setInterval(target.value)}
            />
          </EuiFormRow>
        </EuiFlyoutBody>
        <EuiFlyoutFooter>
          <EuiFlexGroup justifyContent="spaceBetween" responsive={false}>
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty>Cancel</EuiButtonEmpty>
            </EuiFlexItem>
            <EuiFlexItem grow={false}>
              <EuiButton
                fill
                color="success"
                iconType="check"
                data-test-subj="saveRuleButton"
                onClick={() => {
                  if (isValid) {
                    window.ruleForm = { ...form, saved: params };
                  }
                }}
              >
                Save
              </EuiButton>
            </EuiFlexItem>
          </EuiFlexGroup>
        </EuiFlyoutFooter>
      </EuiFlyout>
    </EuiProvider>
  );
}
