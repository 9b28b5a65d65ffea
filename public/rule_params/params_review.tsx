// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiDescriptionList, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { RuleParams } from '../../common/rule';
import { changedParams, listChange } from './changed_params';
import { detectionWord } from './detection_choice';
import { paramWords, type ParamName } from './param_words';
import { queryDiff } from './query_diff';
import { QueryDiffPanel } from './query_diff_panel';

/**
 * What saving would change: the parameters one by one, and the query.
 * @param before undefined when those that are stored can not be used
 */
export function ParamsReview({
  before,
  after,
}: {
  before: RuleParams | undefined;
  after: RuleParams;
}) {
  // By lineage no query is run, so that by name all of it is new.
  const begins = before?.detection === 'lineage' && after.detection === 'published';
  const lines = queryDiff(begins ? undefined : before, after);
  const isSameQuery = lines.every(({ kind }) => kind === 'same');
  return (
    <div data-test-subj="paramsReview">
      {before && (
        <>
          <EuiTitle size="xs">
            <h3>
              {i18n.translate('recentlyCompiled.params.review.changes', {
                defaultMessage: 'What changes',
              })}
            </h3>
          </EuiTitle>
          <EuiSpacer size="s" />
          <EuiDescriptionList
            data-test-subj="paramsChanges"
            type="responsiveColumn"
            compressed
            listItems={changedParams(before, after).map((name) => ({
              title: paramWords()[name].label,
              description: changeInWords(shown(before, name), shown(after, name)),
            }))}
          />
          <EuiSpacer size="l" />
        </>
      )}
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('recentlyCompiled.params.review.query', { defaultMessage: 'The query' })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      {(isSameQuery || begins || after.detection === 'lineage') && (
        <>
          <EuiText data-test-subj="aboutQuery" size="s">
            <p>{aboutQuery(after, begins)}</p>
          </EuiText>
          <EuiSpacer size="s" />
        </>
      )}
      <QueryDiffPanel lines={lines} />
    </div>
  );
}

function aboutQuery({ detection }: RuleParams, begins: boolean): string {
  if (detection === 'lineage') {
    return i18n.translate('recentlyCompiled.params.review.notUsed', {
      defaultMessage:
        'By lineage the rule follows files and processes and runs no query. This is what it would run by name.',
    });
  }
  return begins
    ? i18n.translate('recentlyCompiled.params.review.newQuery', {
        defaultMessage: 'Until now the rule has run no query. From now on it runs this one.',
      })
    : i18n.translate('recentlyCompiled.params.review.sameQuery', {
        defaultMessage: 'The query stays as it is.',
      });
}

const shown = (params: RuleParams, name: ParamName): RuleParams[ParamName] | string =>
  name === 'detection' ? detectionWord(params.detection) : params[name];

function changeInWords(before: RuleParams[ParamName], after: RuleParams[ParamName]): string {
  if (Array.isArray(before) && Array.isArray(after)) {
    const { added, removed } = listChange(before as string[], after as string[]);
    return listChangeInWords(added.join(', '), removed.join(', '));
  }
  return i18n.translate('recentlyCompiled.params.review.fromTo', {
    defaultMessage: '{after}, was {before}',
    values: { before: inWords(before), after: inWords(after) },
  });
}

function listChangeInWords(added: string, removed: string): string {
  if (removed === '') {
    return added === ''
      ? i18n.translate('recentlyCompiled.params.review.reordered', {
          defaultMessage: 'In another order',
        })
      : i18n.translate('recentlyCompiled.params.review.added', {
          defaultMessage: 'Added: {added}',
          values: { added },
        });
  }
  return added === ''
    ? i18n.translate('recentlyCompiled.params.review.removed', {
        defaultMessage: 'Removed: {removed}',
        values: { removed },
      })
    : i18n.translate('recentlyCompiled.params.review.addedAndRemoved', {
        defaultMessage: 'Added: {added}. Removed: {removed}',
        values: { added, removed },
      });
}

const inWords = (value: RuleParams[ParamName]): string =>
  value === null
    ? i18n.translate('recentlyCompiled.params.none', { defaultMessage: 'None' })
    : String(value);
