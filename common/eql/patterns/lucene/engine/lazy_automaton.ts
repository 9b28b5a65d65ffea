// SPDX-License-Identifier: Apache-2.0
import type { Alphabet } from './alphabet';
import { derivativeOf } from './derivative';
import type { Term } from './term';
import { EVERYTHING, NOTHING, type TermArena } from './term_arena';

/** What one pattern may hold on to: at most about 4 MB for its table ... */
export const MAX_STATES = 4096;
const MAX_CELLS = 1 << 20;
/** ... and about as much for its terms, in the arena's units. */
export const MAX_GROWTH = 1 << 19;

const UNKNOWN = -1;
const FIRST_STATES = 8;

/** Counts since the automaton was made. */
export interface AutomatonCounts {
  /** What the work that the table could not save took, when built as well as since. */
  readonly steps: number;
  /** States in the table now. */
  readonly states: number;
  /** Memory that terms take now, in the arena's units. */
  readonly weight: number;
  /** Times that the table was emptied for being full. */
  readonly restarts: number;
}

/**
 * A deterministic automaton whose states are made when a text first gets there, and whose table
 * is emptied when full. Takes at most one derivative for each code point of a text.
 *
 * A state is known by where its row starts in the table: a cell that says whether the text may
 * end here, then for each class of the alphabet the row to go to. The first two rows are those of
 * NOTHING and EVERYTHING, in which the rest of a text makes no difference.
 */
export class LazyAutomaton {
  private readonly width: number;
  private readonly maxStates: number;
  private readonly rows = new Map<Term, number>();
  private terms: Term[] = [];
  private table: Int32Array;
  private startRow = 0;
  private maxWeight = 0;
  private restarts = 0;

  constructor(
    private readonly arena: TermArena,
    private readonly alphabet: Alphabet,
    private readonly start: Term,
  ) {
    this.width = alphabet.classCount + 1;
    this.maxStates = Math.max(
      FIRST_STATES,
      Math.min(MAX_STATES, Math.floor(MAX_CELLS / this.width)),
    );
    this.table = new Int32Array(FIRST_STATES * this.width);
    if (arena.weight > MAX_GROWTH) {
      arena.keepOnly([start]);
    }
    this.reset();
  }

  get counts(): AutomatonCounts {
    return {
      steps: this.arena.steps,
      states: this.terms.length,
      weight: this.arena.weight,
      restarts: this.restarts,
    };
  }

  /** Whether the whole text matches. */
  matches(text: string): boolean {
    const { asciiClasses } = this.alphabet;
    const everythingRow = this.width;
    const end = text.length;
    let table = this.table;
    let row = this.startRow;
    for (let i = 0; i < end && row > everythingRow; i += 1) {
      let unit = text.charCodeAt(i);
      let classNumber: number;
      if (unit < 128) {
        classNumber = asciiClasses[unit]!;
      } else {
        unit = text.codePointAt(i)!;
        i += unit > 0xffff ? 1 : 0;
        classNumber = this.alphabet.classOf(unit);
      }
      const next = table[row + 1 + classNumber]!;
      if (next === UNKNOWN) {
        row = this.explore(row, classNumber);
        table = this.table;
      } else {
        row = next;
      }
    }
    return table[row] === 1;
  }

  private explore(row: number, classNumber: number): number {
    const term = derivativeOf(this.arena, this.terms[row / this.width]!, classNumber);
    const known = this.rows.get(term);
    if (known === undefined && this.isFull()) {
      this.restarts += 1;
      this.arena.keepOnly([this.start, term]);
      this.reset();
      return this.rowOf(term);
    }
    const next = known ?? this.addRow(term);
    this.table[row + 1 + classNumber] = next;
    return next;
  }

  private isFull(): boolean {
    return this.terms.length >= this.maxStates || this.arena.weight > this.maxWeight;
  }

  private reset(): void {
    this.rows.clear();
    this.terms = [];
    this.addRow(NOTHING);
    this.addRow(EVERYTHING);
    this.startRow = this.rowOf(this.start);
    this.maxWeight = this.arena.weight + MAX_GROWTH;
  }

  private rowOf(term: Term): number {
    return this.rows.get(term) ?? this.addRow(term);
  }

  private addRow(term: Term): number {
    const row = this.terms.length * this.width;
    if (row === this.table.length) {
      const grown = new Int32Array(Math.min(this.maxStates * this.width, row * 2));
      grown.set(this.table);
      this.table = grown;
    }
    this.table.fill(UNKNOWN, row, row + this.width);
    this.table[row] = term.nullable ? 1 : 0;
    this.terms.push(term);
    this.rows.set(term, row);
    return row;
  }
}
