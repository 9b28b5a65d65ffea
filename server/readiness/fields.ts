// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { joinClauses } from '../../common/sentences';
import type { FieldDescription } from '../search/event_index';
import { streamOf } from '../search/index_patterns';
import type { Check } from './check';
import { getEvents } from './event_origin';

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
  title: () =>
    i18n.translate('recentlyCompiled.checks.fields.title', {
      defaultMessage: 'Fields and their types',
    }),
  run: async ({ access, eventIndex, params, origin }) => {
    const names = Object.keys(NEEDED);
    const found = await eventIndex.describe(params.indexPatterns, names, access.signal);
    if (found.indices.length === 0) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.fields.noIndex', {
          defaultMessage: 'No index matches [{patterns}]',
          values: { patterns: params.indexPatterns.join(', ') },
        }),
        remedy: noIndexRemedy(),
      };
    }
    const missing = names.filter((name) => (found.fields.get(name)?.types ?? []).length === 0);
    const wrong = names.flatMap((name) => misfits(name, found.fields.get(name)));
    if (wrong.length > 0) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.fields.wrong', {
          defaultMessage: 'Fields are mapped with types that the rule can not search: {fields}',
          values: { fields: joinClauses(wrong.map(({ text }) => text)) },
        }),
        remedy: i18n.translate('recentlyCompiled.checks.fields.wrongRemedy', {
          defaultMessage:
            'Give these fields their type of the Elastic Common Schema and reindex, or leave these indices out of the index patterns',
        }),
        details: { misfits: wrong.map(({ field, type, indices }) => ({ field, type, indices })) },
      };
    }
    return missing.length > 0
      ? {
          status: 'error',
          message: i18n.translate('recentlyCompiled.checks.fields.missing', {
            defaultMessage: 'No index maps {fields}',
            values: { fields: missing.map((name) => `[${name}]`).join(', ') },
          }),
          remedy: getEvents(origin),
          details: { missing },
        }
      : {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.fields.ok', {
            defaultMessage: 'All {count, number} fields that the rule needs have types that fit',
            values: { count: names.length },
          }),
          details: { indices: found.indices.length },
        };
  },
};

/** What to do where the index patterns of the rule match nothing. */
export const noIndexRemedy = (): string =>
  i18n.translate('recentlyCompiled.checks.fields.noIndexRemedy', {
    defaultMessage:
      'Install Elastic Defend on a Linux host, or mend the index patterns of the rule',
  });

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
      text: i18n.translate('recentlyCompiled.checks.fields.misfit', {
        defaultMessage: '[{field}] as {type} in {streams}',
        values: { field, type, streams: [...new Set(indices.map(streamOf))].join(', ') },
      }),
    }));
