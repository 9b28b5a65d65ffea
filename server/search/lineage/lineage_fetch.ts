// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../../common/exclusions';
import { compilerMemory, windowOf, type LineageParams } from '../../../common/lineage';
import { allOf, withinRange } from '../time_filter';
import type { TimeRange } from '../time_range';
import { whatIsBuilt } from './builder_query';
import type { LineageCaps } from './caps';
import { CREATED, EXECUTED, missing, noneOf } from './clauses';
import { FetchedEvents } from './fetched_events';
import { aboutFiles, connectionsByPath, rootsOn, type EventGaps } from './file_query';
import { followFiles, type Followed } from './follow_files';
import { LINEAGE_FIELDS } from './lineage_fields';
import { OpenQuestions } from './open_questions';
import type { EventPage, PointInTime } from './point_in_time';
import {
  aboutNaming,
  aboutPromises,
  aboutRooted,
  aboutRuns,
  connectionsOf,
  filesBy,
  related,
  startsOf,
} from './process_query';
import { settledProcesses } from './settled_processes';
import type { HostKey, Unasked } from './unasked';

/** A query may have 1,024 clauses; each file takes up to 30. */
const FILES_PER_REQUEST = 30;

/** Each takes up to six clauses. */
const HOSTS_PER_REQUEST = 100;

/** A process that only its pid tells of takes clauses of its own, with its host. */
const PROCESSES_PER_REQUEST = 500;
const PID_WEIGHT = 20;

export interface FetchOptions {
  readonly params: LineageParams;
  readonly range: TimeRange;
  readonly caps: LineageCaps;
}

/**
 * Fetches the events that the matcher needs, and no more: first what was built, then, round after round, what
 * became of what was found last, until nothing new is found. How much that is depends on what was built and by
 * whom it is used, not on how many events there are.
 */
export class LineageFetch {
  private readonly fetched: FetchedEvents;
  private readonly questions: OpenQuestions;
  /** When everything but the start of a compiler happened. */
  private readonly within: QueryDsl;
  private readonly withinMemory: QueryDsl;
  private isCut = false;

  constructor(
    private readonly moment: PointInTime,
    private readonly options: FetchOptions,
  ) {
    const { params, range, caps } = options;
    this.fetched = new FetchedEvents(caps.events);
    this.questions = new OpenQuestions(params);
    this.within = withinRange('@timestamp', range);
    const from = range.from - compilerMemory(windowOf(params));
    this.withinMemory = withinRange('@timestamp', { from, to: range.to });
  }

  /** The chains, whose events have the fields of lineage only. Throws a `Failure`. */
  async chains(): Promise<Followed> {
    const { params, caps } = this.options;
    await this.fetch(allOf(this.within, whatIsBuilt(params)), caps.builds);
    let followed = this.follow();
    const gaps = this.questions.files.size > 0 ? await this.gaps() : NO_GAPS;
    for (let round = 0; this.hasQuestions; round += 1) {
      if (round === caps.rounds || this.fetched.isFull) {
        return { ...followed, isCut: true };
      }
      await this.ask(gaps);
      followed = this.follow();
    }
    return { chains: followed.chains, isCut: this.isCut || followed.isCut };
  }

  private follow(): Followed {
    const { params, range } = this.options;
    return followFiles(this.fetched.list(), { params, range, watch: this.questions });
  }

  private async gaps(): Promise<EventGaps> {
    const { lines, names } = await this.moment.count(this.within, {
      lines: allOf(EXECUTED, missing('process.command_line')),
      names: allOf(CREATED, missing('file.name')),
    });
    return { commandLines: lines > 0, fileNames: names > 0 };
  }

  private get hasQuestions(): boolean {
    const { connectingFiles, connectingRuns } = this.questions;
    return this.hasQuestionsOfPast || connectingFiles.size > 0 || connectingRuns.size > 0;
  }

  private get hasQuestionsOfPast(): boolean {
    const { files, starts, writers, naming, promising, hosts, rooted, running } = this.questions;
    return [files, starts, writers, naming, promising, hosts, rooted, running].some(
      ({ size }) => size > 0,
    );
  }

  /** Connections lead to nothing more, as a rule, so they come last. */
  private async ask(gaps: EventGaps): Promise<void> {
    const { questions, within, withinMemory } = this;
    const { params } = this.options;
    if (this.hasQuestionsOfPast) {
      await this.askOf(takeProcesses(questions.starts), withinMemory, startsOf);
      await this.askOf(takeProcesses(questions.writers), within, filesBy);
      await this.askOf(questions.files.take(FILES_PER_REQUEST), within, (some) =>
        aboutFiles(some, gaps),
      );
      await this.askOf(takeProcesses(questions.naming), within, aboutNaming);
      await this.askOf(takeProcesses(questions.promising), within, aboutPromises);
      await this.askOf(questions.hosts.take(HOSTS_PER_REQUEST), within, rootsOn);
      await this.askOf(takeProcesses(questions.rooted), within, aboutRooted);
      await this.askOf(takeProcesses(questions.running), within, aboutRuns);
      return;
    }
    for (const some of takeProcesses(questions.connectingRuns)) {
      await this.fetchConnections(connectionsOf(some, params));
    }
    for (const some of questions.connectingFiles.take(FILES_PER_REQUEST)) {
      await this.fetchConnections(connectionsByPath(some, params));
    }
  }

  private async askOf(
    groups: readonly (readonly HostKey[])[],
    within: QueryDsl,
    query: (some: readonly HostKey[]) => QueryDsl,
  ): Promise<void> {
    for (const some of groups) {
      await this.fetch(allOf(within, query(some)));
    }
  }

  private async fetch(query: QueryDsl, most = Infinity): Promise<void> {
    let count = 0;
    let after: EventPage['next'];
    do {
      const page = await this.page(query, after);
      count += page.events.length;
      after = page.next;
    } while (after && count < most && !this.fetched.isFull);
    this.isCut ||= after !== undefined;
  }

  private async fetchConnections(query: QueryDsl): Promise<void> {
    const settled: HostKey[] = [];
    let after: EventPage['next'];
    do {
      const rest = settled.length === 0 ? query : allOf(query, noneOf(related(settled, 'self')));
      const page = await this.page(allOf(this.within, rest), after);
      after = page.next;
      if (after) {
        settled.push(...settledProcesses(page.events, this.fetched.list()));
      }
    } while (after && !this.fetched.isFull);
    this.isCut ||= after !== undefined;
  }

  private async page(query: QueryDsl, after: EventPage['next']): Promise<EventPage> {
    const { page: size } = this.options.caps;
    const page = await this.moment.page({ query, size, fields: LINEAGE_FIELDS, after });
    this.questions.note(this.fetched.add(page.events));
    return page;
  }
}

const takeProcesses = (processes: Unasked): HostKey[][] =>
  processes.take(PROCESSES_PER_REQUEST, ({ key }) => (key.startsWith('pid:') ? PID_WEIGHT : 1));

const NO_GAPS: EventGaps = { commandLines: false, fileNames: false };
