// SPDX-License-Identifier: Apache-2.0

type Fields = Readonly<Record<string, unknown>>;

/** Objects that the shell takes whole from the event that tells most about them. */
const FROM_CONNECTION = ['destination', 'source', 'network', 'user', 'host'] as const;
const FROM_LINK = ['file'] as const;

/**
 * The shell's own fields. Security keeps only what all events have in common, which leaves neither the
 * program nor where it connected; here the shell also has the connecting process, the addresses, user and
 * host from the last event, the binary from the second, and the categories of all, by which the flyout
 * chooses what to highlight. Hashes, parent and entry leader of the process come from its execution, since
 * connections do not tell them.
 */
export const shellFields = (common: Fields, sources: readonly Fields[]): Fields => ({
  ...common,
  ...picked(sources[1], FROM_LINK),
  ...picked(sources.at(-1), FROM_CONNECTION),
  ...connectingProcess(sources.at(-2), sources.at(-1)),
  'event.category': categories(sources),
});

const connectingProcess = (
  execution: Fields | undefined,
  connection: Fields | undefined,
): Fields => {
  const executed = fieldsOf(execution?.['process']);
  const connected = fieldsOf(connection?.['process']);
  const isSame = executed['entity_id'] === connected['entity_id'];
  const process = isSame ? { ...executed, ...connected } : connected;
  return Object.keys(process).length === 0 ? {} : { process };
};

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const picked = (source: Fields | undefined, names: readonly string[]): Fields =>
  Object.fromEntries(
    names.flatMap((name) => (source?.[name] === undefined ? [] : [[name, source[name]]])),
  );

const categories = (sources: readonly Fields[]): string[] => [
  ...new Set(
    sources.flatMap(({ event }) => {
      const category = (event as Fields | undefined)?.['category'];
      return [category ?? []].flat().filter((name) => typeof name === 'string');
    }),
  ),
];
