// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiIcon } from '@elastic/eui';
import { i18n } from '@kbn/i18n';

/** Under the condition, beside its mark. */
export const INDENTED: React.CSSProperties = { paddingLeft: 28 };
export const LIST: React.CSSProperties = { listStyle: 'none', margin: 0, padding: 0 };

const LOOKS = {
  met: { type: 'check', color: 'success' },
  unmet: { type: 'cross', color: 'danger' },
  open: { type: 'questionInCircle', color: 'subdued' },
} as const;

/** One condition, with a mark that says whether it is met; undefined for one that can not be tried. */
export function MatchRow({
  isMet,
  children,
}: {
  isMet: boolean | undefined;
  children: React.ReactNode;
}) {
  const look = isMet === undefined ? 'open' : isMet ? 'met' : 'unmet';
  return (
    <li className="eui-textBreakWord">
      <EuiIcon {...LOOKS[look]} aria-label={lookWord(look)} /> {children}
    </li>
  );
}

function lookWord(look: keyof typeof LOOKS): string {
  switch (look) {
    case 'met':
      return i18n.translate('recentlyCompiled.alerts.matched.met', { defaultMessage: 'Met' });
    case 'unmet':
      return i18n.translate('recentlyCompiled.alerts.matched.unmet', { defaultMessage: 'Not met' });
    case 'open':
      return i18n.translate('recentlyCompiled.alerts.matched.open', {
        defaultMessage: 'Can not be tried here',
      });
  }
}
