// SPDX-License-Identifier: Apache-2.0

/**
 * What may still follow for the text to match. Terms that are built alike are the same object,
 * so that `===` and `id` tell them apart.
 */
export type Term =
  | NothingTerm
  | EmptyTerm
  | EverythingTerm
  | CharacterTerm
  | SequenceTerm
  | RepeatTerm
  | UnionTerm
  | IntersectionTerm
  | ComplementTerm;

interface TermBase {
  readonly id: number;
  /** Whether the empty text matches. */
  readonly nullable: boolean;
}

/** No text. */
export interface NothingTerm extends TermBase {
  readonly kind: 'nothing';
}

/** The empty text only. */
export interface EmptyTerm extends TermBase {
  readonly kind: 'empty';
}

/** Any text. */
export interface EverythingTerm extends TermBase {
  readonly kind: 'everything';
}

/** One code point of certain classes of the alphabet. */
export interface CharacterTerm extends TermBase {
  readonly kind: 'character';
  readonly classes: readonly number[];
}

/** A chain to the right: `head` is no sequence. */
export interface SequenceTerm extends TermBase {
  readonly kind: 'sequence';
  readonly head: Term;
  readonly tail: Term;
}

export interface RepeatTerm extends TermBase {
  readonly kind: 'repeat';
  readonly body: Term;
  readonly min: number;
  readonly max: number;
}

/** At least two parts, none of them a union, by ascending id. */
export interface UnionTerm extends TermBase {
  readonly kind: 'union';
  readonly parts: readonly Term[];
}

/** At least two parts, none of them an intersection, by ascending id. */
export interface IntersectionTerm extends TermBase {
  readonly kind: 'intersection';
  readonly parts: readonly Term[];
}

export interface ComplementTerm extends TermBase {
  readonly kind: 'complement';
  readonly body: Term;
}

export const childrenOf = (term: Term): readonly Term[] => {
  switch (term.kind) {
    case 'sequence':
      return [term.head, term.tail];
    case 'repeat':
    case 'complement':
      return [term.body];
    case 'union':
    case 'intersection':
      return term.parts;
    case 'nothing':
    case 'empty':
    case 'everything':
    case 'character':
      return [];
  }
};
