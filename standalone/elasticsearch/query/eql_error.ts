// SPDX-License-Identifier: Apache-2.0
import type { EqlError, EqlErrorKind, EqlProblem } from '../../../common/eql/errors';
import { EsError, notInMemory } from '../http/es_error';
import { allShardsFailed } from './sort';

/** Our engine's error as Elasticsearch would have told it (its wording where that is on record). */
export const eqlError = (error: EqlError): EsError => ERRORS[error.kind](error);

const ERRORS: Readonly<Record<EqlErrorKind, (error: EqlError) => EsError>> = {
  verification: ({ problems }) =>
    new EsError(400, {
      type: 'verification_exception',
      reason: [
        `Found ${problems.length} problem${problems.length === 1 ? '' : 's'}`,
        ...problems.map(placed),
      ].join('\n'),
    }),
  parsing: ({ problems: [first] }) =>
    new EsError(400, { type: 'parsing_exception', reason: first ? placed(first) : 'no query' }),
  request: ({ problems }) =>
    new EsError(400, {
      type: 'action_request_validation_exception',
      reason: `Validation Failed: ${problems.map(({ message }, i) => `${i + 1}: ${message};`).join('')}`,
    }),
  evaluation: ({ message }) =>
    allShardsFailed({ type: 'ql_illegal_argument_exception', reason: message }),
  unsupported: ({ message }) => notInMemory(`EQL request like this: ${message}`),
};

const placed = ({ at, message }: EqlProblem): string =>
  `line ${at?.line ?? -1}:${at?.column ?? -1}: ${inItsWords(message)}`;

const inItsWords = (message: string): string => {
  const unknown = /^There is no field (\[.*\])$/.exec(message);
  return unknown ? `Unknown column ${unknown[1]}` : message;
};
