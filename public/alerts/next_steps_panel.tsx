// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Panel } from './panel';

/** What to do about such an alert, in the order in which it is done. */
export function NextStepsPanel() {
  return (
    <Panel
      subject="nextSteps"
      title={i18n.translate('recentlyCompiled.alerts.steps.title', {
        defaultMessage: 'Next steps',
      })}
    >
      <EuiText size="s">
        <ol>
          {steps().map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </EuiText>
    </Panel>
  );
}

const steps = (): string[] => [
  i18n.translate('recentlyCompiled.alerts.steps.who', {
    defaultMessage:
      'Does this user build software on this host? Compilers on servers, and accounts of services that compile, are rare.',
  }),
  i18n.translate('recentlyCompiled.alerts.steps.parent', {
    defaultMessage:
      'Follow the process tree upwards: a web server, a scheduled job or an unknown remote session above the compiler needs an answer.',
  }),
  i18n.translate('recentlyCompiled.alerts.steps.destination', {
    defaultMessage:
      'Look up the destination: who owns it, and have other hosts connected to it? Ports of shells such as 4444 and addresses without a name are suspicious.',
  }),
  i18n.translate('recentlyCompiled.alerts.steps.binary', {
    defaultMessage:
      'Compare the hash of the binary with your threat intelligence, and keep a copy of binary and source before they are deleted.',
  }),
  i18n.translate('recentlyCompiled.alerts.steps.after', {
    defaultMessage:
      'See what the program did afterwards: shells that it started, files that it wrote, further connections.',
  }),
  i18n.translate('recentlyCompiled.alerts.steps.contain', {
    defaultMessage:
      'If it is an attack: isolate the host, end the process, block the destination and renew the credentials of the user.',
  }),
  i18n.translate('recentlyCompiled.alerts.steps.benign', {
    defaultMessage:
      'If it is benign: close the alert, and add an exclusion only for what will happen again, as narrow as possible.',
  }),
];
