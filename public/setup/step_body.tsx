// SPDX-License-Identifier: Apache-2.0
import React, { useEffect, useRef } from 'react';
import {
  EuiAccordion,
  EuiBadge,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { TimeText } from '../time_text';
import type { OpenInKibana } from '../open_in_kibana';
import { sentence } from '../sentence';
import { CheckRow } from './check_row';
import type { CheckStatus, SetupStep } from './setup_steps';
import { checkStatusWord, stepGuide } from './step_words';

const COLORS: Readonly<Record<CheckStatus, string>> = {
  error: 'danger',
  warning: 'warning',
  unknown: 'hollow',
  ok: 'success',
  not_applicable: 'hollow',
};

/** The state of one step of the guide, what is wrong, and how the step is done. */
export function StepBody({
  step,
  kibana,
  isChecking,
  onCheck,
  isGuideOpen,
  onToggleGuide,
}: {
  step: SetupStep;
  kibana: OpenInKibana;
  isChecking: boolean;
  onCheck: () => void;
  isGuideOpen: boolean;
  onToggleGuide: () => void;
}) {
  const { id, status, checks, checkedAt } = step;
  const element = useRef<HTMLDivElement>(null);
  // An address that opens a guide leads to it; what is opened later is in sight already.
  const leadsHere = useRef(isGuideOpen);
  useEffect(() => {
    if (leadsHere.current) {
      element.current?.scrollIntoView({ block: 'center' });
    }
  }, []);
  return (
    <div ref={element} data-test-subj={`step-${id} step-${id}-${status}`}>
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiBadge color={COLORS[status]}>{checkStatusWord(status)}</EuiBadge>
        </EuiFlexItem>
        {checkedAt !== undefined && (
          <EuiFlexItem grow={false}>
            <EuiText size="xs">
              {i18n.translate('recentlyCompiled.setup.checkedAt', {
                defaultMessage: 'Last checked:',
              })}{' '}
              <TimeText time={checkedAt} />
            </EuiText>
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="xs"
            iconType="refresh"
            flush="left"
            data-test-subj={`checkStep-${id}`}
            isLoading={isChecking}
            onClick={onCheck}
          >
            {i18n.translate('recentlyCompiled.setup.checkStep', {
              defaultMessage: 'Check this step again',
            })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      {status === 'not_applicable' ? (
        <EuiText size="s">
          <p>{sentence(checks[0]?.message ?? '')}</p>
        </EuiText>
      ) : (
        checks.map((check) => <CheckRow key={check.id} check={check} kibana={kibana} />)
      )}
      <EuiSpacer size="s" />
      <EuiAccordion
        id={`recentlyCompiledGuide-${id}`}
        data-test-subj={`guide-${id}`}
        buttonContent={i18n.translate('recentlyCompiled.setup.guide', {
          defaultMessage: 'How this is done',
        })}
        forceState={isGuideOpen ? 'open' : 'closed'}
        onToggle={onToggleGuide}
      >
        <EuiText size="s">
          <ul>
            {stepGuide(id).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </EuiText>
      </EuiAccordion>
    </div>
  );
}
