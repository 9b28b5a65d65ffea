// SPDX-License-Identifier: Apache-2.0
import type { AlertsResponse, CheckResult, ExclusionItem, Rule } from '../../common/api';
import { isLinkBroken, isOverdue } from './health';

export type Mend =
  /** Changes the rule at once. */
  | { readonly kind: 'change'; readonly action: 'enable' | 'run' | 'unlink' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'openSecurityRule'; readonly securityRuleId: string }
  | { readonly kind: 'openSetup'; readonly check: CheckResult }
  | { readonly kind: 'openAlerts' }
  | { readonly kind: 'openExclusions'; readonly shown: 'expired' | 'inForce' };

/** Something that somebody should do, and how. Texts that come from the server stand in `told`. */
export type Attention = {
  readonly level: 'danger' | 'warning' | 'info';
  readonly told: readonly string[];
  readonly mend: Mend;
} & (
  | { readonly about: 'params' | 'linkBroken' | 'off' | 'linkDisabled' | 'failed' | 'warned' }
  | { readonly about: 'overdue'; readonly since: string }
  | { readonly about: 'gap'; readonly length: number }
  | {
      readonly about: 'check';
      readonly check: CheckResult;
      /** Of this check and of those of which the same is told. */
      readonly titles: readonly string[];
    }
  | { readonly about: 'openAlerts'; readonly count: number; readonly severity: string | null }
  | { readonly about: 'expired' | 'expiring'; readonly count: number; readonly names: string }
);

export interface Known {
  /** Null when it is not installed; what to do then stands in its place. */
  readonly rule: Rule | null;
  /** By the server's clock, ISO. */
  readonly now: string;
  /** Undefined as long as they are not there. */
  readonly checks: readonly CheckResult[] | undefined;
  /** The open alerts, the gravest first. */
  readonly openAlerts: AlertsResponse | undefined;
  readonly exclusions: readonly ExclusionItem[] | undefined;
}

/** All that needs somebody, most important first. */
export function attentionOf(known: Known): Attention[] {
  const all = [
    ...(known.rule ? ruleAttention(known.rule, known.now) : []),
    ...alertAttention(known.openAlerts),
    ...checkAttention(known.checks ?? []),
    ...exclusionAttention(known.exclusions ?? [], Date.parse(known.now)),
  ];
  return LEVELS.flatMap((level) => all.filter((item) => item.level === level));
}

const LEVELS = ['danger', 'warning', 'info'] as const;

/** Less than that is how Kibana's task manager works. */
const SHORTEST_GAP = 60_000;

function ruleAttention(rule: Rule, now: string): Attention[] {
  const { params, paramProblems, link, enabled, outcome, lastRun, nextRun } = rule;
  const items: (Attention | false)[] = [
    params === null && {
      about: 'params',
      level: 'danger',
      told: paramProblems.map(({ message }) => message),
      mend: { kind: 'edit' },
    },
    isLinkBroken(rule) && {
      about: 'linkBroken',
      level: 'danger',
      told: [],
      mend: { kind: 'change', action: 'unlink' },
    },
    !enabled && {
      about: 'off',
      level: 'danger',
      told: [],
      mend: { kind: 'change', action: 'enable' },
    },
    link?.status === 'disabled' && {
      about: 'linkDisabled',
      level: 'danger',
      told: [],
      mend: { kind: 'openSecurityRule', securityRuleId: link.securityRuleId },
    },
    enabled &&
      outcome?.status === 'failed' && {
        about: 'failed',
        level: 'danger',
        told: outcome.messages,
        mend: { kind: 'change', action: 'run' },
      },
    nextRun !== null &&
      isOverdue(rule, now) && {
        about: 'overdue',
        level: 'danger',
        since: nextRun,
        told: [],
        mend: { kind: 'change', action: 'run' },
      },
    enabled &&
      outcome?.status === 'warning' && {
        about: 'warned',
        level: 'warning',
        told: lastRun && lastRun.warnings.length > 0 ? lastRun.warnings : outcome.messages,
        mend: { kind: 'change', action: 'run' },
      },
    enabled &&
      lastRun !== null &&
      lastRun.gapMs >= SHORTEST_GAP && {
        about: 'gap',
        level: 'info',
        length: lastRun.gapMs,
        told: [],
        mend: { kind: 'edit' },
      },
  ];
  return items.filter((item) => item !== false);
}

const CHECK_LEVELS = { error: 'danger', warning: 'warning', unknown: 'info' } as const;

/** What these checks look at is told of the rule itself. */
const OF_THE_RULE: readonly CheckResult['id'][] = ['own_rule', 'linked_rule'];

const checkAttention = (checks: readonly CheckResult[]): Attention[] =>
  checks.flatMap((check): Attention[] => {
    if (
      check.status === 'ok' ||
      check.status === 'not_applicable' ||
      OF_THE_RULE.includes(check.id)
    ) {
      return [];
    }
    const alike = checks.filter((other) => other === check || isSameObstacle(other, check));
    return alike[0] === check
      ? [
          {
            about: 'check',
            level: CHECK_LEVELS[check.status],
            check,
            titles: alike.map(({ title }) => title),
            told: [check.message, ...(check.remedy === undefined ? [] : [check.remedy])],
            mend: { kind: 'openSetup', check },
          },
        ]
      : [];
  });

/** One missing privilege can keep many checks from being done. */
const isSameObstacle = (one: CheckResult, other: CheckResult): boolean =>
  one.status === 'unknown' &&
  other.status === 'unknown' &&
  one.message === other.message &&
  one.remedy === other.remedy;

const GRAVE: readonly (string | null | undefined)[] = ['critical', 'high'];

function alertAttention(open: AlertsResponse | undefined): Attention[] {
  if (!open || open.total === 0) {
    return [];
  }
  const severity = open.alerts[0]?.severity ?? null;
  return [
    {
      about: 'openAlerts',
      level: GRAVE.includes(severity) ? 'danger' : 'warning',
      count: open.total,
      severity,
      told: [],
      mend: { kind: 'openAlerts' },
    },
  ];
}

/** How long before and after its end an exclusion is told of. */
const AROUND_EXPIRY = 7 * 86_400_000;

const MOST_NAMES = 3;

function exclusionAttention(items: readonly ExclusionItem[], now: number): Attention[] {
  const near = items.filter(
    ({ expireTime }) =>
      expireTime !== null && Math.abs(Date.parse(expireTime) - now) <= AROUND_EXPIRY,
  );
  const isExpired = ({ expireTime }: ExclusionItem): boolean => Date.parse(expireTime ?? '') <= now;
  const item = (
    about: 'expired' | 'expiring',
    level: 'warning' | 'info',
    found: readonly ExclusionItem[],
    shown: 'expired' | 'inForce',
  ): Attention[] =>
    found.length === 0
      ? []
      : [
          {
            about,
            level,
            count: found.length,
            names: namesOf(found),
            told: [],
            mend: { kind: 'openExclusions', shown },
          },
        ];
  return [
    ...item('expired', 'warning', near.filter(isExpired), 'expired'),
    ...item(
      'expiring',
      'info',
      near.filter((exclusion) => !isExpired(exclusion)),
      'inForce',
    ),
  ];
}

const namesOf = (items: readonly ExclusionItem[]): string =>
  items
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
    .join(', ') + (items.length > MOST_NAMES ? ', …' : '');
