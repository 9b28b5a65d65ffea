// SPDX-License-Identifier: Apache-2.0
import type { EventDocument } from '../../common/search';
import type { Miss } from '../../common/sequence';

const SHOWN = 5;

/** Keeps the sequences that came closest to completing, the latest of each last event first. */
export class NearestMisses {
  private kept: Miss<EventDocument>[] = [];

  add(miss: Miss<EventDocument>): void {
    const least = this.kept.at(-1)?.events.length ?? 0;
    if (miss.reason === 'replaced' || (this.kept.length === SHOWN && miss.events.length < least)) {
      return;
    }
    const last = miss.events.at(-1);
    const others = this.kept.filter(({ events }) => events.at(-1) !== last);
    this.kept = [...others, miss].sort((a, b) => b.events.length - a.events.length).slice(0, SHOWN);
  }

  /** Nearest first. */
  get nearest(): readonly Miss<EventDocument>[] {
    return this.kept;
  }
}
