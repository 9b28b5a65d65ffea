// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiToolTip } from '@elastic/eui';
import { timeInWords } from './time_in_words';

/** A time in the viewer's zone; pointing at it, or going to it by keyboard, tells the exact UTC. */
export function TimeText({ time }: { time: string }) {
  return (
    <EuiToolTip content={utcOf(time)}>
      <time dateTime={time} tabIndex={0}>
        {timeInWords(time)}
      </time>
    </EuiToolTip>
  );
}

/** As it was recorded, which may be more exact than milliseconds. */
const utcOf = (time: string): string =>
  time.endsWith('Z') ? `${time.slice(0, -1).replace('T', ' ')} UTC` : time;
