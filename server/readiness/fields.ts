// SPDX-License-Identifier: Apache-2.0
import type { FieldDescription } from '../search/event_index';
import { streamOf } from '../search/index_patterns';
import type { Check } from './check';

const KEYWORDS = ['keyword', 'constant_keyword', 'wildcard'];
const DATES = ['date', 'date_nanos'];

/** All fields that the query of the rule and the look for late events name, with the types that do. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  '@timestamp': DATES,
  'destination.ip': ['ip'],
  'event.action': KEYWORDS,
  'event.category': KEYWORDS,
  'event.ingested': DATES,
  'event.type': KEYWORDS,
  'file.name': KEYWORDS,
  'host.id': KEYWORDS,
  'host.os.type': KEYWORDS,
  'process.args': KEYWORDS,
  'process.name': KEYWORDS,
};

/** Whether the fields are there with types that can be searched together. */
export const fields: Check = {
  id: 'fields',
  title: 'Fields and their types',
  run: async ({ access, eventIndex, params }) => {
    const names = Object.keys(NEEDED);
    const found = await eventIndex.describe(params.indexPatterns, names, access.signal);
    if (found.indices.length === 0) {
      return {
        status: 'error',
        message: `No index matches [${params.indexPatterns.join(', ')}]`,
        remedy: 'Install Elastic Defend on a Linux host, or mend the index patterns of the rule',
      };
    }
    const missing = names.filter((name) => (found.fields.get(name)?.types ?? []).length === 0);
    const wrong = names.flatMap((name) => misfits(name, found.fields.get(name)));
    if (wrong.length > 0) {
      return {
        status: 'error',
        message: `Fields are mapped with types that the rule can not search: ${wrong.map(({ text }) => text).join('; ')}`,
        remedy:
          'Give these fields their type of the Elastic Common Schema and reindex, or leave these indices out of the index patterns',
        details: { misfits: wrong.map(({ field, type, indices }) => ({ field, type, indices })) },
      };
    }
    return missing.length > 0
      ? {
          status: 'error',
          message: `No index maps ${missing.map((name) => `[${name}]`).join(', ')}`,
          remedy:
            'Turn on process, file and network events of Elastic Defend; each maps its fields with its first event',
          details: { missing },
        }
      : {
          status: 'ok',
          message: `All ${names.length} fields that the rule needs have types that fit`,
          details: { indices: found.indices.length },
        };
  },
};

interface Misfit {
  readonly field: string;
  readonly type: string;
  readonly indices: readonly string[];
  readonly text: string;
}

const misfits = (field: string, description: FieldDescription | undefined): Misfit[] =>
  (description?.types ?? [])
    .filter(({ type }) => !NEEDED[field]?.includes(type))
    .map(({ type, indices }) => ({
      field,
      type,
      indices,
      text: `[${field}] as ${type} in ${[...new Set(indices.map(streamOf))].join(', ')}`,
    }));
