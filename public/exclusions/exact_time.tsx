// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiToolTip } from '@elastic/eui';
import { timeInWords } from '../time_in_words';

/** A time in the viewer's zone, with the exact UTC value at hand. */
export function ExactTime({ time }: { time: string }) {
  return (
    <EuiToolTip content={time}>
      <time dateTime={time} tabIndex={0}>
        {timeInWords(time)}
      </time>
    </EuiToolTip>
  );
}
