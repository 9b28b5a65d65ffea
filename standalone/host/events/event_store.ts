// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { fieldReader } from '../../../common/eql/types/field_reader';
import type { EventDocument } from '../../../common/search';
import { EVENT_MAPPING } from '../../elasticsearch/event_mapping';
import { EsError } from '../../elasticsearch/http/es_error';
import type { Store } from '../../elasticsearch/store/store';
import { writeDocument } from '../../elasticsearch/store/write_document';

/** Each takes about 12 kB of memory (measured on events of Elastic Defend), and Node.js has 2 to 4 GB. */
export const MAX_EVENTS = 200_000;

const CATEGORIES = ['process', 'file', 'network'] as const;
const OTHER = 'other';

const streamOf = (category: string): string => `logs-endpoint.events.${category}-default`;

const timeOf = fieldReader({ name: '@timestamp', path: '@timestamp', mappedType: 'date' });
const categoryOf = fieldReader({
  name: 'event.category',
  path: 'event.category',
  mappedType: 'keyword',
});

/** What became of some events. */
export interface Added {
  readonly added: number;
  /** Were there before, by their id. */
  readonly known: number;
  /** Beyond the limit. */
  readonly overLimit: number;
  /** Why events were refused, each reason with the first event it held for. */
  readonly refused: readonly string[];
  /** When the earliest of those added happened, in milliseconds since 1970. */
  readonly earliest: number | undefined;
}

/** The events of the host, in data streams named as Elastic Defend's. */
export class EventStore {
  private readonly ids = new Set<string>();
  private first = Infinity;
  private last = -Infinity;

  constructor(
    private readonly store: Store,
    private readonly limit = MAX_EVENTS,
  ) {
    for (const category of [...CATEGORIES, OTHER]) {
      store.create(streamOf(category), { mappings: EVENT_MAPPING, dataStream: true });
    }
  }

  get count(): number {
    return this.ids.size;
  }

  /** Undefined without events. */
  get earliest(): number | undefined {
    return Number.isFinite(this.first) ? this.first : undefined;
  }

  get latest(): number | undefined {
    return Number.isFinite(this.last) ? this.last : undefined;
  }

  add(events: readonly EventDocument[]): Added {
    let [added, known, overLimit, earliest] = [0, 0, 0, Infinity];
    const refused: string[] = [];
    for (const event of events) {
      const { _id: id } = event;
      if (this.ids.has(id)) {
        known += 1;
      } else if (this.ids.size >= this.limit) {
        overLimit += 1;
      } else {
        const outcome = this.write(event);
        if (typeof outcome === 'number') {
          added += 1;
          earliest = Math.min(earliest, outcome);
        } else {
          refused.push(outcome);
        }
      }
    }
    return {
      added,
      known,
      overLimit,
      refused,
      earliest: Number.isFinite(earliest) ? earliest : undefined,
    };
  }

  /** The time of the event, or why it was refused. */
  private write({ _id: id, _source: source }: EventDocument): number | string {
    const time = Number(timeOf.distinct(source)[0] ?? NaN);
    if (!Number.isFinite(time)) {
      return i18n.translate('recentlyCompiled.host.takeIn.noTime', {
        defaultMessage: 'event [{id}] has no time in [@timestamp]',
        values: { id },
      });
    }
    const categories = categoryOf.distinct(source).map(String);
    const category = CATEGORIES.find((one) => categories.includes(one)) ?? OTHER;
    try {
      writeDocument(this.store.needWriteIndex(streamOf(category)), id, source, true);
    } catch (error) {
      if (error instanceof EsError) {
        return i18n.translate('recentlyCompiled.host.takeIn.refused', {
          defaultMessage: 'event [{id}]: {why}',
          values: { id, why: error.message },
        });
      }
      throw error;
    }
    this.ids.add(id);
    this.first = Math.min(this.first, time);
    this.last = Math.max(this.last, time);
    return time;
  }
}
