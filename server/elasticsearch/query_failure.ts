// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure } from '../failure';
import type { ClientError } from './client_error';
import type { Undertaking } from './undertaking';

/** For a request that Elasticsearch understands but does not take: 400 and its kin. */
export const readQueryFailure = (
  error: ClientError,
  undertaking: Undertaking,
  cause: unknown,
): Failure | undefined => {
  const whole = error.reasons.join('\n');
  return (
    conflictFailure(whole, undertaking, cause) ??
    unknownFieldFailure(whole, undertaking, cause) ??
    (isRejection(error)
      ? new Failure(
          'query_rejected',
          {
            message: i18n.translate('recentlyCompiled.elasticsearch.rejected', {
              defaultMessage: '{task} failed, Elasticsearch does not take the query: {reason}',
              values: { task: undertaking.task, reason: tidy(error) },
            }),
            remedy: i18n.translate('recentlyCompiled.elasticsearch.rejectedRemedy', {
              defaultMessage: 'Mend the query, the exclusions or the fields that it names',
            }),
          },
          cause,
        )
      : undefined)
  );
};

const isRejection = ({ status, types }: ClientError): boolean =>
  status === 400 ||
  types.some((type) => ['verification_exception', 'parsing_exception'].includes(type));

/** The innermost reasons say most; those that only count problems or shards are left out. */
const tidy = ({ reasons, message }: ClientError): string =>
  reasons
    .flatMap((reason) => reason.split('\n'))
    .filter((line) => line !== '' && !/^(?:Found \d+ problems?|all shards failed)$/.test(line))
    .filter((line, i, lines) => lines.indexOf(line) === i)
    .join('; ') || message;

/** Observed on Elasticsearch 8.10. */
const conflictFailure = (
  reasons: string,
  { task }: Undertaking,
  cause: unknown,
): Failure | undefined => {
  const [, field, places] =
    /Cannot use field \[([^\]]+)\] due to ambiguities being mapped as \[\d+\] incompatible types: (.*)/.exec(
      reasons,
    ) ?? [];
  if (field === undefined || places === undefined) {
    return undefined;
  }
  const types = [...places.matchAll(/\[([^\]]+)\] in \[([^\]]*)\]/g)].map(([, type, indices]) =>
    i18n.translate('recentlyCompiled.elasticsearch.typeIn', {
      defaultMessage: '{type} in {indices}',
      values: { type: type ?? '', indices: indices ?? '' },
    }),
  );
  return new Failure(
    'mapping_conflict',
    {
      message: i18n.translate('recentlyCompiled.elasticsearch.mappingConflict', {
        defaultMessage: '{task} failed, the field [{field}] is mapped as {types}',
        values: { task, field, types: types.length === 0 ? places : types.reduce(alsoAs) },
      }),
      remedy: i18n.translate('recentlyCompiled.elasticsearch.mappingConflictRemedy', {
        defaultMessage:
          'Map [{field}] the same way in all of these indices and reindex those that differ, or leave them out of the index patterns',
        values: { field },
      }),
    },
    cause,
  );
};

const alsoAs = (one: string, other: string): string =>
  i18n.translate('recentlyCompiled.elasticsearch.alsoAs', {
    defaultMessage: '{one} and as {other}',
    values: { one, other },
  });

const unknownFieldFailure = (
  reasons: string,
  { task, indices }: Undertaking,
  cause: unknown,
): Failure | undefined => {
  const found = [...reasons.matchAll(/(?:line (\d+:\d+): )?Unknown column \[([^\]]+)\]/g)];
  const fields = [...new Map(found.map(([, place, field]) => [field, place]))];
  if (fields.length === 0) {
    return undefined;
  }
  const named = fields.map(([field, place]) =>
    place
      ? i18n.translate('recentlyCompiled.elasticsearch.fieldAtLine', {
          defaultMessage: '[{field}] (line {place})',
          values: { field: field ?? '', place },
        })
      : `[${field}]`,
  );
  return new Failure(
    'query_rejected',
    {
      message: i18n.translate('recentlyCompiled.elasticsearch.unknownField', {
        defaultMessage:
          '{task} failed, no index that matches [{indices}] maps {fields}, which the query names',
        values: { task, indices: indices.join(', '), fields: named.join(', ') },
      }),
      remedy: i18n.translate('recentlyCompiled.elasticsearch.unknownFieldRemedy', {
        defaultMessage:
          'Mend the name if it is misspelt; else turn on the process, file and network events of Elastic Defend, since each maps its fields with its first event',
      }),
    },
    cause,
  );
};
