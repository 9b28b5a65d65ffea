// SPDX-License-Identifier: Apache-2.0
import { textAt, textsAt } from '../ecs';
import type { EventDocument } from '../search';
import type { Builders } from './built_by';
import { COMMAND_NAMES } from './command_targets';
import { ACTIONS } from './lineage_event';

/** Events with these actions may begin something. */
const BEGINNING: readonly string[] = [ACTIONS.exec, ACTIONS.create, ACTIONS.rename];

/** Events with these matter while a file is followed; the end of a process only for what it may have failed to do. */
const FOLLOWING: readonly string[] = Object.values(ACTIONS).filter(
  (action) => action !== ACTIONS.end,
);

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

/** What the JSON text of an event must hold to matter to lineage. */
export interface LineageTexts {
  /** To begin something: one of the actions as a value, and one of the names as a value of one of `fields`. */
  readonly beginning: {
    readonly actions: readonly string[];
    readonly names: {
      /** The last part of the fields' names. */
      readonly fields: readonly string[];
      readonly mayBe: (value: string) => boolean;
    };
  };
  /** What events that follow have as values: of each group of one of these at least one. */
  readonly following: readonly (readonly (readonly string[])[])[];
}

/** The texts that lineage looks for, for a prefilter of lines. */
export const lineageTexts = ({ compilers, linkers }: Builders): LineageTexts => ({
  beginning: {
    actions: BEGINNING,
    names: {
      fields: ['name', 'executable'],
      mayBe: (value) => compilers.mayBe(value) || linkers.mayBe(value),
    },
  },
  following: [[FOLLOWING], [[ACTIONS.end], COMMAND_NAMES]],
});
