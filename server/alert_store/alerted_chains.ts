// SPDX-License-Identifier: Apache-2.0
import { readLineageRecord, type SequenceAlert } from '../../common/alerts';
import { textAt, textsAt, valuesAt } from '../../common/ecs';

type Fields = Readonly<Record<string, unknown>>;

/** An alert as the store has it; Security's own keep dotted names, those of others may nest. */
export interface StoredAlert {
  readonly _id: string;
  readonly _source: Fields;
}

/** What makes two alerts tell of the same: the program that ran and where it connected to. */
interface Chain {
  /** Undefined where it was not recorded; then the connection alone counts. */
  readonly execution: Place | undefined;
  readonly connection: Place;
}

interface Place {
  readonly id: string;
  readonly index: string;
}

export const ANCESTORS = 'kibana.alert.ancestors';
export const RULE_UUID = 'kibana.alert.rule.uuid';

/** The last two events of an alert; undefined for one of fewer events. */
const chainOf = ({ shell }: SequenceAlert): Chain | undefined => {
  const [execution, connection] = placesOf(shell._source, 'event').slice(-2);
  return (
    execution &&
    connection && {
      execution: isWithoutExecution(shell._source) ? undefined : execution,
      connection,
    }
  );
};

const isWithoutExecution = (shell: Fields): boolean =>
  readLineageRecord(shell)?.stages.includes('execute') === false;

/** The ids by which alerts of the same connections are found. */
export const connectionIds = (alerts: readonly SequenceAlert[]): string[] => [
  ...new Set(alerts.flatMap((alert) => chainOf(alert)?.connection.id ?? [])),
];

/** Which alerts tell of nothing that a stored one of the same rule does not tell. By shell id. */
export const alertedBy = (
  stored: readonly StoredAlert[],
  alerts: readonly SequenceAlert[],
): ReadonlySet<string> => {
  const ids = new Set(stored.map(({ _id }) => _id));
  const told = byPlace(stored);
  const isTold = (alert: SequenceAlert): boolean => {
    const chain = chainOf(alert);
    if (!chain) {
      return false;
    }
    const execution = chain.execution && keyOf(chain.execution);
    const others = told.get(ruleOf(alert.shell._source) + keyOf(chain.connection)) ?? [];
    return others.some(
      ({ places, hasExecution }) =>
        execution === undefined || !hasExecution || places.has(execution),
    );
  };
  return new Set(
    alerts.filter((alert) => ids.has(alert.shell._id) || isTold(alert)).map((a) => a.shell._id),
  );
};

interface Told {
  readonly places: ReadonlySet<string>;
  readonly hasExecution: boolean;
}

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

export const ruleOf = (source: Fields): string => textAt(source, RULE_UUID) ?? '';

const placesOf = (source: Fields, type?: string): Place[] =>
  valuesAt(source, ANCESTORS).flatMap((ancestor) => {
    const fields = ancestor as Fields;
    const [id] = textsAt(fields, 'id');
    const [index] = textsAt(fields, 'index');
    const isWanted = type === undefined || fields['type'] === type;
    return id !== undefined && index !== undefined && isWanted ? [{ id, index }] : [];
  });

const keyOf = ({ id, index }: Place): string => JSON.stringify([id, index]);
