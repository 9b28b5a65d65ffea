// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiIcon, EuiLink, EuiText } from '@elastic/eui';
import type { CheckResult } from '../../common/api';
import { useAppLink } from '../alerts/app_link';
import type { OpenInKibana } from '../open_in_kibana';
import { sentence } from '../sentence';
import { mendPlace } from './mend_place';
import type { CheckStatus } from './setup_steps';
import { checkStatusWord } from './step_words';

/** A status is told by words as well, never by colour alone. */
const LOOKS: Readonly<Record<CheckStatus, { readonly color: string; readonly iconType: string }>> =
  {
    error: { color: 'danger', iconType: 'error' },
    warning: { color: 'warning', iconType: 'warning' },
    unknown: { color: 'subdued', iconType: 'questionInCircle' },
    ok: { color: 'success', iconType: 'checkInCircleFilled' },
    not_applicable: { color: 'subdued', iconType: 'minusInCircle' },
  };

/** What one check found, what to do about it, and a link to where. */
export function CheckRow({ check, kibana }: { check: CheckResult; kibana: OpenInKibana }) {
  const { id, title, status, message, remedy } = check;
  const { color, iconType } = LOOKS[status];
  const linkTo = useAppLink();
  const place = mendPlace(check, kibana.capabilities);
  return (
    <EuiFlexGroup
      data-test-subj={`check-${id} check-${id}-${status}`}
      gutterSize="s"
      responsive={false}
      style={{ marginBlockEnd: 8 }}
    >
      <EuiFlexItem grow={false}>
        <EuiIcon type={iconType} color={color} aria-label={checkStatusWord(status)} />
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiText size="s" className="eui-textBreakWord">
          <strong>{title}</strong>
          <p>
            {sentence(message)}
            {remedy !== undefined && (
              <>
                <br />
                <em>{sentence(remedy)}</em>
              </>
            )}
            {place && (
              <>
                <br />
                <EuiLink
                  data-test-subj={`mend-${id}`}
                  {...(place.app === 'ours'
                    ? linkTo(place.path)
                    : { href: kibana.addressOf(place.path) })}
                >
                  {place.label}
                </EuiLink>
              </>
            )}
          </p>
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
