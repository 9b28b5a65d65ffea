// SPDX-License-Identifier: Apache-2.0
import type { Field } from '../../../common/eql/types/schema';
import { ACTIONS } from '../access/users';
import { INDICES_PARAMETERS, flag, list, ok, type Body, type Endpoint } from '../http/endpoint';
import { EsError } from '../http/es_error';
import { foundDocuments } from '../query/found_documents';
import { matchesName } from '../store/name_pattern';
import { resolveIndices } from '../store/resolve_indices';
import type { StoredIndex } from '../store/store';
import { allNames, familyOf } from '../store/union_schema';
import { indicesOptions } from './index_options';

export const fieldCaps: Endpoint = {
  name: 'field_caps',
  methods: ['GET', 'POST'],
  paths: ['/{index}/_field_caps', '/_field_caps'],
  parameters: [...INDICES_PARAMETERS, 'fields', 'include_unmapped', 'filters', 'types'],
  handle: ({ parts, query, body, user }, { store, now }) => {
    const asked = body['fields'];
    const patterns = Array.isArray(asked)
      ? asked.map(String)
      : list(typeof asked === 'string' ? asked : query.get('fields'));
    if (patterns.length === 0) {
      throw new EsError(400, {
        type: 'action_request_validation_exception',
        reason: 'Validation Failed: 1: no fields specified;',
      });
    }
    const options = indicesOptions(query);
    const indices = resolveIndices(
      store,
      parts['index'] ?? '',
      user,
      ACTIONS.fieldCaps,
      options,
    ).filter(
      (index) =>
        body['index_filter'] === undefined ||
        foundDocuments([index], body['index_filter'], now()).length > 0,
    );
    const withUnmapped = flag(query, 'include_unmapped') ?? false;
    const names = new Set(indices.flatMap((index) => wantedNames(index, patterns)));
    return ok({
      indices: indices.map(({ name }) => name),
      fields: Object.fromEntries(
        [...names].map((name) => [name, capabilities(name, indices, withUnmapped)]),
      ),
    });
  },
};

/** The asked fields and the objects above them. */
const wantedNames = ({ schema }: StoredIndex, patterns: readonly string[]): string[] => {
  const all = allNames(schema);
  const asked = all.filter((name) => patterns.some((pattern) => matchesName(pattern, name)));
  return all.filter(
    (name) => asked.includes(name) || asked.some((field) => field.startsWith(`${name}.`)),
  );
};

/** By type; where indices differ each type lists its own. */
const capabilities = (
  name: string,
  indices: readonly StoredIndex[],
  withUnmapped: boolean,
): Body => {
  const byType = new Map<string, { readonly places: string[]; readonly fields: Field[] }>();
  for (const index of indices) {
    const field = index.schema.field(name);
    const type = field ? familyOf(field.mappedType) : 'unmapped';
    if (field || withUnmapped) {
      const entry = byType.get(type) ?? { places: [], fields: [] };
      entry.places.push(index.name);
      entry.fields.push(...(field ? [field] : []));
      byType.set(type, entry);
    }
  }
  return Object.fromEntries(
    [...byType].map(([type, { places, fields }]) => [
      type,
      {
        type,
        metadata_field: false,
        searchable: fields.length > 0 && fields.every(isSearchable),
        aggregatable: fields.length > 0 && fields.every(isAggregatable),
        ...(byType.size > 1 && { indices: places }),
      },
    ]),
  );
};

const isSearchable = ({ mappedType, unsearchable }: Field): boolean =>
  mappedType !== 'object' && mappedType !== 'nested' && unsearchable !== true;

const isAggregatable = (field: Field): boolean =>
  isSearchable(field) && familyOf(field.mappedType) !== 'text';
