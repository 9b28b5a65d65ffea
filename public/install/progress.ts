// SPDX-License-Identifier: Apache-2.0
import { planOf, type StepId, type Target } from './plan';
import type { ListReference } from './security_rule';

/** What a step came to: made something, found it made, changed it, or had nothing to do. */
export type Outcome = 'made' | 'found' | 'changed' | 'nothing';

export type StepState =
  | { readonly status: 'waiting' | 'running' }
  | { readonly status: 'done'; readonly outcome: Outcome }
  | { readonly status: 'failed'; readonly error: unknown };

/** What is known so far, and what there is to undo. */
export interface Made {
  readonly list?: ListReference;
  readonly securityRuleId?: string;
  /** How our rule was before the step that links it; undefined until then. */
  readonly ownBefore?: 'none' | 'unlinked' | 'linked';
}

export interface Progress {
  readonly target: Target;
  /** Written into what this installation makes. */
  readonly mark: string;
  readonly steps: readonly { readonly id: StepId; readonly state: StepState }[];
  readonly made: Made;
  readonly undo: 'no' | 'running' | { readonly error: unknown };
}

export const begin = (target: Target, mark: string): Progress => ({
  target,
  mark,
  steps: planOf(target).map((id) => ({ id, state: { status: 'waiting' } })),
  made: target.kind === 'existing' ? { securityRuleId: target.id } : {},
  undo: 'no',
});

/** The step to do now: the first that is not done. */
export const nextStep = ({ steps }: Progress): StepId | undefined =>
  steps.find(({ state }) => state.status !== 'done')?.id;

export const withStep = (progress: Progress, id: StepId, state: StepState): Progress => ({
  ...progress,
  undo: 'no',
  steps: progress.steps.map((step) => (step.id === id ? { id, state } : step)),
});

export const withMade = (progress: Progress, made: Made): Progress => ({
  ...progress,
  made: { ...progress.made, ...made },
});

export const withUndo = (progress: Progress, undo: Progress['undo']): Progress => ({
  ...progress,
  undo,
});

export const isBusy = ({ steps, undo }: Progress): boolean =>
  undo === 'running' || steps.some(({ state }) => state.status === 'running');

export const isDone = ({ steps }: Progress): boolean =>
  steps.every(({ state }) => state.status === 'done');
