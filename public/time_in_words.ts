// SPDX-License-Identifier: Apache-2.0
import moment from 'moment-timezone';
import type { CoreStart } from './kibana_contracts';

/** How the viewer wants times to be told. */
export interface TimeSettings {
  /** The name of a time zone, such as `Europe/Berlin`. */
  readonly zone: string;
  /** In the letters of Moment, such as `YYYY-MM-DD HH:mm:ss.SSS`. */
  readonly format: string;
}

/** Of this computer. Moment does not take the answer `UTC` for one. */
const ownZone = (): string => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return moment.tz.zone(timeZone) === null ? moment.tz.guess() : timeZone;
};

/** Kibana's default for `dateFormat`. */
const DEFAULT_FORMAT = 'MMM D, YYYY @ HH:mm:ss.SSS';

/**
 * Kibana's settings `dateFormat:tz`, where `Browser` stands for the zone of this computer, and `dateFormat`.
 * What can not be used gives way to the default.
 */
export function timeSettingsOf(uiSettings: CoreStart['uiSettings']): TimeSettings {
  const [zone, format] = [uiSettings.get('dateFormat:tz'), uiSettings.get('dateFormat')];
  return {
    zone: typeof zone === 'string' && moment.tz.zone(zone) !== null ? zone : ownZone(),
    format: typeof format === 'string' && format !== '' ? format : DEFAULT_FORMAT,
  };
}

let settings: TimeSettings | undefined;

/** Says how times are told from now on; Kibana loads the page anew when its settings change. */
export const tellTimesAs = (chosen: TimeSettings): void => {
  settings = chosen;
};

/** The viewer's time zone. */
export const viewerZone = (): string => settings?.zone ?? ownZone();

/** An ISO time in the viewer's zone and format; text that is no time is given back. */
export function timeInWords(time: string): string {
  const told = moment.tz(time, moment.ISO_8601, viewerZone());
  return told.isValid() ? told.format(settings?.format ?? DEFAULT_FORMAT) : time;
}
