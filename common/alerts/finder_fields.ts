// SPDX-License-Identifier: Apache-2.0
import type { AlertContext } from './alert_context';

/** In `rule.ruleset` of every alert that we raise. */
export const RULESET = 'recently-compiled';

/**
 * Says in searchable fields of the Elastic Common Schema which rule has found it, since all
 * `kibana.alert.rule.*` are the Security rule's.
 * @see https://www.elastic.co/guide/en/ecs/8.11/ecs-rule.html
 */
export const finderFields = ({ finder }: AlertContext): Readonly<Record<string, unknown>> =>
  finder === undefined ? {} : { rule: { uuid: finder.uuid, name: finder.name, ruleset: RULESET } };
