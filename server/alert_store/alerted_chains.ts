// SPDX-License-Identifier: Apache-2.0
import type { SequenceAlert } from '../../common/alerts';
import { textAt, textsAt, valuesAt } from '../../common/ecs';

type Fields = Readonly<Record<string, unknown>>;

/** An alert as the store has it; Security's own keep dotted names, those of others may nest. */
export interface StoredAlert {
  readonly _id: string;
  readonly _source: Fields;
}

/** What makes two alerts tell of the same: the program that ran and where it connected to. */
interface Chain {
  readonly execution: Place;
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
  return execution && connection && { execution, connection };
};

/** The ids by which alerts of the same executions are found. */
export const executionIds = (alerts: readonly SequenceAlert[]): string[] => [
  ...new Set(alerts.flatMap((alert) => chainOf(alert)?.execution.id ?? [])),
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
    return (
      chain !== undefined &&
      (told.get(ruleOf(alert.shell._source) + keyOf(chain.execution)) ?? []).some((places) =>
        places.has(keyOf(chain.connection)),
      )
    );
  };
  return new Set(
    alerts.filter((alert) => ids.has(alert.shell._id) || isTold(alert)).map((a) => a.shell._id),
  );
};

/** By rule and by each place of an alert: all places of the alerts that have it. */
const byPlace = (stored: readonly StoredAlert[]): Map<string, ReadonlySet<string>[]> => {
  const found = new Map<string, ReadonlySet<string>[]>();
  for (const { _source: source } of stored) {
    const places = new Set(placesOf(source).map(keyOf));
    for (const place of places) {
      const key = ruleOf(source) + place;
      const others = found.get(key);
      if (others) {
        others.push(places);
      } else {
        found.set(key, [places]);
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
