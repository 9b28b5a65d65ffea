// SPDX-License-Identifier: Apache-2.0
import { oneCodePoint, type CodePointSet } from './code_point_set';

/** What a pattern says, before anything is known about how to run it. */
export type PatternNode =
  | EmptyLanguageNode
  | AnyStringNode
  | CharacterNode
  | SequenceNode
  | UnionNode
  | IntersectionNode
  | ComplementNode
  | RepeatNode;

/** `#`: no text at all, not even the empty one. */
export interface EmptyLanguageNode {
  readonly kind: 'empty_language';
}

/** `@`. */
export interface AnyStringNode {
  readonly kind: 'any_string';
}

/** One code point out of a set. */
export interface CharacterNode {
  readonly kind: 'character';
  readonly set: CodePointSet;
}

/** The parts one after the other; without parts, the empty text. */
export interface SequenceNode {
  readonly kind: 'sequence';
  readonly parts: readonly PatternNode[];
}

export interface UnionNode {
  readonly kind: 'union';
  readonly parts: readonly PatternNode[];
}

export interface IntersectionNode {
  readonly kind: 'intersection';
  readonly parts: readonly PatternNode[];
  readonly offset: number;
}

export interface ComplementNode {
  readonly kind: 'complement';
  readonly body: PatternNode;
  readonly offset: number;
}

/** `max` may be Infinity; when it is below `min`, nothing matches, which is no error. */
export interface RepeatNode {
  readonly kind: 'repeat';
  readonly body: PatternNode;
  readonly min: number;
  readonly max: number;
  readonly offset: number;
}

export const EMPTY_LANGUAGE: PatternNode = { kind: 'empty_language' };

export const ANY_STRING: PatternNode = { kind: 'any_string' };

export const EMPTY_STRING: PatternNode = { kind: 'sequence', parts: [] };

export const character = (set: CodePointSet): PatternNode => ({ kind: 'character', set });

export const literalText = (text: string): PatternNode =>
  sequence([...text].map((char) => character(oneCodePoint(char.codePointAt(0)!))));

export const sequence = (parts: readonly PatternNode[]): PatternNode =>
  parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };

export const union = (parts: readonly PatternNode[]): PatternNode =>
  parts.length === 1 ? parts[0]! : { kind: 'union', parts };
