// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiText,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import { DEFAULT_RULE_PARAMS, parseRuleParams, type RuleParams } from '../../common/rule';
import { changedParams } from '../rule_params/changed_params';
import { problemsOf } from '../rule_params/form_state';
import { ParamsReview } from '../rule_params/params_review';
import { RuleParamsForm } from '../rule_params/rule_params_form';
import type { ServerApi } from '../server_api';
import { SaveFailure } from './save_failure';
import type { RuleMutation } from './use_rule';

/**
 * Edits the parameters in two steps: the fields, then what saving would change. What is edited does not change
 * with what others save meanwhile; the server then refuses it.
 */
export function ParamsEditor({
  api,
  rule,
  change,
  onClose,
}: {
  api: ServerApi;
  rule: Rule;
  change: RuleMutation;
  onClose: () => void;
}) {
  const titleId = useGeneratedHtmlId();
  const [edited, setEdited] = useState(rule);
  const [params, setParams] = useState<RuleParams>(edited.params ?? DEFAULT_RULE_PARAMS);
  const [isReview, setReview] = useState(false);
  const stored = edited.params ?? undefined;
  const problems = problemsOf(params);
  const isChanged = stored === undefined || changedParams(stored, parsed(params)).length > 0;
  const begin = (from: Rule): void => {
    change.reset();
    setEdited(from);
    setParams(from.params ?? DEFAULT_RULE_PARAMS);
    setReview(false);
  };
  const save = (): void =>
    change.mutate(
      { action: 'params', revision: edited.revision, params: { ...parsed(params) } },
      { onSuccess: onClose },
    );
  const isSaving = change.isLoading && change.variables?.action === 'params';
  const hasFailed = change.isError && change.variables?.action === 'params';
  return (
    <EuiFlyout
      data-test-subj="paramsEditor"
      aria-labelledby={titleId}
      size="l"
      ownFocus
      onClose={onClose}
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={titleId}>
            {isReview
              ? i18n.translate('recentlyCompiled.overview.editor.reviewTitle', {
                  defaultMessage: 'Review the changes',
                })
              : i18n.translate('recentlyCompiled.overview.editor.title', {
                  defaultMessage: 'Edit parameters',
                })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {hasFailed && (
          <SaveFailure
            error={change.error}
            onReload={edited.revision === rule.revision ? undefined : () => begin(rule)}
          />
        )}
        {stored === undefined && <NotUsable />}
        {isReview ? (
          <ParamsReview before={stored} after={parsed(params)} />
        ) : (
          <RuleParamsForm params={params} onChange={setParams} problems={problems} api={api} />
        )}
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup
          justifyContent="spaceBetween"
          alignItems="center"
          responsive={false}
          wrap
          gutterSize="s"
        >
          {isReview ? (
            <>
              <EuiFlexItem grow={false}>
                <EuiButtonEmpty
                  data-test-subj="params-back"
                  iconType="arrowLeft"
                  isDisabled={isSaving}
                  onClick={() => setReview(false)}
                >
                  {i18n.translate('recentlyCompiled.overview.editor.back', {
                    defaultMessage: 'Back to the fields',
                  })}
                </EuiButtonEmpty>
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <EuiButton
                  data-test-subj="params-save"
                  fill
                  isLoading={isSaving}
                  isDisabled={change.isLoading}
                  onClick={save}
                >
                  {i18n.translate('recentlyCompiled.overview.editor.save', {
                    defaultMessage: 'Save parameters',
                  })}
                </EuiButton>
              </EuiFlexItem>
            </>
          ) : (
            <>
              <EuiFlexItem grow={false}>
                <EuiButtonEmpty data-test-subj="params-cancel" onClick={onClose}>
                  {i18n.translate('recentlyCompiled.overview.editor.cancel', {
                    defaultMessage: 'Cancel',
                  })}
                </EuiButtonEmpty>
              </EuiFlexItem>
              <EuiFlexItem>
                <div>
                  <EuiButtonEmpty
                    data-test-subj="params-defaults"
                    onClick={() => setParams({ ...DEFAULT_RULE_PARAMS })}
                  >
                    {i18n.translate('recentlyCompiled.overview.editor.defaults', {
                      defaultMessage: 'Use the defaults',
                    })}
                  </EuiButtonEmpty>
                </div>
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <EuiText size="s" data-test-subj="params-state" role="status">
                  {stateInWords(problems.length, isChanged)}
                </EuiText>
              </EuiFlexItem>
              <EuiFlexItem grow={false}>
                <EuiButton
                  data-test-subj="params-review"
                  fill
                  isDisabled={problems.length > 0 || !isChanged}
                  onClick={() => setReview(true)}
                >
                  {i18n.translate('recentlyCompiled.overview.editor.review', {
                    defaultMessage: 'Review the changes',
                  })}
                </EuiButton>
              </EuiFlexItem>
            </>
          )}
        </EuiFlexGroup>
      </EuiFlyoutFooter>
    </EuiFlyout>
  );
}

/** As they will be stored, trimmed; those that are wrong as they are. */
function parsed(params: RuleParams): RuleParams {
  const result = parseRuleParams(params);
  return 'params' in result ? result.params : params;
}

function stateInWords(problems: number, isChanged: boolean): string {
  if (problems > 0) {
    return i18n.translate('recentlyCompiled.overview.editor.problems', {
      defaultMessage: '{count, plural, one {# field is wrong} other {# fields are wrong}}',
      values: { count: problems },
    });
  }
  return isChanged
    ? ''
    : i18n.translate('recentlyCompiled.overview.editor.unchanged', {
        defaultMessage: 'Nothing is changed yet',
      });
}

function NotUsable() {
  return (
    <>
      <EuiCallOut
        data-test-subj="params-notUsable"
        color="warning"
        iconType="warning"
        title={i18n.translate('recentlyCompiled.overview.editor.notUsable', {
          defaultMessage: 'The parameters that are stored can not be used',
        })}
      >
        <p>
          {i18n.translate('recentlyCompiled.overview.editor.notUsableRemedy', {
            defaultMessage:
              'These are the defaults. Saving them takes the place of what is stored.',
          })}
        </p>
      </EuiCallOut>
      <EuiSpacer />
    </>
  );
}
