// SPDX-License-Identifier: Apache-2.0
import { textAt } from '../ecs';
import type { EventSource } from '../eql/types/field_reader';
import type { Detection } from '../rule';
import type { AlertContext } from './alert_context';

/** In `rule.ruleset` of every alert that we raise. */
export const RULESET = 'recently-compiled';

/**
 * Says in searchable fields of the Elastic Common Schema which rule has found it, since all
 * `kibana.alert.rule.*` are the Security rule's, and in `rule.category` by which detection.
 * @see https://www.elastic.co/guide/en/ecs/8.11/ecs-rule.html
 */
export const finderFields = (
  { finder }: AlertContext,
  detection: Detection,
): Readonly<Record<string, unknown>> =>
  finder === undefined
    ? {}
    : {
        rule: {
          uuid: finder.uuid,
          name: finder.name,
          ruleset: RULESET,
          category: detection,
        },
      };

/** Which detection has found an alert; Elastic's own executor knows the published query alone. */
export const detectionOf = (shell: EventSource): Detection =>
  textAt(shell, 'rule.category') === 'lineage' ? 'lineage' : 'published';
