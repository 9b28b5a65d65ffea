// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../../common/eql/errors';
import { TooManyInFlightError } from '../../common/sequence';
import { InputError } from '../input/input_error';

/** What to tell the person about an error; undefined for one of our own making. */
export const explainFailure = (error: unknown): string | undefined => {
  if (error instanceof EqlError) {
    return error.problems
      .map(
        ({ at, message, remedy }) =>
          `${at ? `query ${at.line}:${at.column}: ` : ''}${message}${remedy === undefined ? '' : `. ${remedy}`}`,
      )
      .join('\n');
  }
  if (error instanceof TooManyInFlightError) {
    return `${error.message}. ${error.remedy}`;
  }
  if (error instanceof AggregateError) {
    const texts = error.errors.map(explainFailure);
    return texts.every((text) => text !== undefined) ? texts.join('\n') : undefined;
  }
  return error instanceof InputError ? error.message : undefined;
};
