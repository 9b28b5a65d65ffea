// SPDX-License-Identifier: Apache-2.0
import { textAt, textsAt } from '../ecs';
import type { EventDocument } from '../search';
import type { Builders } from './built_by';
import { ACTIONS } from './lineage_event';

/** Events with these actions may begin something. */
const BEGINNING: readonly string[] = [ACTIONS.exec, ACTIONS.create, ACTIONS.rename];

/** Whether an event counts even while nothing is followed: a compiler or linker starts, or writes a file. */
export const beginsLineage =
  ({ compilers, linkers }: Builders) =>
  ({ _source }: EventDocument): boolean => {
    const name = textAt(_source, 'process.name');
    const executable = textAt(_source, 'process.executable');
    return (
      (compilers.matches(name, executable) || linkers.matches(name, executable)) &&
      textsAt(_source, 'event.action').some((action) => BEGINNING.includes(action))
    );
  };

/**
 * What the JSON text of an event must hold to matter to lineage, as `RequiredText` has it. To begin
 * something it must also have, as a value of one of `fields`, a text that `mayBe` takes.
 */
export interface LineageText {
  readonly actions: readonly string[];
  readonly begins: boolean;
  readonly values?: {
    /** The last part of the fields' names. */
    readonly fields: readonly string[];
    readonly mayBe: (value: string) => boolean;
  };
}

/** The texts that lineage looks for, for a prefilter of lines. */
export const lineageTexts = ({ compilers, linkers }: Builders): LineageText[] => [
  {
    actions: BEGINNING,
    begins: true,
    values: {
      fields: ['name', 'executable'],
      mayBe: (value) => compilers.mayBe(value) || linkers.mayBe(value),
    },
  },
  { actions: Object.values(ACTIONS), begins: false },
];
