// SPDX-License-Identifier: Apache-2.0

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An event as its alert carries it: `event.*` as single fields with `event.kind` set to `signal`, and the
 * same fields untouched under `kibana.alert.original_event.*`.
 */
export const eventFields = (source: Fields): Fields => {
  const { event, ...others } = source;
  const fields = isFields(event) ? event : {};
  return {
    ...others,
    ...prefixed('event', fields),
    'event.kind': 'signal',
    ...prefixed('kibana.alert.original_event', fields),
  };
};

const prefixed = (prefix: string, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${prefix}.${name}`, value]));
