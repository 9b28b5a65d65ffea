// SPDX-License-Identifier: Apache-2.0
import { defaultSlack } from './rule_scan';

/**
 * A scan keeps some of the events of the slack. With ten times the slack it has as many to keep as when ten
 * such hosts write into one stream.
 */
export const CROWD_HOSTS = 10;

/** Milliseconds. */
export const crowdSlack = (): number => CROWD_HOSTS * defaultSlack();
