// SPDX-License-Identifier: Apache-2.0
import type { EventDocument } from '../search';
import type { SequenceStats } from '../sequence';
import type { Builders } from './built_by';
import type { Chain } from './chain';
import { connectionTest } from './connection';
import { HostLineage, type HostOptions, type LineageCounts } from './host_lineage';
import { readLineageEvent, type LineageEvent } from './lineage_event';
import { windowOf, type LineageParams } from './lineage_params';
import type { LineageWatch } from './lineage_watch';
import { DEFAULT_LIMITS, type LineageLimits } from './limits';
import { namePatterns } from './name_patterns';

export interface LineageStats extends SequenceStats {
  /** What was forgotten because a limit was reached. */
  readonly dropped: number;
}

/** Who builds, by the parameters. */
export const buildersOf = ({
  lineageCompilers,
  lineageLinkers,
}: Pick<LineageParams, 'lineageCompilers' | 'lineageLinkers'>): Builders => ({
  compilers: namePatterns(lineageCompilers),
  linkers: namePatterns(lineageLinkers),
});

/** Follows built files on every host. Takes events in order of time; hosts never mix. */
export class LineageMatcher {
  /** The host heard of longest ago first. */
  private readonly hosts = new Map<string, HostLineage>();
  private readonly options: HostOptions;
  private readonly counts: LineageCounts = {
    seen: 0,
    matched: [0, 0, 0, 0],
    expired: 0,
    dropped: 0,
    completed: 0,
  };
  private held = 0;
  private following = 0;
  private expiredAt = -Infinity;

  /** Throws a `RangeError` for parameters that `parseRuleParams` refuses. */
  constructor(
    params: LineageParams,
    private readonly limits: LineageLimits = DEFAULT_LIMITS,
    watch?: LineageWatch,
  ) {
    this.options = {
      builders: buildersOf(params),
      window: windowOf(params),
      excludedProcessNames: new Set(params.excludedProcessNames),
      isConnection: connectionTest(params.excludedNetworks),
      limits,
      counts: this.counts,
      watch,
    };
  }

  /** Whether no built file is followed, so that only compilers and linkers matter. */
  get isIdle(): boolean {
    return this.following === 0;
  }

  get stats(): LineageStats {
    const { matched, ...counts } = this.counts;
    return {
      ...counts,
      matched: [...matched],
      inFlight: this.held,
      ended: 0,
      contradicted: 0,
    };
  }

  /** Takes the next event, which happened at `time`; returns the chains that it completes. */
  push(document: EventDocument, time: number): Chain[] {
    const event = readLineageEvent(document, time);
    return event ? this.take(event) : [];
  }

  /** As `push`, for an event that was read before. */
  take(event: LineageEvent): Chain[] {
    const host = this.hosts.get(event.host) ?? new HostLineage(this.options, event.host);
    this.hosts.delete(event.host);
    const chains = this.counting(host, () => host.push(event));
    if (host.held > 0) {
      this.hosts.set(event.host, host);
      this.makeRoom();
    }
    return chains.map((chain) => ({ ...chain, hostId: event.hostId }));
  }

  /** Time passes: forgets what is too old, on hosts that are silent as well. */
  advance(time: number): void {
    // Going over all hosts for every millisecond would cost more than what it frees.
    if (time - this.expiredAt < this.options.window / 10 || this.hosts.size === 0) {
      return;
    }
    this.expiredAt = time;
    for (const [key, host] of this.hosts) {
      this.counting(host, () => host.expire(time));
      if (host.held === 0) {
        this.hosts.delete(key);
      }
    }
  }

  finish(): Chain[] {
    return [...this.hosts.values()].flatMap((host) => host.finish());
  }

  private counting<T>(host: HostLineage, change: () => T): T {
    const [held, follows] = [host.held, host.follows];
    const result = change();
    this.held += host.held - held;
    this.following += Number(host.follows) - Number(follows);
    return result;
  }

  private makeRoom(): void {
    for (const [key, host] of this.hosts) {
      const isEnough = this.hosts.size <= this.limits.hosts && this.held <= this.limits.total;
      if (isEnough || this.hosts.size === 1) {
        return;
      }
      this.hosts.delete(key);
      this.held -= host.held;
      this.following -= Number(host.follows);
      this.counts.dropped += host.held;
    }
  }
}
