// SPDX-License-Identifier: Apache-2.0
import { readLineageRecord, type AlertIdentity, type EventPlace } from '../../common/alerts';
import { textAt, textsAt, valuesAt } from '../../common/ecs';

type Fields = Readonly<Record<string, unknown>>;

/** An alert as the store has it; Security's own keep dotted names, those of others may nest. */
export interface StoredAlert {
  readonly _id: string;
  readonly _source: Fields;
}

export const ANCESTORS = 'kibana.alert.ancestors';
export const RULE_UUID = 'kibana.alert.rule.uuid';

/** The ids by which alerts of the same connections are found. */
export const connectionIds = (alerts: readonly AlertIdentity[]): string[] => [
  ...new Set(alerts.flatMap(({ connection }) => connection?.id ?? [])),
];

/** Which alerts tell of nothing that a stored one of the same rule does not tell. By shell id. */
export const alertedBy = (
  stored: readonly StoredAlert[],
  alerts: readonly AlertIdentity[],
): ReadonlySet<string> => {
  const ids = new Set(stored.map(({ _id }) => _id));
  const told = byPlace(stored);
  const isTold = ({ ruleUuid, execution, connection }: AlertIdentity): boolean => {
    if (!connection) {
      return false;
    }
    const ran = execution && keyOf(execution);
    const others = told.get(ruleUuid + keyOf(connection)) ?? [];
    return others.some(
      ({ places, hasExecution }) => ran === undefined || !hasExecution || places.has(ran),
    );
  };
  return new Set(alerts.filter((alert) => ids.has(alert.id) || isTold(alert)).map(({ id }) => id));
};

interface Told {
  readonly places: ReadonlySet<string>;
  readonly hasExecution: boolean;
}

const isWithoutExecution = (shell: Fields): boolean =>
  readLineageRecord(shell)?.stages.includes('execute') === false;

/** By rule and by each place of an alert: all places of the alerts that have it. */
const byPlace = (stored: readonly StoredAlert[]): Map<string, Told[]> => {
  const found = new Map<string, Told[]>();
  for (const { _source: source } of stored) {
    const places = new Set(placesOf(source).map(keyOf));
    const told = { places, hasExecution: !isWithoutExecution(source) };
    for (const place of places) {
      const key = ruleOf(source) + place;
      const others = found.get(key);
      if (others) {
        others.push(told);
      } else {
        found.set(key, [told]);
      }
    }
  }
  return found;
};

const ruleOf = (source: Fields): string => textAt(source, RULE_UUID) ?? '';

const placesOf = (source: Fields): EventPlace[] =>
  valuesAt(source, ANCESTORS).flatMap((ancestor) => {
    const fields = ancestor as Fields;
    const [id] = textsAt(fields, 'id');
    const [index] = textsAt(fields, 'index');
    return id !== undefined && index !== undefined ? [{ id, index }] : [];
  });

const keyOf = ({ id, index }: EventPlace): string => JSON.stringify([id, index]);
