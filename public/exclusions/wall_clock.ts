// SPDX-License-Identifier: Apache-2.0
import type { Moment } from 'moment';
import moment from 'moment-timezone';
import { viewerZone } from '../time_in_words';

const WALL_CLOCK = 'YYYY-MM-DDTHH:mm:ss.SSS';

/**
 * A time as the date picker of EUI is to show it. The picker reads and shows times in the zone that Moment has for
 * its default: in Kibana the viewer's (its sources, `moment_service.ts`), elsewhere that of the computer. So it is given
 * the time of that zone at which its clock shows what the viewer's shows.
 *
 * @param time in milliseconds since 1970
 */
export const asShown = (time: number): Moment =>
  // Without an offset it is read in the default zone.
  moment(moment.tz(time, viewerZone()).format(WALL_CLOCK), WALL_CLOCK);

/** The other way round, as ISO text. */
export const asMeant = (shown: Moment): string =>
  moment.tz(shown.format(WALL_CLOCK), WALL_CLOCK, viewerZone()).toISOString();
