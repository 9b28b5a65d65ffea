// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ExclusionItem } from '../../common/api';
import { TimeText } from '../time_text';

/** Why an exclusion is there: what people have written, the oldest first. */
export function ItemComments({ comments }: Pick<ExclusionItem, 'comments'>) {
  return comments.length === 0 ? null : (
    <>
      <EuiText data-test-subj="exclusions-comments" size="s" className="eui-textBreakWord">
        <h4>
          {i18n.translate('recentlyCompiled.exclusions.comments', { defaultMessage: 'Comments' })}
        </h4>
        {comments.map(({ text, by, at }) => (
          <p key={`${at} ${by} ${text}`}>
            {text} — {by}, <TimeText time={at} />
          </p>
        ))}
      </EuiText>
      <EuiSpacer size="m" />
    </>
  );
}
