// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { ErrorBody, Problem } from '../common/api';
import { joinSentences } from '../common/sentences';
import { Failure, type FailureKind } from './failure';
import type { Notice } from './notice';

/** What the answer to a failed request says besides message and remedy. */
export type FailureDetails = Pick<ErrorBody, 'problems' | 'changed'>;

/** A failure of a request about which more is known than a sentence. */
export class RequestFailure extends Failure {
  constructor(
    kind: FailureKind,
    notice: Notice,
    readonly details: FailureDetails,
    cause?: unknown,
  ) {
    super(kind, notice, cause);
  }
}

/** Fields of the request that can not be used. */
export const invalidFields = (problems: readonly Problem[]): RequestFailure =>
  new RequestFailure(
    'invalid',
    {
      message: joinSentences(problems.map(({ message }) => message)),
      remedy: joinSentences(problems.map(({ remedy }) => remedy)),
    },
    { problems: [...problems] },
  );

/** Somebody else was faster. */
export const changedMeanwhile = (
  what: string,
  { by, at }: { readonly by: string | null; readonly at: string | null },
  cause?: unknown,
): RequestFailure =>
  new RequestFailure(
    'conflict',
    {
      message: i18n.translate('recentlyCompiled.failure.changedMeanwhile', {
        // Kibana 8.12 drops the spaces that a choice begins with.
        defaultMessage:
          '{known, select, both {{what} was changed meanwhile by {by} at {at}} by {{what} was changed meanwhile by {by}} at {{what} was changed meanwhile at {at}} other {{what} was changed meanwhile}}',
        values: {
          known: by === null ? (at === null ? 'neither' : 'at') : at === null ? 'by' : 'both',
          what,
          by: by ?? '',
          at: at ?? '',
        },
      }),
      remedy: i18n.translate('recentlyCompiled.failure.changedMeanwhileRemedy', {
        defaultMessage: 'Reload, look at what has changed, and do it again',
      }),
    },
    { changed: { by, at } },
    cause,
  );
