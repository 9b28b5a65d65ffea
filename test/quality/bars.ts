// SPDX-License-Identifier: Apache-2.0
import { MODES, type FlowQuality } from './measure';

/** Attacks outside the published rule's idea that lineage finds all the same, by technique. */
const BEYOND: readonly RegExp[] = [/delay|70 ?s/i, /spawns bash/i];

/** What of the bars for lineage is missed, for people: every attack found, no false alert. */
export const missedBars = (flows: readonly FlowQuality[]): string[] =>
  flows.flatMap((flow) => {
    const isBeyond = BEYOND.some((pattern) => pattern.test(flow.technique));
    const mustFind = flow.isAttack && (flow.shouldDetect || isBeyond);
    const mustNot = !flow.isAttack && !flow.shouldDetect;
    return MODES.flatMap((mode) => {
      const isFound = flow.alerts.lineage[mode] > 0;
      return (mustFind && !isFound) || (mustNot && isFound)
        ? [`${flow.flow} (${flow.technique}), names ${mode}: ${isFound ? 'false alert' : 'missed'}`]
        : [];
    });
  });
