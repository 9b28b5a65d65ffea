// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiButton,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHorizontalRule,
  EuiIcon,
  EuiLoadingSpinner,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useAppLink } from '../alerts/app_link';
import { PAGE_PATHS } from '../names';
import type { OpenInKibana } from '../open_in_kibana';
import { problemOf } from '../problem';
import { sentence } from '../sentence';
import { mendPlace } from '../setup/mend_place';
import { DEFAULT_SETUP_STATE, writeSetupState } from '../setup/setup_state';
import { stepOf } from '../setup/setup_steps';
import { attentionOf, type Attention, type Known, type Mend } from './attention';
import { detailsOf, mendWords, titleOf } from './attention_words';
import { OverviewPanel } from './overview_panel';
import { securityRuleAddress } from './security_rule_address';
import type { RuleMutation } from './use_rule';
import type { Unknown } from './use_known';

const LOOKS = {
  danger: { type: 'error', color: 'danger' },
  warning: { type: 'warning', color: 'warning' },
  info: { type: 'iInCircle', color: 'primary' },
} as const;

/** What needs somebody, most important first, each with a button that mends it. */
export function AttentionPanel({
  known,
  unknown,
  isLoading,
  change,
  maySave,
  isRunAwaited,
  kibana,
  onEdit,
}: {
  known: Known;
  unknown: readonly Unknown[];
  isLoading: boolean;
  change: RuleMutation;
  maySave: boolean;
  isRunAwaited: boolean;
  kibana: OpenInKibana;
  onEdit: () => void;
}) {
  const items = attentionOf(known);
  const rows = items.length + unknown.length;
  return (
    <OverviewPanel
      subject="attention"
      title={i18n.translate('recentlyCompiled.overview.attention.title', {
        defaultMessage: 'What needs attention',
      })}
    >
      {items.map((item, index) => (
        <Row
          key={`${item.about} ${index}`}
          subject={
            item.about === 'check' ? `attention-check-${item.check.id}` : `attention-${item.about}`
          }
          level={item.level}
          title={titleOf(item)}
          details={detailsOf(item)}
          isLast={index === rows - 1 && !isLoading}
          button={
            <MendButton
              item={item}
              change={change}
              maySave={maySave}
              isRunAwaited={isRunAwaited}
              kibana={kibana}
              onEdit={onEdit}
            />
          }
        />
      ))}
      {unknown.map(({ what, error, retry }, index) => {
        const { message, remedy } = problemOf(error);
        return (
          <Row
            key={what}
            subject={`attention-unknown-${what}`}
            level="info"
            title={UNKNOWN[what]()}
            details={[sentence(message), sentence(remedy)]}
            isLast={items.length + index === rows - 1 && !isLoading}
            button={
              <EuiButton size="s" data-test-subj={`mend-unknown-${what}`} onClick={retry}>
                {i18n.translate('recentlyCompiled.overview.retry', {
                  defaultMessage: 'Try again',
                })}
              </EuiButton>
            }
          />
        );
      })}
      {isLoading && (
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiLoadingSpinner size="m" />
          </EuiFlexItem>
          <EuiFlexItem>
            <EuiText size="s" data-test-subj="attention-loading">
              {i18n.translate('recentlyCompiled.overview.attention.loading', {
                defaultMessage: 'Checking the setup, alerts and exclusions',
              })}
            </EuiText>
          </EuiFlexItem>
        </EuiFlexGroup>
      )}
      {rows === 0 && !isLoading && (
        <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
          <EuiFlexItem grow={false}>
            <EuiIcon
              type={known.rule === null ? 'iInCircle' : 'checkInCircleFilled'}
              color={known.rule === null ? 'primary' : 'success'}
            />
          </EuiFlexItem>
          <EuiFlexItem>
            <EuiText size="s" data-test-subj="attention-none">
              {known.rule === null
                ? i18n.translate('recentlyCompiled.overview.attention.onlyInstall', {
                    defaultMessage: 'Nothing but the rule, which has to be installed first.',
                  })
                : i18n.translate('recentlyCompiled.overview.attention.none', {
                    defaultMessage: 'Nothing: all checks are in order, and no alert is open.',
                  })}
            </EuiText>
          </EuiFlexItem>
        </EuiFlexGroup>
      )}
    </OverviewPanel>
  );
}

const UNKNOWN: Record<Unknown['what'], () => string> = {
  checks: () =>
    i18n.translate('recentlyCompiled.overview.attention.noChecks', {
      defaultMessage: 'The setup could not be checked',
    }),
  alerts: () =>
    i18n.translate('recentlyCompiled.overview.attention.noAlerts', {
      defaultMessage: 'Open alerts could not be counted',
    }),
  exclusions: () =>
    i18n.translate('recentlyCompiled.overview.attention.noExclusions', {
      defaultMessage: 'Exclusions could not be read',
    }),
};

function Row({
  subject,
  level,
  title,
  details,
  isLast,
  button,
}: {
  subject: string;
  level: Attention['level'];
  title: string;
  details: readonly string[];
  isLast: boolean;
  button: React.ReactNode;
}) {
  return (
    <>
      <EuiFlexGroup
        gutterSize="m"
        responsive={false}
        wrap
        alignItems="center"
        data-test-subj={subject}
      >
        <EuiFlexItem style={{ minWidth: 240 }}>
          <EuiFlexGroup gutterSize="s" responsive={false}>
            <EuiFlexItem grow={false}>
              <EuiIcon {...LOOKS[level]} size="m" aria-label={levelWords(level)} />
            </EuiFlexItem>
            <EuiFlexItem>
              <EuiText size="s" className="eui-textBreakWord">
                <strong>{title}</strong>
                {details.map((detail) => (
                  <div key={detail}>{detail}</div>
                ))}
              </EuiText>
            </EuiFlexItem>
          </EuiFlexGroup>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>{button}</EuiFlexItem>
      </EuiFlexGroup>
      {!isLast && <EuiHorizontalRule margin="s" />}
    </>
  );
}

const levelWords = (level: Attention['level']): string =>
  ({
    danger: i18n.translate('recentlyCompiled.overview.level.danger', {
      defaultMessage: 'Must be mended',
    }),
    warning: i18n.translate('recentlyCompiled.overview.level.warning', {
      defaultMessage: 'Should be looked at',
    }),
    info: i18n.translate('recentlyCompiled.overview.level.info', {
      defaultMessage: 'Good to know',
    }),
  })[level];

/** Without an end, so that no open alert is left out. */
const OPEN_ALERTS = `${PAGE_PATHS.alerts}?status=open&from=now-10y&sort=riskScore`;

function MendButton({
  item: { about, level, mend },
  change,
  maySave,
  isRunAwaited,
  kibana,
  onEdit,
}: {
  item: Attention;
  change: RuleMutation;
  maySave: boolean;
  isRunAwaited: boolean;
  kibana: OpenInKibana;
  onEdit: () => void;
}) {
  const linkTo = useAppLink();
  const looks = {
    'data-test-subj': `mend-${about}`,
    size: 's',
    color: level === 'info' ? 'text' : level === 'danger' ? 'danger' : 'primary',
  } as const;
  switch (mend.kind) {
    case 'change':
    case 'edit': {
      if (!maySave) {
        return null;
      }
      const isRun = mend.kind === 'change' && mend.action === 'run';
      return (
        <EuiButton
          {...looks}
          isLoading={isRun ? isRunAwaited : isUnderWay(change, mend)}
          isDisabled={change.isLoading || (isRun && isRunAwaited)}
          onClick={() => (mend.kind === 'edit' ? onEdit() : change.mutate({ action: mend.action }))}
        >
          {mendWords(mend)}
        </EuiButton>
      );
    }
    case 'openSecurityRule': {
      const href = securityRuleAddress(kibana, mend.securityRuleId);
      return href === undefined ? null : (
        <EuiButton {...looks} href={href}>
          {mendWords(mend)}
        </EuiButton>
      );
    }
    case 'openSetup': {
      // Where it is mended in Kibana, else where its step tells how.
      const place = mendPlace(mend.check, kibana.capabilities);
      return place?.app === 'kibana' ? (
        <EuiButton {...looks} href={kibana.addressOf(place.path)}>
          {place.label}
        </EuiButton>
      ) : (
        <EuiButton {...looks} {...linkTo(pathOf(mend))}>
          {mendWords(mend)}
        </EuiButton>
      );
    }
    case 'openAlerts':
    case 'openExclusions':
      return (
        <EuiButton {...looks} {...linkTo(pathOf(mend))}>
          {mendWords(mend)}
        </EuiButton>
      );
  }
}

const isUnderWay = (change: RuleMutation, mend: Mend): boolean =>
  change.isLoading && mend.kind === 'change' && change.variables?.action === mend.action;

function pathOf(
  mend: Extract<Mend, { kind: 'openSetup' | 'openAlerts' | 'openExclusions' }>,
): string {
  switch (mend.kind) {
    case 'openSetup':
      return `${PAGE_PATHS.setup}${writeSetupState({ ...DEFAULT_SETUP_STATE, step: stepOf(mend.check.id) })}`;
    case 'openAlerts':
      return OPEN_ALERTS;
    case 'openExclusions':
      return `${PAGE_PATHS.exclusions}?show=${mend.shown}`;
  }
}
