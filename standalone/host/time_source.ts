// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';

/** What "now" is for the host. */
export interface TimeSource {
  readonly kind: 'recording' | 'clock';
  /** In one sentence, for people. */
  readonly explanation: () => string;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Lets time pass for as long as something runs; call what it answers with at the end. */
  readonly begin: () => () => void;
}

/** The time of this computer: for events that come while the host runs. */
export const CLOCK_TIME: TimeSource = {
  kind: 'clock',
  explanation: () =>
    i18n.translate('recentlyCompiled.host.time.clock', {
      defaultMessage: 'Now is the time of this computer.',
    }),
  now: () => Date.now(),
  begin: () => () => undefined,
};

/**
 * A recording is looked at as at its end: "the last 15 minutes" are its last 15 minutes, whenever it is
 * looked at. While a rule runs its time passes, so that durations are right; afterwards it is the end again.
 */
export const recordingTime = (end: () => number | undefined): TimeSource => {
  const running: number[] = [];
  const now = (): number => {
    const [begun] = running;
    const passed = begun === undefined ? 0 : performance.now() - begun;
    return Math.round((end() ?? Date.now()) + passed);
  };
  return {
    kind: 'recording',
    now,
    explanation: () => {
      const time = end();
      return time === undefined
        ? i18n.translate('recentlyCompiled.host.time.noEvents', {
            defaultMessage: 'There are no events yet; now is the time of this computer.',
          })
        : i18n.translate('recentlyCompiled.host.time.recording', {
            defaultMessage:
              'Now is the end of the recording, {end}: time stands still there, and "the last 15 minutes" are its last.',
            values: { end: new Date(time).toISOString() },
          });
    },
    begin: () => {
      const begun = performance.now();
      running.push(begun);
      return () => {
        running.splice(running.indexOf(begun), 1);
      };
    },
  };
};
