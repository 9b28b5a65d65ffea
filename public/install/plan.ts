// SPDX-License-Identifier: Apache-2.0

/** What may be changed of a Security rule that is there; its exception list is attached in any case. */
export interface Consent {
  readonly tiebreaker: boolean;
  readonly guide: boolean;
  readonly enable: boolean;
}

/** What people want to have: a new Security rule, or one that is there, with ours linked to it. */
export type Target =
  | { readonly kind: 'new' }
  | { readonly kind: 'existing'; readonly id: string; readonly consent: Consent };

/** `list`: the exception list; `create`, `adjust`: the Security rule; `link`: ours, installed or linked. */
export type StepId = 'list' | 'create' | 'link' | 'adjust';

/**
 * The steps in their order. A new Security rule has everything from the start. One that is there is changed last
 * and in one request, so that nobody has to take back the change of a rule which others use.
 */
export const planOf = (target: Target): readonly StepId[] =>
  target.kind === 'new' ? ['list', 'create', 'link'] : ['list', 'link', 'adjust'];
