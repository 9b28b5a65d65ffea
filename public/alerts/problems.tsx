// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCallOut } from '@elastic/eui';
import type { RelatedPart } from '../../common/api';
import { sentence } from '../sentence';

/** What kept a part of an alert from being read, each with what to do about it. */
export function Problems({ problems }: { problems: RelatedPart['problems'] }) {
  return (
    <>
      {problems.map(({ message, remedy }) => (
        <EuiCallOut key={message} size="s" color="warning" title={sentence(message)}>
          <p>{sentence(remedy)}</p>
        </EuiCallOut>
      ))}
    </>
  );
}
