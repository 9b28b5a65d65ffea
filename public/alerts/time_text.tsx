// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiToolTip } from '@elastic/eui';
import { timeInWords } from '../time_in_words';

/** A time in the viewer's zone; pointing at it, or going to it by keyboard, tells the exact UTC. */
export function TimeText({ time, precise = false }: { time: string; precise?: boolean }) {
  return (
    <EuiToolTip content={utcOf(time)}>
      <time dateTime={time} tabIndex={0}>
        {precise ? preciseTime(time) : timeInWords(time)}
      </time>
    </EuiToolTip>
  );
}

/** As it was recorded, which may be more exact than milliseconds. */
const utcOf = (time: string): string =>
  time.endsWith('Z') ? `${time.slice(0, -1).replace('T', ' ')} UTC` : time;

const preciseTime = (time: string): string =>
  new Date(time).toLocaleString(undefined, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  });
