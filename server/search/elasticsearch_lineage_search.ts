// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { SourceEvent } from '../../common/alerts';
import type { Chain } from '../../common/lineage';
import type { RequestLimits } from '../elasticsearch';
import { Failure } from '../failure';
import type { ElasticsearchClient } from '../kibana_contracts';
import { SEARCH_TASKS } from './search_tasks';
import { LINEAGE_CAPS, type LineageCaps } from './lineage/caps';
import { eventKey, eventsOf, toFoundChains } from './lineage/lineage_answer';
import { LineageFetch } from './lineage/lineage_fetch';
import { PointInTime } from './lineage/point_in_time';
import type { LineageAnswer, LineageSearch, LineageSearchRequest } from './lineage_search';

/** Whole events can be large. */
const WHOLE_EVENTS_PER_REQUEST = 200;

/**
 * Searches with Elasticsearch, as the user of the client: step by step for the events that have to do with files
 * that were built, all as they were at one point in time. What they mean decides the matcher of `common/lineage`,
 * as everywhere. Only then are the events of the chains fetched whole.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/point-in-time-api.html
 */
export class ElasticsearchLineageSearch implements LineageSearch {
  constructor(
    private readonly client: ElasticsearchClient,
    private readonly limits: RequestLimits,
    private readonly caps: LineageCaps = LINEAGE_CAPS,
  ) {}

  async search(request: LineageSearchRequest): Promise<LineageAnswer> {
    const { params, range, indexPatterns, filter, tiebreakerField, signal } = request;
    const { limits, caps } = this;
    return PointInTime.within(
      this.client,
      {
        task: SEARCH_TASKS.builtPrograms(),
        indexPatterns,
        filter,
        tiebreakerField,
        limits,
        signal,
      },
      async (moment) => {
        const fetch = new LineageFetch(moment, { params, range, caps });
        const { chains, isCut } = await fetch.chains();
        return { chains: await wholeChains(moment, chains), isCut };
      },
    );
  }
}

const wholeChains = async (
  moment: PointInTime,
  chains: readonly Chain[],
): Promise<LineageAnswer['chains']> => {
  const events = await wholeEvents(moment, [...new Set(eventsOf(chains).map(({ _id }) => _id))]);
  return toFoundChains(chains, (event) => {
    const whole = events.get(eventKey(event));
    if (!whole) {
      throw new Failure('unexpected', {
        message: i18n.translate('recentlyCompiled.search.eventGone', {
          defaultMessage: '{task} found the event [{id}] of [{index}] and could not read it',
          values: {
            task: SEARCH_TASKS.builtPrograms(),
            id: String(event._id),
            index: String(event._index),
          },
        }),
        remedy: i18n.translate('recentlyCompiled.search.eventGoneRemedy', {
          defaultMessage: 'Look into the logs of Elasticsearch at this time',
        }),
      });
    }
    return whole;
  });
};

/** By `eventKey`. */
const wholeEvents = async (
  moment: PointInTime,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SourceEvent>> => {
  const found = new Map<string, SourceEvent>();
  for (let at = 0; at < ids.length; at += WHOLE_EVENTS_PER_REQUEST) {
    const query = { ids: { values: ids.slice(at, at + WHOLE_EVENTS_PER_REQUEST) } };
    let after;
    do {
      const page = await moment.page({ query, size: WHOLE_EVENTS_PER_REQUEST, after });
      page.events.forEach(({ event }) => found.set(eventKey(event), event));
      after = page.next;
    } while (after);
  }
  return found;
};
