// SPDX-License-Identifier: Apache-2.0
import type { JoinKey } from './join_key';
import type { Ordinal } from './ordinal';
import type { SequenceShape } from './sequence_shape';

/**
 * Remembers when events occurred that a sequence wants to be missing, and tells whether a stretch of time
 * is free of them. An event in the very millisecond of a neighbour does not count; the far end of a
 * leading or trailing stretch, maxspan away, does (observed on Elasticsearch 8.10).
 */
export class Absences {
  /** Whether the last stage must be missing, so that a sequence is certain only when maxspan is over. */
  readonly waitsForEnd: boolean;
  private readonly times = new Map<string, number[]>();
  private readonly missing: readonly number[];
  private readonly present: readonly number[];
  private readonly maxspan: number;

  constructor({ stages, maxspan }: SequenceShape) {
    this.missing = stages.flatMap((stage, i) => (stage.missing ? [i] : []));
    this.present = stages.flatMap((stage, i) => (stage.missing ? [] : [i]));
    this.maxspan = maxspan ?? 0;
    this.waitsForEnd = stages.at(-1)?.missing === true;
  }

  /** In order of time. */
  record(stage: number, key: JoinKey, timestamp: number): void {
    const id = idOf(stage, key);
    const times = this.times.get(id);
    if (!times) {
      this.times.set(id, [timestamp]);
    } else if (times.at(-1) !== timestamp) {
      times.push(timestamp);
    }
  }

  /** Whether nothing forbidden came before or between the events at `ordinals`, one per present stage. */
  holdUntil(key: JoinKey, ordinals: readonly Ordinal[]): boolean {
    const last = ordinals.at(-1)?.timestamp ?? 0;
    return this.missing.every((stage) => {
      const after = this.present.findIndex((index) => index > stage);
      if (after < 0) {
        return true;
      }
      const until = ordinals[after]?.timestamp ?? 0;
      const from = after === 0 ? last - this.maxspan - 1 : (ordinals[after - 1]?.timestamp ?? 0);
      return !this.occurs(stage, key, from, until);
    });
  }

  /** Whether nothing forbidden came after the last event, until maxspan was over. */
  holdAfter(key: JoinKey, first: Ordinal, last: Ordinal): boolean {
    const end = this.present.at(-1) ?? 0;
    return this.missing
      .filter((stage) => stage > end)
      .every(
        (stage) => !this.occurs(stage, key, last.timestamp, first.timestamp + this.maxspan + 1),
      );
  }

  /** Frees memory: nothing will be asked about times before `timestamp`. */
  forgetBefore(timestamp: number): void {
    for (const [id, times] of this.times) {
      const kept = times.filter((time) => time >= timestamp);
      if (kept.length === 0) {
        this.times.delete(id);
      } else if (kept.length < times.length) {
        this.times.set(id, kept);
      }
    }
  }

  /** Both ends excluded. */
  private occurs(stage: number, key: JoinKey, from: number, until: number): boolean {
    return this.times.get(idOf(stage, key))?.some((time) => time > from && time < until) ?? false;
  }
}

const idOf = (stage: number, key: JoinKey): string => `${stage}\u0000${key.id}`;
