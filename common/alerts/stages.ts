// SPDX-License-Identifier: Apache-2.0

/** What the events of a sequence are, in their order. */
export const STAGES = ['compile', 'link', 'execute', 'connect'] as const;
export type Stage = (typeof STAGES)[number];
