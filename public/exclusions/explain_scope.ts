// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { ExclusionEntry } from '../../common/exclusions';
import { kindOf, scopeOf, type EventKind, type Scope } from '../../common/exclusions/scope';
import { joinClauses } from '../../common/sentences';

export interface ExplainedScope {
  readonly scope: Scope;
  readonly title: string;
  readonly why: string;
}

/** Where the entries of an exclusion are looked for, and why there. */
export const explainScope = (entries: readonly ExclusionEntry[]): ExplainedScope => {
  const scope = scopeOf({ entries: [...entries] });
  if (scope === 'event') {
    return {
      scope,
      title: scopeTitle(scope),
      why: i18n.translate('recentlyCompiled.exclusions.scope.eventWhy', {
        defaultMessage:
          'One event can meet all conditions. Each event that does is taken out before sequences are sought, so that no sequence with it raises an alert.',
      }),
    };
  }
  const places = entries.flatMap(({ field }) => {
    const kind = kindOf(field);
    return kind ? [fieldOnKind(field, kind)] : [];
  });
  return {
    scope,
    title: scopeTitle(scope),
    why: i18n.translate('recentlyCompiled.exclusions.scope.sequenceWhy', {
      defaultMessage:
        'No single event can meet all conditions ({places}). A sequence is hidden when each condition is met by some event of it.',
      values: { places: joinClauses([...new Set(places)]) },
    }),
  };
};

export const scopeTitle = (scope: Scope): string =>
  scope === 'event'
    ? i18n.translate('recentlyCompiled.exclusions.scope.event', {
        defaultMessage: 'Single events',
      })
    : i18n.translate('recentlyCompiled.exclusions.scope.sequence', {
        defaultMessage: 'Whole sequences',
      });

const fieldOnKind = (field: string, kind: EventKind): string => {
  const values = { field };
  switch (kind) {
    case 'process':
      return i18n.translate('recentlyCompiled.exclusions.scope.onProcess', {
        defaultMessage: '{field} is on process events',
        values,
      });
    case 'file':
      return i18n.translate('recentlyCompiled.exclusions.scope.onFile', {
        defaultMessage: '{field} is on file events',
        values,
      });
    case 'network':
      return i18n.translate('recentlyCompiled.exclusions.scope.onNetwork', {
        defaultMessage: '{field} is on network events',
        values,
      });
  }
};
