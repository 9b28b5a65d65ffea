// SPDX-License-Identifier: Apache-2.0
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
            message: `${undertaking.task} failed, Elasticsearch does not take the query: ${tidy(error)}`,
            remedy: 'Mend the query, the exclusions or the fields that it names',
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
  const types = [...places.matchAll(/\[([^\]]+)\] in \[([^\]]*)\]/g)].map(
    ([, type, indices]) => `${type} in ${indices}`,
  );
  return new Failure(
    'mapping_conflict',
    {
      message: `${task} failed, the field [${field}] is mapped as ${types.join(' and as ') || places}`,
      remedy: `Map [${field}] the same way in all of these indices and reindex those that differ, or leave them out of the index patterns`,
    },
    cause,
  );
};

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
  const named = fields.map(([field, place]) => `[${field}]${place ? ` (line ${place})` : ''}`);
  return new Failure(
    'query_rejected',
    {
      message: `${task} failed, no index that matches [${indices.join(', ')}] maps ${named.join(', ')}, which the query names`,
      remedy:
        'Mend the name if it is misspelt; else turn on the process, file and network events of Elastic Defend, since each maps its fields with its first event',
    },
    cause,
  );
};
