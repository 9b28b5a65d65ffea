// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFormRow } from '@elastic/eui';
import type { ParamProblem } from '../../common/rule';
import { sentence } from '../sentence';

/** A field with its label, what it is for, and below it what is wrong with it. */
export function FieldRow({
  label,
  help,
  problems,
  children,
}: {
  label: string;
  help: string;
  problems: readonly ParamProblem[];
  children: React.ReactElement;
}) {
  return (
    <EuiFormRow
      fullWidth
      label={label}
      helpText={help}
      isInvalid={problems.length > 0}
      error={problems.map(({ message, remedy }) => `${sentence(message)} ${sentence(remedy)}`)}
    >
      {children}
    </EuiFormRow>
  );
}
