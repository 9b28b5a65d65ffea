// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery } from '@tanstack/react-query';
import { ConsentFields, FIRST_CONSENT } from './consent_fields';
import { lacksOf } from './find_rules';
import type { SecurityApi } from './security_api';
import type { Install } from './use_install';

/** Offers to give the linked Security rule what it lacks, be it that an installation has stopped half-way. */
export function LinkedRuleLacks({
  install,
  security,
  id,
}: {
  install: Install;
  security: SecurityApi;
  id: string;
}) {
  const linked = useQuery(['securityRules', id], () => security.readRule(id));
  const [consent, setConsent] = useState(FIRST_CONSENT);
  // Who may not see the rule could not change it either, and its state is told elsewhere.
  if (!linked.data) {
    return null;
  }
  const lacks = lacksOf(linked.data);
  if (!lacks.list && !lacks.tiebreaker && !lacks.guide) {
    return null;
  }
  return (
    <>
      <EuiCallOut
        data-test-subj="linkedRuleLacks"
        iconType="iInCircle"
        title={i18n.translate('recentlyCompiled.install.lacks.title', {
          defaultMessage: 'The linked Security rule can do more',
        })}
      >
        <ConsentFields
          lacks={lacks}
          isImmutable={linked.data.immutable}
          consent={consent}
          onChange={setConsent}
        />
        <EuiSpacer size="m" />
        <EuiButton
          size="s"
          data-test-subj="changeLinkedRule"
          onClick={() => install.start({ kind: 'existing', id, consent })}
        >
          {i18n.translate('recentlyCompiled.install.lacks.change', {
            defaultMessage: 'Change the Security rule',
          })}
        </EuiButton>
      </EuiCallOut>
      <EuiSpacer />
    </>
  );
}
