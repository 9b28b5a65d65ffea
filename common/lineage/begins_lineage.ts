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
  /** One of these actions, to matter at all. */
  readonly all: readonly string[];
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
  all: Object.values(ACTIONS),
});
