// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { STAGES, type LineageRecord } from '../../common/alerts';
import type { AlertFileStep, AlertSourceEvent } from '../../common/api';
import { valuesAt } from '../../common/ecs';
import { readItemError, failureOf } from '../elasticsearch';
import { askAsUser, type UserAccess } from '../elasticsearch/ask_as_user';
import type { Notice } from '../notice';
import type { AlertSource } from './alert_access';

interface Place {
  readonly id: string;
  readonly index: string;
}

const task = (): string =>
  i18n.translate('recentlyCompiled.task.readEvents', {
    defaultMessage: 'Reading the events of the alert',
  });

export interface SourceEvents {
  /** In the order of the stages. */
  readonly events: readonly AlertSourceEvent[];
  readonly fileStory: readonly AlertFileStep[];
}

/**
 * The events that an alert descends from, and those of the story of its file, each as far as the user may read
 * it.
 */
export const readSourceEvents = async (
  access: UserAccess,
  shell: AlertSource,
  record: LineageRecord | undefined,
): Promise<SourceEvents> => {
  const places = placesOf(shell);
  const steps = record?.story ?? [];
  const found = await readPlaces(access, [...places, ...steps]);
  const stages = record?.stages ?? STAGES;
  return {
    events: found.slice(0, places.length).map((event, i) => ({
      stage: places.length === stages.length ? (stages[i] ?? null) : null,
      ...event,
    })),
    fileStory: steps.map(({ step, path, at }, i) => ({
      step,
      path,
      at,
      ...(found[places.length + i] as FoundEvent),
    })),
  };
};

type FoundEvent = Omit<AlertSourceEvent, 'stage'>;

const readPlaces = async (access: UserAccess, places: readonly Place[]): Promise<FoundEvent[]> => {
  if (places.length === 0) {
    return [];
  }
  const indices = [...new Set(places.map(({ index }) => index))];
  const { docs } = await askAsUser(
    access,
    { task: task(), indices, privileges: ['read'] },
    (client, options) =>
      client.mget<AlertSource>(
        { docs: places.map(({ id, index }) => ({ _id: id, _index: index })) },
        options,
      ),
  );
  return places.map(({ id, index }, i) => {
    const source = sourceOf(docs[i]);
    return {
      id,
      index,
      source: source ?? null,
      problem: source ? null : problemOf(docs[i], { id, index }),
    };
  });
};

const placesOf = (shell: AlertSource): Place[] =>
  valuesAt(shell, 'kibana.alert.ancestors').flatMap((ancestor) => {
    const { id, index, type } = ancestor as Readonly<Record<string, unknown>>;
    return type === 'event' && typeof id === 'string' && typeof index === 'string'
      ? [{ id, index }]
      : [];
  });

const sourceOf = (document: object | undefined): AlertSource | undefined =>
  document && '_source' in document ? (document._source as AlertSource) : undefined;

const problemOf = (document: object | undefined, { id, index }: Place): Notice => {
  if (document && 'error' in document) {
    const { type } = document.error as { type?: unknown };
    const status =
      type === 'security_exception' ? 403 : type === 'index_not_found_exception' ? 404 : 500;
    const error = readItemError(status, document.error);
    const { message, remedy, kind } = failureOf(
      error,
      { task: task(), indices: [index] },
      undefined,
    );
    switch (kind) {
      case 'missing_index':
        return {
          message: i18n.translate('recentlyCompiled.sourceEvent.indexGone', {
            defaultMessage: 'The event [{id}] in [{index}] is gone, its index was deleted',
            values: { id, index },
          }),
          remedy: lookAtBlock(),
        };
      case 'missing_privilege':
        return {
          message: i18n.translate('recentlyCompiled.sourceEvent.hidden', {
            defaultMessage: 'The event [{id}] in [{index}] may not be read by you',
            values: { id, index },
          }),
          remedy: i18n.translate('recentlyCompiled.sourceEvent.hiddenRemedy', {
            defaultMessage:
              'Ask an administrator for a role with the privilege [read] on [{index}]',
            values: { index },
          }),
        };
      default:
        return { message, remedy };
    }
  }
  return {
    message: i18n.translate('recentlyCompiled.sourceEvent.gone', {
      defaultMessage: 'The event [{id}] in [{index}] is gone',
      values: { id, index },
    }),
    remedy: lookAtBlock(),
  };
};

const lookAtBlock = (): string =>
  i18n.translate('recentlyCompiled.sourceEvent.goneRemedy', {
    defaultMessage:
      'Look at the building block alert instead, which holds a copy of what a stage told',
  });
