// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { allText, shownText } from '../shown_text';

const SCROLLED: React.CSSProperties = { maxHeight: 320, overflow: 'auto' };

/** A value of an event: as text, with what can not be seen in sight, a long one cut until asked for. */
export function ShownValue({ value, most }: { value: string; most?: number }) {
  const [isOpen, setOpen] = useState(false);
  const { text, left } = shownText(value, most);
  if (left === 0) {
    return <bdi className="eui-textBreakWord">{text}</bdi>;
  }
  return (
    <>
      {isOpen ? (
        <div
          className="eui-textBreakWord"
          style={SCROLLED}
          tabIndex={0}
          data-test-subj="allOfValue"
        >
          <bdi>{allText(value)}</bdi>
        </div>
      ) : (
        <bdi className="eui-textBreakWord">{`${text}…`}</bdi>
      )}{' '}
      <EuiButtonEmpty
        size="xs"
        flush="left"
        data-test-subj="showAllOfValue"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen
          ? i18n.translate('recentlyCompiled.alerts.value.showLess', {
              defaultMessage: 'Show less',
            })
          : i18n.translate('recentlyCompiled.alerts.value.showAll', {
              defaultMessage: 'Show all ({count, number} more characters)',
              values: { count: left },
            })}
      </EuiButtonEmpty>
    </>
  );
}

/** A value in one line of a table: what is too long is cut, all of it is on the alert's own page. */
export const shownInCell = (value: string | null): string => {
  if (value === null) {
    return '—';
  }
  const { text, left } = shownText(value, 80);
  return left > 0 ? `${text}…` : text;
};
