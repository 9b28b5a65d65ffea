// SPDX-License-Identifier: Apache-2.0
import type { ParamProblem } from '../../common/rule';
import type { ParamName } from './param_words';

/** What a field of any kind is given. The form row around it gives it an `id` as well, for its label. */
export interface FieldProps<Value> {
  readonly name: ParamName;
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly problems: readonly ParamProblem[];
  readonly isDisabled: boolean;
  readonly id?: string;
  readonly 'aria-describedby'?: string;
}
