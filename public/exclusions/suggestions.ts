// SPDX-License-Identifier: Apache-2.0
import type { AlertResponse } from '../../common/api';
import { EVENT_SCHEMA } from '../../common/ecs/event_schema';
import { valuesAt } from '../../common/ecs/event_values';

/** What tells one sequence of the rule from another, the most useful first. */
const USUAL_FIELDS = [
  'host.name',
  'user.name',
  'process.executable',
  'process.name',
  'process.parent.executable',
  'process.command_line',
  'process.working_directory',
  'file.path',
  'destination.ip',
  'destination.port',
];

const ALL_FIELDS: readonly string[] = [
  ...USUAL_FIELDS,
  ...[...EVENT_SCHEMA.names()]
    .filter(
      (name) => !USUAL_FIELDS.includes(name) && EVENT_SCHEMA.field(name)?.unusable === undefined,
    )
    .sort(),
];

/** Such as are shown at once; longer ones make no good conditions. */
const LONGEST_VALUE = 1024;

type Events = Pick<AlertResponse, 'events'>['events'];

const sourcesOf = (events: Events): Readonly<Record<string, unknown>>[] =>
  events.flatMap(({ source }) => (source ? [source] : []));

/** Fields to choose from; those that the events have come first. */
export const suggestedFields = (events: Events): readonly string[] => {
  const sources = sourcesOf(events);
  if (sources.length === 0) {
    return ALL_FIELDS;
  }
  const has = (name: string): boolean =>
    sources.some((source) => valuesAt(source, name).length > 0);
  const [present, absent] = [ALL_FIELDS.filter(has), ALL_FIELDS.filter((name) => !has(name))];
  return [...present, ...absent];
};

/** The values that the events have in a field, each once. */
export const suggestedValues = (events: Events, field: string): readonly string[] => [
  ...new Set(
    sourcesOf(events)
      .flatMap((source) => valuesAt(source, field))
      .filter((value) => typeof value !== 'object')
      .map(String)
      .filter((value) => value !== '' && value.length <= LONGEST_VALUE),
  ),
];
