// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { SourceEvent } from '../../../common/alerts';
import { EVENT_SCHEMA } from '../../../common/ecs';
import {
  eventFilter,
  isInForce,
  scopeOf,
  sequencePredicate,
  type Exclusion,
  type NotApplied,
  type QueryDsl,
} from '../../../common/exclusions';
import type { LoadedExclusions } from '../../exclusion_store/exclusion_source';
import type { Notice } from '../../notice';

export interface ExclusionFilters {
  /** Goes along with each search; undefined for none. */
  readonly filter: QueryDsl | undefined;
  /** Whether an exclusion hides a sequence as a whole. */
  readonly hides: (events: readonly SourceEvent[]) => boolean;
  /** What could not be read or applied, each by its name. */
  readonly warnings: readonly Notice[];
}

/** Exclusions in the form in which a run applies them; `now` in milliseconds since 1970 decides on expired ones. */
export const exclusionFilters = (
  { exclusions, valueLists, notRead }: LoadedExclusions,
  now: number,
): ExclusionFilters => {
  const live = exclusions.filter((exclusion) => isInForce(exclusion, now));
  const ofEvents = live.filter((exclusion) => scopeOf(exclusion) === 'event');
  const ofSequences = live.filter((exclusion) => scopeOf(exclusion) === 'sequence');
  const { filter, notApplied } = eventFilter(ofEvents, valueLists);
  const unusable = eventFilter(ofSequences, valueLists).notApplied;
  const { predicates, problems } = predicatesOf(
    ofSequences.filter((exclusion) => !unusable.some((other) => other.exclusion === exclusion)),
    { schema: EVENT_SCHEMA, now, lists: valueLists },
  );
  return {
    filter,
    hides: (events) => predicates.some((holds) => holds(events)),
    warnings: [...notRead, ...[...notApplied, ...unusable, ...problems].map(toNotice)],
  };
};

const predicatesOf = (
  exclusions: readonly Exclusion[],
  options: Parameters<typeof sequencePredicate>[1],
) => {
  const predicates: ReturnType<typeof sequencePredicate>[] = [];
  const problems: NotApplied[] = [];
  for (const exclusion of exclusions) {
    try {
      predicates.push(sequencePredicate(exclusion, options));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({
        exclusion,
        reason,
        remedy: i18n.translate('recentlyCompiled.run.notAppliedRemedy', {
          defaultMessage: 'Edit the exclusion',
        }),
      });
    }
  }
  return { predicates, problems };
};

const toNotice = ({ exclusion, reason, remedy }: NotApplied): Notice => ({
  message: i18n.translate('recentlyCompiled.run.notApplied', {
    defaultMessage: 'The exclusion [{name}] is not applied: {reason}',
    values: { name: exclusion.name, reason },
  }),
  remedy,
});
