// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

/** Sentences as one text, in the viewer's punctuation; neither they nor the text end in a full stop. */
export const joinSentences = (sentences: readonly string[]): string =>
  joinAll(sentences, (text, next) =>
    i18n.translate('recentlyCompiled.sentences.both', {
      defaultMessage: '{text}. {next}',
      values: { text, next },
    }),
  );

/** Parts of one sentence that may have commas themselves, in the viewer's punctuation. */
export const joinClauses = (clauses: readonly string[]): string =>
  joinAll(clauses, (text, next) =>
    i18n.translate('recentlyCompiled.sentences.bothClauses', {
      defaultMessage: '{text}; {next}',
      values: { text, next },
    }),
  );

const joinAll = (
  [first = '', ...others]: readonly string[],
  join: (text: string, next: string) => string,
): string => others.reduce(join, first);
