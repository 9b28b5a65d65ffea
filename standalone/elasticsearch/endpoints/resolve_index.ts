// SPDX-License-Identifier: Apache-2.0
import { ACTIONS } from '../access/users';
import { list, ok, type Endpoint } from '../http/endpoint';
import { indexNotFound } from '../http/es_error';
import { matchesName } from '../store/name_pattern';

/** Names only what the user may see. */
export const resolveIndex: Endpoint = {
  name: 'resolve_index',
  methods: ['GET'],
  paths: ['/_resolve/index/{name}'],
  parameters: ['expand_wildcards'],
  handle: ({ parts, user }, { store }) => {
    const patterns = list(parts['name']);
    const wanted = (name: string): boolean =>
      user.may(ACTIONS.resolveIndex.grantedBy, [name]) &&
      patterns.some(
        (pattern) =>
          matchesName(pattern, name) && (!name.startsWith('.') || pattern.startsWith('.')),
      );
    const indices = [...store.indices.values()];
    const aliases = new Set(indices.flatMap((index) => [...index.aliases.keys()]));
    const found = {
      indices: indices
        .filter(({ name }) => wanted(name))
        .map(({ name, aliases: named, dataStream }) => ({
          name,
          ...(named.size > 0 && { aliases: [...named.keys()].sort() }),
          attributes: ['open', ...(name.startsWith('.') ? ['hidden'] : [])],
          ...(dataStream !== undefined && { data_stream: dataStream }),
        })),
      aliases: [...aliases].filter(wanted).map((name) => ({
        name,
        indices: store.withAlias(name).map((index) => index.name),
      })),
      data_streams: [...store.dataStreams]
        .filter(([name]) => wanted(name))
        .map(([name, backing]) => ({
          name,
          backing_indices: backing.map((index) => index.name),
          timestamp_field: '@timestamp',
        })),
    };
    const [only] = patterns;
    const isNothing = Object.values(found).every(({ length }) => length === 0);
    if (isNothing && only !== undefined && !only.includes('*')) {
      throw indexNotFound(only);
    }
    return ok({
      indices: found.indices.sort(byName),
      aliases: found.aliases.sort(byName),
      data_streams: found.data_streams.sort(byName),
    });
  },
};

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1;
