// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiBadge,
  EuiButton,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormFieldset,
  EuiLink,
  EuiLoadingSpinner,
  EuiRadio,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery } from '@tanstack/react-query';
import { sentence } from '../sentence';
import { ConsentFields, FIRST_CONSENT } from './consent_fields';
import { findProblem } from './failure_words';
import { findRules, isPublished, lacksOf } from './find_rules';
import type { Target } from './plan';
import { RuleIdField } from './rule_id_field';
import type { SecurityApi } from './security_api';
import type { SecurityRule } from './security_rule';

type Choice =
  | { readonly kind: 'new' | 'alone' | 'other' }
  | { readonly kind: 'found'; readonly rule: SecurityRule };

/** Lets people choose the Security rule that ours obeys: one that is there, a new one, or none. */
export function ChooseRule({
  security,
  addressOf,
  onInstall,
  onAlone,
  isLoading,
}: {
  security: SecurityApi;
  addressOf: (path: string) => string;
  onInstall: (target: Target) => void;
  /** Undefined where our rule stands alone already. */
  onAlone?: () => void;
  isLoading: boolean;
}) {
  const found = useQuery(['securityRules'], () => findRules(security));
  const [chosen, choose] = useState<Choice>();
  const [id, setId] = useState('');
  const [consent, setConsent] = useState(FIRST_CONSENT);
  if (found.isLoading) {
    return <EuiLoadingSpinner data-test-subj="findingRules" size="l" />;
  }
  const rules = found.data ?? [];
  const choice = chosen ?? firstChoice(rules, found.isError && onAlone !== undefined);
  const isChosen = (kind: Choice['kind'], rule?: SecurityRule): boolean =>
    choice.kind === kind && (choice.kind !== 'found' || choice.rule.id === rule?.id);

  const confirm = (): void => {
    switch (choice.kind) {
      case 'found':
        return onInstall({ kind: 'existing', id: choice.rule.id, consent });
      case 'other':
        return onInstall({ kind: 'existing', id: id.trim(), consent: NO_CONSENT });
      case 'new':
        return onInstall({ kind: 'new' });
      case 'alone':
        return onAlone?.();
    }
  };
  return (
    <div data-test-subj="chooseRule" style={{ textAlign: 'left' }}>
      {found.isError && <NotFound error={found.error} onRetry={() => void found.refetch()} />}
      <EuiFormFieldset
        legend={{
          children: i18n.translate('recentlyCompiled.install.choose.legend', {
            defaultMessage: 'Security rule',
          }),
        }}
      >
        {rules.map((rule) => (
          <React.Fragment key={rule.id}>
            <EuiRadio
              id={`choose-${rule.id}`}
              data-test-subj={`choose-${rule.id}`}
              name="securityRule"
              checked={isChosen('found', rule)}
              onChange={() => choose({ kind: 'found', rule })}
              label={<FoundRule rule={rule} />}
            />
            {isChosen('found', rule) && (
              <Below>
                <EuiLink href={addressOf(rulePath(rule.id))} target="_blank" external>
                  {i18n.translate('recentlyCompiled.install.choose.open', {
                    defaultMessage: 'Open in Security',
                  })}
                </EuiLink>
                <EuiSpacer size="s" />
                <ConsentFields
                  lacks={lacksOf(rule)}
                  isImmutable={rule.immutable}
                  consent={consent}
                  onChange={setConsent}
                />
              </Below>
            )}
            <EuiSpacer size="s" />
          </React.Fragment>
        ))}
        {!found.isError && !rules.some(isPublished) && (
          <>
            <EuiRadio
              id="choose-new"
              data-test-subj="choose-new"
              name="securityRule"
              checked={isChosen('new')}
              onChange={() => choose({ kind: 'new' })}
              label={i18n.translate('recentlyCompiled.install.choose.new', {
                defaultMessage: 'Create the published rule in Security, and link ours with it',
              })}
            />
            {isChosen('new') && <Below>{NEW_RULE()}</Below>}
            <EuiSpacer size="s" />
          </>
        )}
        <EuiRadio
          id="choose-other"
          data-test-subj="choose-other"
          name="securityRule"
          checked={isChosen('other')}
          onChange={() => choose({ kind: 'other' })}
          label={i18n.translate('recentlyCompiled.install.choose.other', {
            defaultMessage: 'Another EQL rule of Security',
          })}
        />
        {isChosen('other') && (
          <Below>
            <RuleIdField value={id} onChange={setId} />
          </Below>
        )}
        {onAlone && (
          <>
            <EuiSpacer size="s" />
            <EuiRadio
              id="choose-alone"
              data-test-subj="choose-alone"
              name="securityRule"
              checked={isChosen('alone')}
              onChange={() => choose({ kind: 'alone' })}
              label={i18n.translate('recentlyCompiled.install.choose.alone', {
                defaultMessage: 'None: the rule of this app stands alone',
              })}
            />
          </>
        )}
      </EuiFormFieldset>
      <EuiSpacer size="l" />
      <EuiButton
        data-test-subj={onAlone ? 'rule-install' : 'rule-link'}
        fill
        isLoading={isLoading}
        isDisabled={isLoading || (choice.kind === 'other' && id.trim() === '')}
        onClick={confirm}
      >
        {onAlone
          ? i18n.translate('recentlyCompiled.install.install', {
              defaultMessage: 'Install the rule',
            })
          : i18n.translate('recentlyCompiled.install.link', { defaultMessage: 'Link' })}
      </EuiButton>
    </div>
  );
}

/** Of a rule that we know nothing of. */
const NO_CONSENT = { tiebreaker: false, guide: false, enable: false } as const;

const firstChoice = ([rule]: readonly SecurityRule[], isAloneBest: boolean): Choice =>
  rule ? { kind: 'found', rule } : { kind: isAloneBest ? 'alone' : 'new' };

const rulePath = (id: string): string => `/app/security/rules/id/${encodeURIComponent(id)}`;

const NEW_RULE = () => (
  <EuiText size="s">
    <p>
      {i18n.translate('recentlyCompiled.install.choose.new.what', {
        defaultMessage:
          'It is created with your rights and enabled, with the tiebreaker field event.sequence, an investigation guide that leads to this app, and the exception list of this app. Its switch, severity, risk score, tags and exceptions then hold for the rule of this app as well, and all alerts appear under it.',
      })}
    </p>
  </EuiText>
);

function FoundRule({ rule }: { rule: SecurityRule }) {
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap alignItems="center">
      <EuiFlexItem grow={false}>
        {i18n.translate('recentlyCompiled.install.choose.found', {
          defaultMessage: 'Link with "{name}", which is there',
          values: { name: rule.name },
        })}
      </EuiFlexItem>
      {rule.immutable && (
        <EuiFlexItem grow={false}>
          <EuiBadge>
            {i18n.translate('recentlyCompiled.install.choose.prebuilt', {
              defaultMessage: 'By Elastic',
            })}
          </EuiBadge>
        </EuiFlexItem>
      )}
      {!rule.enabled && (
        <EuiFlexItem grow={false}>
          <EuiBadge color="warning">
            {i18n.translate('recentlyCompiled.install.choose.disabled', {
              defaultMessage: 'Disabled',
            })}
          </EuiBadge>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
}

function NotFound({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { message, remedy } = findProblem(error);
  return (
    <>
      <EuiCallOut
        data-test-subj="securityRulesFailed"
        size="s"
        color="warning"
        iconType="warning"
        title={i18n.translate('recentlyCompiled.install.find.failed', {
          defaultMessage: 'The rules of Security can not be looked at: {reason}',
          values: { reason: message },
        })}
      >
        <p>{sentence(remedy)}</p>
        <EuiButton size="s" color="warning" data-test-subj="findAgain" onClick={onRetry}>
          {i18n.translate('recentlyCompiled.install.find.retry', { defaultMessage: 'Look again' })}
        </EuiButton>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}

const Below = ({ children }: { children: React.ReactNode }) => (
  <div style={{ padding: '8px 0 0 24px' }}>{children}</div>
);
