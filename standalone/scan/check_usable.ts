// SPDX-License-Identifier: Apache-2.0
import { readDefendEvent } from '../../common/ecs';
import { calendarTime } from '../input/calendar_time';
import { InputError } from '../input/input_error';
import type { Probe } from '../input/probe';
import type { ScanTally } from '../input/scan_tally';

const EXPECTED = 'Expected ECS events, as Elastic Defend writes them';

/** Why nothing that was read could be used; undefined when something could. */
export const nothingUsable = (
  inputs: readonly Probe[],
  { events, first, last }: ScanTally,
): InputError | undefined => {
  // Events are counted unread, so that no time seen does not yet mean that there is none.
  if (first <= last || inputs.some(hasTimes)) {
    return undefined;
  }
  return new InputError(
    inputs.map(({ source }) => source.name).join(', '),
    events === 0 ? 'It holds no events' : `None of the ${events} events has a usable @timestamp`,
    EXPECTED,
  );
};

/** For each input that seems to hold no usable events: which, and what was expected. */
export const unusableInputs = (inputs: readonly Probe[]): InputError[] =>
  inputs
    .filter((input) => input.sample.length > 0 && !hasTimes(input))
    .map(
      ({ source, sample }) =>
        new InputError(
          source.name,
          `None of its first ${sample.length} events has a usable @timestamp`,
          EXPECTED,
        ),
    );

const hasTimes = ({ sample }: Probe): boolean =>
  sample.some(({ _source }) => calendarTime(readDefendEvent(_source).timestamp) !== undefined);
