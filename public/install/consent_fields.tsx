// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCheckbox, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Lacks } from './find_rules';
import type { Consent } from './plan';

/**
 * What is agreed to unless people say otherwise. Whoever has disabled a rule may have had a reason, so that enabling
 * it takes a click of its own.
 */
export const FIRST_CONSENT: Consent = { tiebreaker: true, guide: true, enable: false };

/** Asks which of the things that a Security rule lacks it shall get. */
export function ConsentFields({
  lacks,
  isImmutable,
  consent,
  onChange,
}: {
  lacks: Lacks;
  isImmutable: boolean;
  consent: Consent;
  onChange: (consent: Consent) => void;
}) {
  const isChanged =
    lacks.list || lacks.tiebreaker || lacks.guide || (lacks.enabled && consent.enable);
  return (
    <EuiText size="s" data-test-subj="consent">
      {lacks.list && (
        <p>
          {i18n.translate('recentlyCompiled.install.consent.list', {
            defaultMessage:
              'The exception list of this app will be attached to it, so that the exclusions hold for Security as well.',
          })}
        </p>
      )}
      {lacks.tiebreaker && (
        <EuiCheckbox
          id="consentTiebreaker"
          data-test-subj="consent-tiebreaker"
          label={i18n.translate('recentlyCompiled.install.consent.tiebreaker', {
            defaultMessage:
              'Set its tiebreaker field to event.sequence: Security then finds fast chains too, whose events share a millisecond',
          })}
          checked={consent.tiebreaker}
          onChange={({ target }) => onChange({ ...consent, tiebreaker: target.checked })}
        />
      )}
      {lacks.guide && (
        <EuiCheckbox
          id="consentGuide"
          data-test-subj="consent-guide"
          label={i18n.translate('recentlyCompiled.install.consent.guide', {
            defaultMessage: 'Put a link to this app above its investigation guide',
          })}
          checked={consent.guide}
          onChange={({ target }) => onChange({ ...consent, guide: target.checked })}
        />
      )}
      {lacks.enabled && (
        <EuiCheckbox
          id="consentEnable"
          data-test-subj="consent-enable"
          label={i18n.translate('recentlyCompiled.install.consent.enable', {
            defaultMessage: 'Enable it: while it is disabled, the rule of this app does nothing',
          })}
          checked={consent.enable}
          onChange={({ target }) => onChange({ ...consent, enable: target.checked })}
        />
      )}
      {isImmutable && isChanged && (
        <>
          <EuiSpacer size="s" />
          <p>
            {i18n.translate('recentlyCompiled.install.consent.immutable', {
              defaultMessage:
                'Elastic publishes this rule: its next update may take back all of this but the exception list.',
            })}
          </p>
        </>
      )}
    </EuiText>
  );
}
