// SPDX-License-Identifier: Apache-2.0
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { ClassicLevel } from 'classic-level';
import { parseExactJson } from '../../../common/json/parse_exact_json';
import { stringifyExact } from '../../../common/json/stringify_exact';
import { ContentSum } from './content_sum';
import { StateError } from './state_error';

/** What the host keeps, each under ids of its own. */
export const TABLES = ['alerts', 'saved_objects', 'tasks', 'lists', 'list_items'] as const;
export type Table = (typeof TABLES)[number];

const SEPARATOR = '\t';
const SUM_KEY = 'sum';

/** Rights of the folder: alerts hold command lines. */
const OWNER_ONLY = 0o700;

type Level = ClassicLevel<string, string>;

/**
 * The host's state in a LevelDB. Changes are gathered and written together: what one `flush` writes is there
 * after a crash as a whole or not at all.
 */
export class StateDatabase {
  private pending = new Map<string, string | undefined>();
  private writing: Promise<void> = Promise.resolve();
  private tellBroken: (error: StateError) => void = () => undefined;

  /** Rejects with a `StateError` when something can not be written: then nothing more can. */
  readonly broken = new Promise<never>((_, reject) => {
    this.tellBroken = reject;
  });

  constructor(
    private readonly place: string,
    private readonly level: Pick<Level, 'batch' | 'close'>,
    private readonly sum: ContentSum,
    private readonly records: ReadonlyMap<string, unknown>,
    /** Whether nothing was ever kept in it before it was opened. */
    readonly isNew: boolean,
  ) {
    // Whoever flushes hears of it as well, so nobody need listen here.
    this.broken.catch(() => undefined);
  }

  /**
   * Opens the database of a folder, or makes one. One that is damaged is renamed, told of by `report`, and
   * replaced by an empty one. Throws a `StateError` where another process has it open or it can not be made.
   */
  static async open(folder: string, report: (message: string) => void): Promise<StateDatabase> {
    const place = path.join(folder, 'state');
    try {
      await mkdir(folder, { recursive: true, mode: OWNER_ONLY });
    } catch (error) {
      throw new StateError(
        folder,
        `The folder can not be made (${(error as Error).message})`,
        'Name another one with --data',
        { cause: error },
      );
    }
    const opened = await tryOpen(place);
    if ('database' in opened) {
      return opened.database;
    }
    const aside = `${place}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await rename(place, aside);
    report(
      `The state in ${place} is damaged (${opened.damage}). It was renamed to ${aside}, and the host begins with ` +
        'an empty one. Alerts are found again from the events; exclusions have to be made again.',
    );
    const fresh = await tryOpen(place);
    if ('damage' in fresh) {
      throw new StateError(
        place,
        `No database can be made (${fresh.damage})`,
        'Name another folder with --data',
      );
    }
    return fresh.database;
  }

  /** What was there when it was opened, by id. */
  load<T>(table: Table): Map<string, T> {
    const prefix = table + SEPARATOR;
    return new Map(
      [...this.records].flatMap(([key, value]) =>
        key.startsWith(prefix) ? [[key.slice(prefix.length), value as T]] : [],
      ),
    );
  }

  /** Notes a change for the next `flush`; undefined removes. */
  record(table: Table, id: string, value: unknown): void {
    this.pending.set(
      table + SEPARATOR + id,
      value === undefined ? undefined : (stringifyExact(value) ?? 'null'),
    );
  }

  /** Resolves when everything noted so far outlives the process. Rejects with a `StateError`. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  /** Writes what is noted and ends; what could not be written has been told of by `broken`. */
  async close(): Promise<void> {
    await this.flush().catch((error: unknown) => {
      if (!(error instanceof StateError)) {
        throw error;
      }
    });
    await this.level.close();
  }

  private async write(): Promise<void> {
    if (this.pending.size === 0) {
      return;
    }
    const changes = this.pending;
    this.pending = new Map();
    for (const [key, text] of changes) {
      this.sum.set(key, text);
    }
    try {
      await this.level.batch([
        ...[...changes].map(([key, value]) =>
          value === undefined
            ? { type: 'del' as const, key }
            : { type: 'put' as const, key, value },
        ),
        { type: 'put' as const, key: SUM_KEY, value: this.sum.toString() },
      ]);
    } catch (error) {
      // LevelDB takes nothing more after this.
      const broken = notWritten(this.place, error);
      this.tellBroken(broken);
      throw broken;
    }
  }
}

const notWritten = (place: string, error: unknown): StateError => {
  const { cause, message } = error as Error & { cause?: Error };
  return new StateError(
    place,
    `The state can not be written (${cause?.message ?? message}), so the host ends; what was written before is whole`,
    'Free space on the disk, or name another folder with --data, and start it again',
    { cause: error },
  );
};

type Opened = { readonly database: StateDatabase } | { readonly damage: string };

const tryOpen = async (place: string): Promise<Opened> => {
  const level: Level = new ClassicLevel(place, { keyEncoding: 'utf8', valueEncoding: 'utf8' });
  try {
    await level.open();
  } catch (error) {
    const cause = (error as { cause?: { code?: string; message?: string } }).cause;
    if (cause?.code === 'LEVEL_LOCKED') {
      throw new StateError(
        place,
        'Another process has it open',
        'Stop that one, or name another folder with --data',
        { cause: error },
      );
    }
    if (/permission denied/i.test(cause?.message ?? '')) {
      throw new StateError(place, 'You may not write there', 'Name another folder with --data', {
        cause: error,
      });
    }
    return { damage: cause?.message ?? (error as Error).message };
  }
  try {
    return { database: await readAll(place, level) };
  } catch (error) {
    await level.close();
    return { damage: (error as Error).message };
  }
};

const readAll = async (place: string, level: Level): Promise<StateDatabase> => {
  const sum = new ContentSum();
  const records = new Map<string, unknown>();
  let told: string | undefined;
  for await (const [key, text] of level.iterator()) {
    if (key === SUM_KEY) {
      told = text;
    } else {
      sum.set(key, text);
      records.set(key, parseExactJson(text));
    }
  }
  if (told !== undefined || records.size > 0) {
    if (told !== sum.toString()) {
      throw new Error(
        `records are missing or changed: it should hold ${told ?? 'nothing'}, it holds ${sum.toString()}`,
      );
    }
  }
  return new StateDatabase(place, level, sum, records, told === undefined);
};
