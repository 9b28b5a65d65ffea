// SPDX-License-Identifier: Apache-2.0
import {
  childrenOf,
  type CharacterTerm,
  type ComplementTerm,
  type IntersectionTerm,
  type RepeatTerm,
  type SequenceTerm,
  type Term,
  type UnionTerm,
} from './term';

export const NOTHING: Term = { kind: 'nothing', id: 0, nullable: false };
export const EMPTY: Term = { kind: 'empty', id: 1, nullable: true };
export const EVERYTHING: Term = { kind: 'everything', id: 2, nullable: true };

const FIRST_FREE_ID = 3;

/** A term beside the ids it lists, in units of one id; measured roughly. */
const TERM_WEIGHT = 20;
const DERIVATIVE_WEIGHT = 4;

/**
 * Owns the terms of one pattern: makes each only once, and remembers derivatives. Builds what it
 * is told to; `term_rules` knows which terms mean the same.
 */
export class TermArena {
  private terms = new Map<string, Term>();
  private derivatives = new Map<number, Term>();
  private nextId = FIRST_FREE_ID;
  private heldWeight = 0;
  private stepCount = 0;

  constructor(readonly classCount: number) {}

  /** How much memory the terms and derivatives take, in units of about eight bytes. */
  get weight(): number {
    return this.heldWeight;
  }

  /** How much work all derivatives took that were not remembered: the alternatives walked. */
  get steps(): number {
    return this.stepCount;
  }

  countStep(): void {
    this.stepCount += 1;
  }

  /** `classes` ascends and is not empty. */
  character(classes: readonly number[]): Term {
    return this.once(`c${classes.join()}`, (id): CharacterTerm => ({
      kind: 'character',
      id,
      nullable: false,
      classes,
    }));
  }

  sequence(head: Term, tail: Term): Term {
    return this.once(`s${head.id},${tail.id}`, (id): SequenceTerm => ({
      kind: 'sequence',
      id,
      nullable: head.nullable && tail.nullable,
      head,
      tail,
    }));
  }

  repeat(body: Term, min: number, max: number): Term {
    return this.once(`r${body.id},${min},${max}`, (id): RepeatTerm => ({
      kind: 'repeat',
      id,
      nullable: min === 0 || body.nullable,
      body,
      min,
      max,
    }));
  }

  union(parts: readonly Term[]): Term {
    return this.once(`u${idsOf(parts)}`, (id): UnionTerm => ({
      kind: 'union',
      id,
      nullable: parts.some(({ nullable }) => nullable),
      parts,
    }));
  }

  intersection(parts: readonly Term[]): Term {
    return this.once(`i${idsOf(parts)}`, (id): IntersectionTerm => ({
      kind: 'intersection',
      id,
      nullable: parts.every(({ nullable }) => nullable),
      parts,
    }));
  }

  complement(body: Term): Term {
    return this.once(`n${body.id}`, (id): ComplementTerm => ({
      kind: 'complement',
      id,
      nullable: !body.nullable,
      body,
    }));
  }

  derivative(term: Term, classNumber: number, workOut: () => Term): Term {
    const key = term.id * this.classCount + classNumber;
    const known = this.derivatives.get(key);
    if (known) {
      return known;
    }
    const derivative = workOut();
    this.countStep();
    this.heldWeight += DERIVATIVE_WEIGHT;
    this.derivatives.set(key, derivative);
    return derivative;
  }

  /** Forgets all derivatives, and all terms that `roots` are not made of. */
  keepOnly(roots: readonly Term[]): void {
    const kept = new Set<Term>();
    const pending = [...roots];
    for (let term = pending.pop(); term; term = pending.pop()) {
      if (!kept.has(term)) {
        kept.add(term);
        for (const child of childrenOf(term)) {
          pending.push(child);
        }
      }
    }
    const all = this.terms;
    this.terms = new Map();
    this.derivatives = new Map();
    this.heldWeight = 0;
    for (const [key, term] of all) {
      if (kept.has(term)) {
        this.terms.set(key, term);
        this.heldWeight += weightOf(key);
      }
    }
  }

  private once(key: string, make: (id: number) => Term): Term {
    const known = this.terms.get(key);
    if (known) {
      return known;
    }
    const term = make(this.nextId);
    this.nextId += 1;
    this.heldWeight += weightOf(key);
    this.terms.set(key, term);
    return term;
  }
}

const idsOf = (terms: readonly Term[]): string => terms.map(({ id }) => id).join();

/** A key grows with what the term lists, about as fast as the term itself. */
const weightOf = (key: string): number => TERM_WEIGHT + key.length / 4;
