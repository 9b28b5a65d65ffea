// SPDX-License-Identifier: Apache-2.0
import React, { type ReactNode } from 'react';
import { EuiFlexGrid, EuiFlexItem, EuiHealth, EuiPanel, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import { TimeText } from '../time_text';
import { healthOf, isLinkBroken, type Health } from './health';
import { linkWords } from './rule_facts';

type Color = 'success' | 'warning' | 'danger' | 'subdued';

/** Is the rule installed, on, linked, healthy: at a glance. */
export function StatusTiles({ rule, now }: { rule: Rule; now: string }) {
  const health = healthOf(rule, now);
  return (
    <EuiFlexGrid columns={4} gutterSize="m" data-test-subj="ruleStatus">
      <Tile
        subject="status-installed"
        color="success"
        title={i18n.translate('recentlyCompiled.overview.status.installed', {
          defaultMessage: 'Installed',
        })}
      >
        <TimeText time={rule.createdAt} />
      </Tile>
      <Tile
        subject="ruleState"
        color={rule.enabled ? 'success' : 'danger'}
        title={
          rule.enabled
            ? i18n.translate('recentlyCompiled.overview.status.on', {
                defaultMessage: 'Switched on',
              })
            : i18n.translate('recentlyCompiled.overview.status.off', {
                defaultMessage: 'Switched off',
              })
        }
      >
        <NextRun rule={rule} />
      </Tile>
      <Tile subject="status-link" {...linkTile(rule)}>
        {linkWords(rule.link)}
      </Tile>
      <Tile subject="status-health" {...HEALTH_LOOKS[health]()}>
        <LastEnd rule={rule} />
      </Tile>
    </EuiFlexGrid>
  );
}

function Tile({
  subject,
  color,
  title,
  children,
}: {
  subject: string;
  color: Color;
  title: string;
  children: ReactNode;
}) {
  return (
    <EuiFlexItem>
      <EuiPanel hasBorder paddingSize="m" data-test-subj={subject}>
        <EuiHealth color={color} textSize="m">
          <strong>{title}</strong>
        </EuiHealth>
        <EuiText size="s" className="eui-textBreakWord">
          {children}
        </EuiText>
      </EuiPanel>
    </EuiFlexItem>
  );
}

function NextRun({ rule: { enabled, running, nextRun, outcome } }: { rule: Rule }) {
  if (running) {
    return (
      <>
        {i18n.translate('recentlyCompiled.overview.status.running', {
          defaultMessage: 'It runs now',
        })}
      </>
    );
  }
  if (enabled && nextRun !== null) {
    return (
      <>
        {i18n.translate('recentlyCompiled.overview.status.nextRun', {
          defaultMessage: 'Next run:',
        })}{' '}
        <TimeText time={nextRun} />
      </>
    );
  }
  return (
    <>
      {enabled && outcome === null
        ? i18n.translate('recentlyCompiled.overview.status.firstRun', {
            defaultMessage: 'Its first run is about to begin',
          })
        : i18n.translate('recentlyCompiled.overview.status.noNextRun', {
            defaultMessage: 'No run is planned',
          })}
    </>
  );
}

function linkTile(rule: Rule): { color: Color; title: string } {
  if (rule.link === null) {
    return {
      color: 'subdued',
      title: i18n.translate('recentlyCompiled.overview.status.alone', {
        defaultMessage: 'Not linked',
      }),
    };
  }
  return isLinkBroken(rule)
    ? {
        color: 'danger',
        title: i18n.translate('recentlyCompiled.overview.status.linkBroken', {
          defaultMessage: 'Link broken',
        }),
      }
    : {
        color: rule.link.status === 'disabled' ? 'danger' : 'success',
        title: i18n.translate('recentlyCompiled.overview.status.linked', {
          defaultMessage: 'Linked',
        }),
      };
}

const HEALTH_LOOKS: Record<Health, () => { color: Color; title: string }> = {
  healthy: () => ({
    color: 'success',
    title: i18n.translate('recentlyCompiled.overview.health.healthy', {
      defaultMessage: 'Healthy',
    }),
  }),
  new: () => ({
    color: 'subdued',
    title: i18n.translate('recentlyCompiled.overview.health.new', {
      defaultMessage: 'Not run yet',
    }),
  }),
  warning: () => ({
    color: 'warning',
    title: i18n.translate('recentlyCompiled.overview.health.warning', {
      defaultMessage: 'Runs with warnings',
    }),
  }),
  failed: () => ({
    color: 'danger',
    title: i18n.translate('recentlyCompiled.overview.health.failed', {
      defaultMessage: 'Last run failed',
    }),
  }),
  overdue: () => ({
    color: 'danger',
    title: i18n.translate('recentlyCompiled.overview.health.overdue', {
      defaultMessage: 'Run overdue',
    }),
  }),
  broken: () => ({
    color: 'danger',
    title: i18n.translate('recentlyCompiled.overview.health.broken', {
      defaultMessage: 'Can not run',
    }),
  }),
  off: () => ({
    color: 'danger',
    title: i18n.translate('recentlyCompiled.overview.health.off', {
      defaultMessage: 'Detects nothing',
    }),
  }),
};

function LastEnd({ rule: { outcome } }: { rule: Rule }) {
  return outcome?.at ? (
    <>
      {i18n.translate('recentlyCompiled.overview.status.lastRun', { defaultMessage: 'Last run:' })}{' '}
      <TimeText time={outcome.at} />
    </>
  ) : (
    <>
      {i18n.translate('recentlyCompiled.overview.status.noLastRun', {
        defaultMessage: 'There was no run yet',
      })}
    </>
  );
}
