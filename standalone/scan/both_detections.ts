// SPDX-License-Identifier: Apache-2.0
import type { LineageFinding } from '../../common/lineage';
import type {
  Detector,
  DetectorStats,
  EventDocument,
  Finding,
  StreamedEvent,
} from '../../common/search';
import type { ScanFinding } from './scan_finding';

/** A detector of scans. */
export interface ScanDetector extends Omit<Detector, 'push' | 'finish'> {
  push(event: StreamedEvent): readonly ScanFinding[];
  finish(): readonly ScanFinding[];
}

/** A detector whose findings have a story. */
export interface LineageDetector extends Detector {
  push(event: StreamedEvent): readonly LineageFinding[];
  finish(): readonly LineageFinding[];
}

/** As many chains are remembered, so that the one who finds it second does not tell of it again. */
const MOST_REMEMBERED = 10_000;

/** Lineage alone. */
export class LineageDetection implements ScanDetector {
  constructor(private readonly lineage: LineageDetector) {}

  get stats(): DetectorStats {
    return this.lineage.stats;
  }

  get isDone(): boolean {
    return this.lineage.isDone;
  }

  get isIdle(): boolean {
    return this.lineage.isIdle;
  }

  canBegin(event: EventDocument): boolean {
    return this.lineage.canBegin(event);
  }

  push(event: StreamedEvent): readonly ScanFinding[] {
    return this.lineage.push(event).map(byLineage);
  }

  finish(): readonly ScanFinding[] {
    return this.lineage.finish().map(byLineage);
  }
}

/**
 * Both detections over the same events. A chain that both find, which is to say with the same execution and
 * the same connection, is told of once. The counts are those of the published rule.
 */
export class BothDetections implements ScanDetector {
  readonly isDone = false;
  private readonly told = new Set<string>();

  constructor(
    private readonly published: Detector,
    private readonly lineage: LineageDetector,
  ) {}

  get stats(): DetectorStats {
    return this.published.stats;
  }

  get isIdle(): boolean {
    return this.published.isIdle && this.lineage.isIdle;
  }

  canBegin(event: EventDocument): boolean {
    return this.published.canBegin(event) || this.lineage.canBegin(event);
  }

  push(event: StreamedEvent): readonly ScanFinding[] {
    const shared = { ...event, read: readOnce(event) };
    return this.merge(this.published.push(shared), this.lineage.push(shared));
  }

  finish(): readonly ScanFinding[] {
    return this.merge(this.published.finish(), this.lineage.finish());
  }

  private merge(
    published: readonly Finding[],
    lineage: readonly LineageFinding[],
  ): readonly ScanFinding[] {
    if (published.length === 0 && lineage.length === 0) {
      return [];
    }
    const stories = new Map(lineage.map((finding) => [chainOf(finding), finding]));
    const byNames = published.map((finding): [string, ScanFinding] => {
      const chain = chainOf(finding);
      const same = stories.get(chain);
      stories.delete(chain);
      return [
        chain,
        same
          ? { ...finding, foundBy: ['published', 'lineage'], story: same.story }
          : { ...finding, foundBy: ['published'] },
      ];
    });
    const byFile = [...stories].map(([chain, finding]): [string, ScanFinding] => [
      chain,
      byLineage(finding),
    ]);
    return [...byNames, ...byFile].flatMap(([chain, finding]) =>
      this.isNew(chain) ? [finding] : [],
    );
  }

  private isNew(chain: string): boolean {
    if (this.told.has(chain)) {
      return false;
    }
    this.told.add(chain);
    const [oldest] = this.told;
    if (this.told.size > MOST_REMEMBERED && oldest !== undefined) {
      this.told.delete(oldest);
    }
    return true;
  }
}

const byLineage = (finding: LineageFinding): ScanFinding => ({ ...finding, foundBy: ['lineage'] });

/** What makes two findings one: the execution and the connection. */
const chainOf = ({ events }: Finding): string =>
  JSON.stringify(events.slice(-2).map((event) => event && [event._index ?? '', event._id]));

const readOnce = ({ read }: StreamedEvent): StreamedEvent['read'] => {
  let isRead = false;
  let document: EventDocument | undefined;
  return () => {
    if (!isRead) {
      document = read();
      isRead = true;
    }
    return document;
  };
};
